"""Sends a kept file to a browser: by nginx where it is set up, else by Django itself."""

from urllib.parse import quote

from django.conf import settings
from django.db.models.fields.files import FieldFile
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header

from .storage import SealedStorage


def send(file: FieldFile, *, content_type: str, download_as: str = "") -> HttpResponseBase:
    """A response with the file, shown in place and never guessed to be anything else.

    ``download_as``: a name under which the browser keeps it instead of showing it.

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
    kept = content_disposition_header(as_attachment=True, filename=download_as)
    response["Content-Disposition"] = kept if download_as and kept else "inline"
    response["X-Content-Type-Options"] = "nosniff"
    return response
