"""Writing at the desk: a new release, the working text, its photos. Nothing typed is ever lost."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from js_asset import Media

from facilities.models import Facility
from newsroom.contributors.access import facilities_of
from newsroom.contributors.models import Role
from newsroom.releases import actions, refusals
from newsroom.releases.access import release_for
from newsroom.releases.content import Content
from newsroom.releases.models import Release, Transition
from newsroom.releases.moves import latest_revision

from . import deeds, photo_strip
from .checking import content_typed, new_content, panel_for
from .compare import Difference, differences, readable
from .editor import EDITOR_WORDS
from .forms import NewReleaseForm, ReleaseForm
from .pages import about, may_edit, page, signed_in
from .panel import Panel
from .strips import Strips, take_in

#: Texts on their way to readers, whose findings still matter to somebody.
_JUDGED = ("draft", "in_review", "approved", "scheduled")


@require_http_methods(["GET", "POST"])
def write(request: HttpRequest) -> HttpResponse:
    """A new release; its first save makes the draft."""
    user = signed_in(request)
    if not facilities_of(user, Role.WRITER).exists():
        return page(request, "desk/nowhere.html", {"title": _("Write a release")}, status=403)
    form = NewReleaseForm(request.POST or None, user=user)
    if deeds.asked(request.POST):
        panel = _panel_of_new(form)
        _learn(request, panel, form.origin)
        form = NewReleaseForm(deeds.done(request.POST, panel), user=user)
    elif request.method == "POST" and form.is_valid():
        now = timezone.now()
        facility = form.cleaned_data["facility"]
        release = actions.create(facility=facility, by=user, at=now, fields=form.text())
        return _settle(request, release, at=now)
    context = {
        "title": _("Write a release"),
        "form": form,
        "panel": _panel_of_new(form),
        "writing": True,
        **_editor(request, form),
    }
    return page(request, "desk/write.html", context)


@require_http_methods(["GET", "POST"])
def release(request: HttpRequest, pk: int) -> HttpResponse:
    """The release's own page: the form where the text is being written, else the text to read."""
    one = release_for(request.user, pk)
    user = signed_in(request)
    if request.method == "POST":
        return _save(request, one)
    writing = one.status == "draft" or "ubah" in request.GET
    if not (writing and may_edit(user, one)):
        return _read(request, one)
    return _form_page(request, one, ReleaseForm(user=user, release=one), Strips(one))


def _save(request: HttpRequest, one: Release) -> HttpResponse:
    user, now = signed_in(request), timezone.now()
    form = ReleaseForm(request.POST, user=user, release=one)
    strips = Strips(one, request.POST)
    if deeds.asked(request.POST):
        saved = json.loads(latest_revision(one).content)
        panel = _panel(one, form, strips, saved)
        _learn(request, panel, one.facility)
        typed = deeds.done(request.POST, panel)
        return _with_uploads_kept(request, one, ReleaseForm(typed, user=user, release=one))
    # A list, so that all of them are judged and every mistake shows at once.
    if not all([form.is_valid(), strips.are_valid()]):
        return _with_uploads_kept(request, one, form)
    try:
        one = actions.revise(
            one, by=user, at=now, fields=form.text(), base=form.cleaned_data["base"]
        )
        strips.save(one, by=user, at=now)
        photo_strip.answer_faces(one, request.POST, by=user, at=now)
    except refusals.Refusal as refusal:
        form.add_error(None, str(refusal))
        one.refresh_from_db()
        moved = isinstance(refusal, refusals.RevisionMoved)
        beside = _beside(one, form, strips) if moved else ()
        form.rebase(one.revision_number)
        return _form_page(request, one, form, strips, beside)
    return _settle(request, one, at=now)


def _with_uploads_kept(request: HttpRequest, one: Release, form: ReleaseForm) -> HttpResponse:
    """A browser cannot fill a file field again, so uploads are taken in though the text waits."""
    refused = take_in(request, one, by=signed_in(request), at=timezone.now())
    for sentence in refused:
        messages.error(request, sentence)
    if form.data.get("base") == str(one.revision_number):  # nobody else's change lies between
        one.refresh_from_db()
        form.rebase(one.revision_number)
    return _form_page(request, one, form, Strips(one, form.data))


def _settle(request: HttpRequest, one: Release, *, at: datetime) -> HttpResponse:
    """After the text is safe: take the files in, then go on as the pressed button says."""
    refused = take_in(request, one, by=signed_in(request), at=at)
    for sentence in refused:
        messages.error(request, sentence)
    deeds.record(one, request.POST, by=signed_in(request), at=at)
    messages.success(request, _("Saved."))
    if request.POST.get("then") != "submit" or refused:
        return redirect("desk:release", one.pk)
    try:
        actions.submit(one, by=signed_in(request), at=at)
    except refusals.Refusal as refusal:
        messages.error(request, _not_submitted(refusal))
        # On a phone the page opens with the list of what is missing.
        opened = "#findings" if isinstance(refusal, refusals.Blocked) else ""
        return redirect(reverse("desk:release", args=[one.pk]) + opened)
    messages.success(request, _("Submitted. The editors see it on their list now."))
    return redirect("desk:release", one.pk)


def _not_submitted(refusal: refusals.Refusal) -> str:
    if isinstance(refusal, refusals.Blocked):
        return _("Not submitted yet: some parts are still missing. They are listed below.")
    return str(refusal)


def _beside(one: Release, form: ReleaseForm, strips: Strips) -> Sequence[Difference]:
    """What somebody else has saved meanwhile, set against what was typed here."""
    content = json.loads(latest_revision(one).content)
    return differences(readable(content), readable(content_typed(form, strips, content)))


def _form_page(
    request: HttpRequest,
    one: Release,
    form: ReleaseForm,
    strips: Strips,
    beside: Sequence[Difference] = (),
) -> HttpResponse:
    one.refresh_from_db()
    context = about(request, one, tab="text")
    drawn = context["buttons"]
    # Submitting goes by the form's own button, which saves what was typed first.
    beside_it = [button for button in drawn if button.step.name != "submit"]
    context |= {
        "buttons": beside_it,
        # Who comes to write should not meet the ways to give up first.
        "only_grave": all(button.look == "grave" for button in beside_it),
        "may_submit": any(button.step.name == "submit" for button in drawn),
        "form": form,
        "strip": strips.photos,
        "attached": strips.attachments,
        "faces_open": photo_strip.faces_open(one, strips.photos),
        "beside": beside,
        "panel": _panel(one, form, strips, json.loads(context["latest"].content)),
        "writing": True,
        **_editor(request, form),
        "returned": _return_of(one),
    }
    return page(request, "desk/edit.html", context)


def _learn(request: HttpRequest, panel: Panel, facility: Facility | None) -> None:
    now = timezone.now()
    if refused := deeds.learn(request.POST, panel, facility, by=signed_in(request), at=now):
        messages.error(request, refused)


def _panel_of_new(form: NewReleaseForm) -> Panel:
    return panel_for(new_content(form), at=timezone.now(), sent=form.data)


def _panel(one: Release, form: ReleaseForm, strips: Strips, saved: Content) -> Panel:
    """The findings of what the page shows: what was typed, or else what is saved."""
    content = content_typed(form, strips, saved) if form.is_bound else saved
    return panel_for(content, at=timezone.now(), release=one, sent=form.data)


def _return_of(one: Release) -> Transition | None:
    """The editor's word this draft came back with, until it is submitted again."""
    steps = one.transitions.exclude(step="revise").select_related("by")
    last = steps.last()
    return last if last and last.step == "send_back" else None


def _read(request: HttpRequest, one: Release) -> HttpResponse:
    context = about(request, one, tab="text")
    content = json.loads(context["latest"].content)
    photos = photo_strip.shown(one, content)
    context |= {"content": content, "photos": photos}
    if one.status in _JUDGED:
        panel = panel_for(content, at=timezone.now(), release=one)
        context |= {"panel": panel, "show_panel": bool(panel.remarks)}
    return page(request, "desk/read.html", context)


def _editor(request: HttpRequest, form: ReleaseForm) -> dict[str, Any]:
    """The editor's files and words; its import map carries the nonce of the content policy."""
    guarded: Any = request
    media = Media.from_media(form.media, nonce=guarded.csp_nonce)
    return {"media": media, "editor_words": {key: str(word) for key, word in EDITOR_WORDS.items()}}
