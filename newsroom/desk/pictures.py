"""Photos nobody outside may see yet: no public address, a permission check each time."""

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from newsroom.lib.images import CONTENT_TYPES
from newsroom.lib.sending import send
from newsroom.releases.access import release_for
from newsroom.releases.models import Photo


@require_safe
def picture(request: HttpRequest, pk: int, photo_pk: int) -> HttpResponseBase:
    """The photo, upright and without metadata, for those who may see its release.

    Like every page of the desk it is kept in no cache: admin_view says so.
    """
    release = release_for(request.user, pk)
    photo = Photo.objects.filter(release=release, pk=photo_pk).first()
    if photo is None:
        raise Http404
    return send(photo.file, content_type=CONTENT_TYPES["jpg"])
