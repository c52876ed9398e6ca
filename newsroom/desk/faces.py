"""The page where the faces of a photo are marked and answered, on the original."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from newsroom.contributors.models import User
from newsroom.releases import actions, refusals
from newsroom.releases.access import release_for
from newsroom.releases.actions import Words
from newsroom.releases.models import Photo, Release
from newsroom.releases.tasks import prepare_soon
from newsroom.safeguards.models import Consent

from .marks import FOR_ALL, cards, focal_sent, letters, marks_sent, options
from .pages import about, may_edit, page, signed_in
from .pictures import photo_of


@require_http_methods(["GET", "POST"])
def faces(request: HttpRequest, pk: int, photo_pk: int) -> HttpResponse:
    """Boxes and answers of one photo. A save answers the page's script with the page's inside."""
    photo = photo_of(request, pk, photo_pk)
    if not may_edit(signed_in(request), photo.release):
        return redirect("desk:release", pk)
    if photo.removed_at is not None:
        return _elsewhere(photo)
    if request.method == "GET":
        return page(request, "desk/faces.html", _context(request, photo))
    return _saved(request, photo)


@require_safe
def state(request: HttpRequest, pk: int, photo_pk: int) -> JsonResponse:
    """How far the service is with the photo: ``progress`` in percent, ``ready`` for readers."""
    photo = photo_of(request, pk, photo_pk)
    waiting = 0 if photo.release.concerns_children else photo.faces.open().count()
    return JsonResponse(
        {
            "told": _told(photo, waiting),
            "searched": photo.faces_searched_at is not None,
            "given_up": photo.faces_given_up_at is not None,
            "progress": photo.faces_progress,
            "ready": photo.is_showable,
            "picture": f"{reverse('desk:picture', args=[pk, photo.pk])}?{photo.rendered_key}",
        }
    )


def _told(photo: Photo, waiting: int) -> str:
    """The badge of a photo that was not ready when the page was made."""
    if photo.faces_searched_at is None:
        return _("Looking for faces: %(percent)d%%") % {"percent": photo.faces_progress}
    words = ngettext("%(count)d face not answered yet", "%(count)d faces not answered yet", waiting)
    return words % {"count": waiting} if waiting else _("Faces were looked for")


def _saved(request: HttpRequest, photo: Photo) -> HttpResponse:
    user, now = signed_in(request), timezone.now()
    try:
        photo = _save(request, photo, by=user, at=now)
    except refusals.Refusal as refusal:
        return _refused(request, photo, refusal)
    prepare_soon(photo.release)
    if request.POST.get("then") == "text":
        target = f"{reverse('desk:release', args=[photo.release_id])}?ubah#photos"
        return _go(request, target)
    address = reverse("desk:faces", args=[photo.release_id, photo.pk])
    if not _by_script(request):
        messages.success(request, _("Saved."))
        return redirect(address)
    inside = render_to_string("desk/parts/marking.html", _context(request, photo), request)
    return JsonResponse({"address": address, "inside": inside, "told": _("Saved.")})


def _save(request: HttpRequest, photo: Photo, *, by: User, at: datetime) -> Photo:
    """Everything the page sends: boxes, answers, focal point, and what its button adds."""
    photo = actions.mark_faces(photo, marks_sent(request.POST), by=by, at=at)
    focal = focal_sent(request.POST.get("focal", ""))
    if focal is not None:
        words = Words(photo.caption, photo.credit, photo.alt, *focal)
        photo = actions.describe(photo, words, by=by, at=at)
    answer: Any = request.POST.get("all", "")
    if answer in FOR_ALL:
        actions.answer_all(photo.release, answer, by=by, at=at, photo=photo)
        photo = _newest(photo)
    also: dict[str, Callable[..., Photo]] = {
        "letters": actions.see_lettering,
        "confirm": actions.confirm_faces,
    }
    verb = also.get(request.POST.get("also", ""))
    return verb(photo, by=by, at=at) if verb else photo


def _newest(photo: Photo) -> Photo:
    """The photo itself, or the one that has taken its place."""
    rows = Photo.objects.kept().select_related("release")
    return rows.filter(pk=photo.pk).first() or rows.get(replaces=photo)


def _elsewhere(photo: Photo) -> HttpResponse:
    """To the photo that has taken this one's place; Http404 where it was taken out."""
    successor = photo.replaced_by.kept().last()
    if successor is None:
        raise Http404
    return redirect("desk:faces", photo.release_id, successor.pk)


def _refused(request: HttpRequest, photo: Photo, refusal: refusals.Refusal) -> HttpResponse:
    if _by_script(request):
        return JsonResponse({"told": str(refusal)}, status=409)
    messages.error(request, str(refusal))
    return redirect("desk:faces", photo.release_id, photo.pk)


def _go(request: HttpRequest, target: str) -> HttpResponse:
    return JsonResponse({"go": target}) if _by_script(request) else redirect(target)


def _by_script(request: HttpRequest) -> bool:
    return request.headers.get("Accept") == "application/json"


def _context(request: HttpRequest, photo: Photo) -> dict[str, Any]:
    release = release_for(request.user, photo.release_id)
    photo = Photo.objects.get(pk=photo.pk)
    shown = cards(photo)
    consents = _consents(release)
    in_order = list(release.photos.kept().values_list("pk", flat=True))
    return {
        **about(request, release, tab="text"),
        "photo": photo,
        "number": in_order.index(photo.pk) + 1 if photo.pk in in_order else 0,
        "cards": shown,
        "letters": letters(photo),
        "open": 0 if release.concerns_children else sum(card.is_open for card in shown),
        "options": options(release, consents=bool(consents)),
        "consents": consents,
        "focal": f"{photo.focal_x} {photo.focal_y}",
        "focal_style": f"left:{float(photo.focal_x):.1%};top:{float(photo.focal_y):.1%}",
    }


def _consents(release: Release) -> list[Consent]:
    """Those a face may be shown by; names are opened from their seals."""
    if release.concerns_children:
        return []
    mine = Consent.objects.valid(timezone.localdate()).filter(facility=release.facility)
    return sorted(mine.filter(for_face=True), key=lambda one: one.name.lower())
