"""Hands out documents and sound that a live edition carries; to all others this is a dead end."""

import logging

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from newsroom.lib.sending import send
from newsroom.releases.models import Attachment

from .pictures import nothing_here

logger = logging.getLogger(__name__)


@require_safe
def attachment(request: HttpRequest, token: str, name: str) -> HttpResponseBase:
    """One file, such as ``/lampiran/<token>/undangan.pdf``, to be kept and not shown. One query.

    The address stays when a title is corrected; it then leads on to the new name.
    """
    found = Attachment.objects.public().filter(token=token).defer("text").first()
    if found is None:
        return nothing_here()
    if name != found.public_name:
        moved = redirect("public:attachment", token, found.public_name)
        moved["Cache-Control"] = "no-store"
        return moved
    etag = f'"{found.checksum[:24]}"'
    try:
        response = get_conditional_response(request, etag=etag) or send(
            found.file, content_type=found.kind.content_type, download_as=found.public_name
        )
    except FileNotFoundError:
        logger.exception("The file of attachment %s is missing", found.pk)
        return nothing_here()
    response["ETag"] = etag
    response["Cache-Control"] = "no-cache"  # a hold or a withdrawal reaches every reader
    return response
