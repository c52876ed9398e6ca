"""Serves the files of photos that a live edition carries; to all others this is a dead end."""

import logging

from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from newsroom.lib.images import CONTENT_TYPES
from newsroom.lib.sending import send
from newsroom.releases.models import Rendition

logger = logging.getLogger(__name__)

#: A browser may keep the file: its bytes never change. Shared caches ask again after a minute, so
#: that a hold or a withdrawal reaches readers who have not seen the photo yet.
KEEP = "public, max-age=31536000, s-maxage=60, proxy-revalidate, immutable"


@require_safe
def picture(request: HttpRequest, token: str, name: str) -> HttpResponseBase:
    """One rendition, such as ``/foto/<token>/960.avif``. One query."""
    found = Rendition.objects.public().named(name).filter(photo__token=token).first()
    if found is None:
        return nothing_here()
    etag = f'"{token[:12]}-{found.name}"'
    try:
        response = get_conditional_response(request, etag=etag) or send(
            found.file, content_type=CONTENT_TYPES[found.extension]
        )
    except FileNotFoundError:
        logger.exception("The file of rendition %s is missing", found.pk)
        return nothing_here()
    response["ETag"] = etag
    response["Cache-Control"] = KEEP
    return response


def nothing_here() -> HttpResponse:
    """The same answer for unknown, unpublished, held and withdrawn; nobody may keep it."""
    response = HttpResponseNotFound(content_type="text/plain")
    response["Cache-Control"] = "no-store"
    return response
