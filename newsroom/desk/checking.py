"""The check while the officer types: the form as it stands, judged; nothing is saved or locked."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from newsroom.contributors.access import facilities_of
from newsroom.contributors.models import Role
from newsroom.releases import actions
from newsroom.releases.access import release_for
from newsroom.releases.content import Content, facility_of
from newsroom.releases.judging import judged_matter
from newsroom.releases.matter import matter_of
from newsroom.releases.models import Release
from newsroom.releases.moves import latest_revision

from . import deeds
from .forms import NewReleaseForm, ReleaseForm, typed_content
from .pages import may_edit, may_overrule, signed_in
from .panel import Panel, panel_of
from .strips import Strips

#: Bytes of a form sent to be checked: the longest text that is judged, with its markup, as a
#: browser encodes it.
LONGEST = 2 * 1024 * 1024


@require_POST
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """The panel for the text of a release as it stands in the form.

    With ``leave``, the fingerprint of a finding, that one is first recorded as left as it is; with
    ``learn``, a finding's key, its words go into the unit's dictionary.
    """
    one = release_for(request.user, pk)
    user, now = signed_in(request), timezone.now()
    if not may_edit(user, one):
        raise PermissionDenied
    if _is_too_long(request):
        return _too_long()
    form = ReleaseForm(request.POST, user=user, release=one)
    strips = Strips(one, request.POST)
    content = content_typed(form, strips, json.loads(latest_revision(one).content))
    panel = panel_for(content, at=now, release=one, sent=request.POST)
    if left := panel.to_leave(request.POST.get("leave", "")):
        actions.dismiss(one, left, by=user, at=now)
    told = deeds.learn(request.POST, panel, one.facility, by=user, at=now)
    if told is not None:
        panel = panel_for(content, at=now, release=one, sent=request.POST)
    return _answer(request, panel, one, told=told)


@require_POST
def check_new(request: HttpRequest) -> HttpResponse:
    """The panel for a release that is not saved yet."""
    user = signed_in(request)
    if not facilities_of(user, Role.WRITER).exists():
        raise PermissionDenied
    if _is_too_long(request):
        return _too_long()
    form, now = NewReleaseForm(request.POST, user=user), timezone.now()
    content = new_content(form)
    panel = panel_for(content, at=now, sent=request.POST)
    told = deeds.learn(request.POST, panel, form.origin, by=user, at=now)
    if told is not None:
        panel = panel_for(content, at=now, sent=request.POST)
    return _answer(request, panel, told=told)


def panel_for(
    content: Content,
    *,
    at: datetime,
    release: Release | None = None,
    sent: Mapping[str, Any] | None = None,
) -> Panel:
    """What the safeguards say of a content, with the answers that stand for it.

    ``sent``: the form, where it carries findings left as they are since the last save.
    """
    matter = matter_of(content, at=at)
    left = set((sent or {}).get("left", "").split())
    return panel_of(judged_matter(release, matter), content, matter, left=left)


def content_typed(form: ReleaseForm, strips: Strips, saved: Content) -> Content:
    """The content as it would be if what stands in the form were saved now."""
    return typed_content(form, saved) | strips.typed(saved)


def new_content(form: NewReleaseForm) -> Content:
    """The content of a release that is yet to be, as far as it has been typed."""
    if not form.is_bound:
        return _BLANK
    form.is_valid()
    chosen, day = form.origin, form.cleaned_data.get("event_date")
    facility = facility_of(chosen, day) if chosen else _BLANK["facility"]
    return typed_content(form, _BLANK | {"facility": facility})


_BLANK: Content = {
    "headline": "",
    "lead": "",
    "body": "",
    "dateline_place": "",
    "event_date": None,
    "ednote": "",
    "language": "id",
    "risk": "routine",
    "embargo_until": None,
    "change": {"kind": "", "note": ""},
    "bylines": [],
    "topics": [],
    "programmes": [],
    "people": [],
    "photos": [],
    "facility": {"id": None, "kind": "", "name": "", "time_zone": settings.TIME_ZONE},
}


def _answer(
    request: HttpRequest, panel: Panel, release: Release | None = None, *, told: str | None
) -> HttpResponse:
    context: dict[str, Any] = {"panel": panel, "writing": True, "release": release, "told": told}
    if release:
        context["may_overrule"] = may_overrule(signed_in(request), release)
    return render(request, "desk/parts/checked.html", context)


def _is_too_long(request: HttpRequest) -> bool:
    return int(request.META.get("CONTENT_LENGTH") or 0) > LONGEST


def _too_long() -> HttpResponse:
    sentence = _("The text is too long to be checked while you type. Please shorten or divide it.")
    return HttpResponse(sentence, status=413, content_type="text/plain; charset=utf-8")
