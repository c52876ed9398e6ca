"""One settings file; machines differ by environment variables only (see .env.example).

WARTAPAS_MODE decides the defaults: ``local`` (nothing to install: SQLite and a broker of files
below var/), ``test``, and ``production`` (refuses to start without its secrets).
"""

from datetime import timedelta
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from newsroom import env
from newsroom.desk.unfold_settings import UNFOLD as UNFOLD

BASE_DIR = Path(__file__).resolve().parent.parent
MODE = env.choice("WARTAPAS_MODE", ("local", "test", "production"))
PRODUCTION = MODE == "production"
VAR_DIR = Path(env.text("WARTAPAS_VAR", str(BASE_DIR / "var")))
VAR_DIR.mkdir(parents=True, exist_ok=True)
env.preset("OMP_NUM_THREADS", "1")  # the face engine's threads wait by spinning; tasks share cores
DEBUG = False
#: Where secrets are made and kept that nobody has set; never in production.
KEPT_SECRETS = None if PRODUCTION else VAR_DIR

# Who we are
SECRET_KEY = env.secret("SECRET_KEY", kept_in=KEPT_SECRETS)
VAULT_KEYS = env.secret_list("VAULT_KEYS", kept_in=KEPT_SECRETS)
SITE_URL = env.text("SITE_URL", "" if PRODUCTION else "http://127.0.0.1:8000").rstrip("/")
if PRODUCTION and not SITE_URL.startswith("https://"):
    raise env.BrokenSetting("SITE_URL", "needs the public https:// address of the newsroom")
ALLOWED_HOSTS = env.words(
    "ALLOWED_HOSTS", "" if PRODUCTION else "127.0.0.1,localhost,[::1],testserver"
)
if PRODUCTION and not ALLOWED_HOSTS:
    raise env.BrokenSetting("ALLOWED_HOSTS", "needs the host names of the newsroom")

INSTALLED_APPS = [
    "unfold.apps.BasicAppConfig",  # its default one would put its own site in place of ours
    "unfold.contrib.forms",
    "newsroom.desk.apps.DeskAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_prose_editor",
    "newsroom.apps.WartaPasConfig",
    "facilities",
    "newsroom.contributors",
    "newsroom.press",
    "newsroom.safeguards",
    "newsroom.releases",
    "newsroom.syndication",
    "newsroom.desk",
    "newsroom.public",
    "newsroom.workshop",
]

MIDDLEWARE = [
    "newsroom.middleware.request_id",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

# Where things are kept
DATABASES = {"default": env.database("DATABASE_URL", VAR_DIR / "wartapas.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "private": {
        "BACKEND": "newsroom.lib.storage.PrivateStorage",
        "OPTIONS": {"location": VAR_DIR / "pictures"},
    },
    "sealed": {
        "BACKEND": "newsroom.lib.storage.SealedStorage",
        "OPTIONS": {"location": VAR_DIR / "pictures"},
    },
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = Path(env.text("STATIC_ROOT", str(VAR_DIR / "static")))
WHITENOISE_USE_FINDERS = not PRODUCTION
if not PRODUCTION:
    STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # whitenoise warns of a missing folder
#: Name of nginx's internal location for pictures; empty: Django sends the bytes itself.
ACCEL_LOCATION = env.text("ACCEL_LOCATION")

# Uploads: refused beyond these before they are decoded
PHOTO_BYTES_MOST = 25 * 1024 * 1024
PHOTO_PIXELS_MOST = 40_000_000
ATTACHMENT_BYTES_MOST = 20 * 1024 * 1024
ATTACHMENTS_MOST = 10
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
# A photo may have 2000 faces (newsroom.desk.marks), with four fields each.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 8_200

# Words and time
LANGUAGE_CODE = "id"
LANGUAGES = [("id", _("Indonesian")), ("en", _("English"))]
#: Ours, then the Indonesian words for packages that ship none.
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale" / "packages"]
USE_TZ = True
TIME_ZONE = "Asia/Jakarta"

# Signing in
AUTH_USER_MODEL = "contributors.User"
AUTHENTICATION_BACKENDS = [
    "allauth.account.auth_backends.AuthenticationBackend",
    "newsroom.contributors.backends.MembershipBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
if MODE == "test":
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/desk/"
ACCOUNT_ADAPTER = "newsroom.contributors.signin.ClosedAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "WartaPas"
#: Editors and managers must have a second factor before they enter the desk.
MFA_REQUIRED = env.flag("MFA_REQUIRED", default=PRODUCTION)

# Queue: Redis in production, files below var/ where nothing is installed
REDIS_URL = env.text("REDIS_URL")
if PRODUCTION and not REDIS_URL:
    raise env.BrokenSetting("REDIS_URL", "needs redis://host:port/number for queue and cache")
CELERY_BROKER_URL = REDIS_URL or "filesystem://localhost"
BROKER_DIR = VAR_DIR / "broker"
#: Set apart the keys of several installations on one Redis.
QUEUE_PREFIX = env.text("QUEUE_PREFIX")
CACHES = {
    "default": (
        {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": REDIS_URL,
            "KEY_PREFIX": QUEUE_PREFIX,
        }
        if REDIS_URL
        else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    )
}
#: /readyz says no once a due delivery or a scheduled release has waited longer than this.
READY_DELIVERY_SECONDS_MOST = 15 * 60
READY_SCHEDULE_SECONDS_MOST = 5 * 60

# Syndication
#: How long a worker may hold a delivery before another one takes it over.
SYNDICATION_LEASE = timedelta(seconds=env.number("SYNDICATION_LEASE", 120, least=1))

# The way out
#: Hosts (name:port) on private networks that newsroom.lib.http may reach; all others are refused.
HTTP_PRIVATE_HOSTS = env.words("HTTP_PRIVATE_HOSTS")
EMAIL_HOST = env.text("EMAIL_HOST", "localhost")
EMAIL_PORT = env.number("EMAIL_PORT", 25)
EMAIL_HOST_USER = env.text("EMAIL_HOST_USER")
EMAIL_HOST_PASSWORD = env.text("EMAIL_HOST_PASSWORD")
EMAIL_USE_TLS = env.flag("EMAIL_USE_TLS", default=False)
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", "WartaPas <redaksi@wartapas.invalid>")
if not PRODUCTION and not env.text("EMAIL_HOST"):
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = VAR_DIR / "mail"

# Browser protection. The desk widens script and style for unfold: newsroom.desk.site.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SECURE_SSL_REDIRECT = env.flag("SECURE_SSL_REDIRECT", default=PRODUCTION)
SECURE_REDIRECT_EXEMPT = ["^healthz$", "^readyz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PRODUCTION else None
SECURE_HSTS_SECONDS = 31_536_000 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = PRODUCTION
CSRF_TRUSTED_ORIGINS = [SITE_URL]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"request_id": {"()": "newsroom.middleware.RequestIdFilter"}},
    "formatters": {
        "plain": {"format": "{asctime} {levelname} {name} [{request_id}] {message}", "style": "{"},
        "json": {
            "()": "pythonjsonlogger.json.JsonFormatter",
            "fmt": "{asctime}{levelname}{name}{request_id}{message}",
            "style": "{",
        },
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "filters": ["request_id"],
            "formatter": "json" if PRODUCTION else "plain",
        }
    },
    "root": {"handlers": ["console"], "level": env.text("LOG_LEVEL", "INFO")},
    "loggers": {"httpx": {"level": "WARNING"}},  # its INFO lines repeat what attempts record
}
