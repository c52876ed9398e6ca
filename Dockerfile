# One image for web, worker and beat; docker-compose.yml says which command each runs.
FROM python:3.13-slim

ENV PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    PIP_NO_CACHE_DIR=1 \
    PIP_DISABLE_PIP_VERSION_CHECK=1 \
    WARTAPAS_MODE=production \
    WARTAPAS_VAR=/srv/var \
    STATIC_ROOT=/srv/static

RUN useradd --uid 10001 --create-home wartapas \
    && install -d -o wartapas -g wartapas /srv/var /srv/static

WORKDIR /app
COPY requirements.txt .
RUN pip install --require-hashes -r requirements.txt

COPY manage.py pyproject.toml LICENSE ./
COPY facilities facilities
COPY locale locale
COPY newsroom newsroom
COPY static static
COPY templates templates

USER wartapas

# The settings want secrets even here. These are random, live as long as this step, and stay out of
# the image; the addresses are never asked.
RUN SECRET_KEY="$(python -c 'import secrets; print(secrets.token_urlsafe(48))')" \
    VAULT_KEYS="$(python -c 'import secrets; print(secrets.token_urlsafe(48))')" \
    SITE_URL=https://build.invalid ALLOWED_HOSTS=build.invalid REDIS_URL=redis://build.invalid/0 \
    python manage.py collectstatic --no-input

EXPOSE 8000
VOLUME /srv/var

# /dev/shm: gunicorn's heartbeat must not wait for a disk.
CMD ["gunicorn", "newsroom.wsgi", "--bind", "0.0.0.0:8000", "--worker-class", "gthread", \
     "--workers", "3", "--threads", "4", "--worker-tmp-dir", "/dev/shm", "--no-control-socket", \
     "--access-logfile", "-", "--max-requests", "5000", "--max-requests-jitter", "500"]
