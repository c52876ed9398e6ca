"""Photos nobody outside may see yet: no public address, a permission check each time."""

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_safe

from newsroom.contributors.access import covers
from newsroom.contributors.models import Role
from newsroom.lib.images import CONTENT_TYPES
from newsroom.lib.sending import send
from newsroom.releases.access import release_for
from newsroom.releases.faces import note_view
from newsroom.releases.models import Photo, Rendition

from .pages import signed_in

#: Pixels wide: enough for every page of the desk.
_WIDTH = 960


@require_safe
def picture(request: HttpRequest, pk: int, photo_pk: int) -> HttpResponseBase:
    """The photo as readers will see it, for those who may see its release; 404 until it is made.

    Like every page of the desk it is kept in no cache: admin_view says so.
    """
    photo = photo_of(request, pk, photo_pk)
    files = Rendition.objects.filter(photo=photo, extension="jpg") if photo.is_showable else []
    nearest = min(files, key=lambda one: abs(one.width - _WIDTH), default=None)
    if nearest is None:
        raise Http404
    return send(nearest.file, content_type=CONTENT_TYPES["jpg"])


@require_safe
def original(request: HttpRequest, pk: int, photo_pk: int) -> HttpResponse:
    """The photo as it was taken, for those who write or edit there; who looks is written down."""
    photo = photo_of(request, pk, photo_pk)
    person = signed_in(request)
    if not covers(person, photo.release.facility, Role.WRITER):
        raise Http404
    note_view(photo, by_id=person.pk, at=timezone.now())
    with photo.file.open("rb") as file:
        response = HttpResponse(file.read(), content_type=CONTENT_TYPES["jpg"])
    response["Content-Disposition"] = "inline"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def photo_of(request: HttpRequest, pk: int, photo_pk: int) -> Photo:
    """The photo of a release the person may see, taken out of the text or not; else Http404."""
    release = release_for(request.user, pk)
    photo = Photo.objects.filter(release=release, pk=photo_pk).first()
    if photo is None:
        raise Http404
    photo.release = release
    return photo
