"""Photos nobody outside may see yet: no public address, a permission check each time."""

from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

from newsroom.releases.access import release_for
from newsroom.releases.models import Photo
from newsroom.releases.photos import open_private


@require_safe
def picture(request: HttpRequest, pk: int, photo_pk: int) -> FileResponse:
    """The photo, upright and without metadata, for those who may see its release."""
    release = release_for(request.user, pk)
    photo = Photo.objects.filter(release=release, pk=photo_pk).first()
    if photo is None:
        raise Http404
    kept = open_private(photo)
    response = FileResponse(kept.file.open("rb"), content_type=kept.content_type)
    response["Cache-Control"] = "private, max-age=300"
    return response
