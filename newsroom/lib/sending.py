"""Sends a kept file to a browser: by nginx where it is set up, else by Django itself."""

from urllib.parse import quote

from django.conf import settings
from django.db.models.fields.files import FieldFile
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase

from .storage import SealedStorage


def send(file: FieldFile, *, content_type: str) -> HttpResponseBase:
    """A response with the file, shown in place and never guessed to be anything else.

    Says nothing about caching: the caller knows who may keep it. Raises FileNotFoundError, except
    behind nginx, which answers 404 itself. A sealed file is not for sending: ValueError.
    """
    if isinstance(file.storage, SealedStorage):
        raise ValueError("A sealed file is opened by the one view that records who looks at it.")
    response: HttpResponseBase
    if settings.ACCEL_LOCATION:
        response = HttpResponse(content_type=content_type)
        place = settings.ACCEL_LOCATION.rstrip("/")
        response["X-Accel-Redirect"] = f"{place}/{quote(file.name or '')}"
    else:
        response = FileResponse(file.open("rb"), content_type=content_type)
    response["Content-Disposition"] = "inline"
    response["X-Content-Type-Options"] = "nosniff"
    return response
