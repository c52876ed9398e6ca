"""Pasting a finished text: it becomes a draft, and what was not recognised is named."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from facilities.gazetteer import Gazetteer
from facilities.models import Facility
from newsroom.contributors.access import facilities_of
from newsroom.contributors.models import Role, User
from newsroom.releases.intake import Intake, parse
from newsroom.releases.intake.drafting import LABELS, draft

from .choices import FacilityChoice
from .pages import page, signed_in

#: Far longer than any release; longer pastes are whole documents put in by mistake.
LONGEST = 60_000


class PasteForm(forms.Form):
    """The whole story as it arrived; the facility only where the text does not say."""

    pasted = forms.CharField(
        label=gettext_lazy("The finished text"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 20}),
        error_messages={"required": gettext_lazy("Paste the text here first.")},
    )

    def __init__(self, *args: Any, user: User, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.fields["facility"] = FacilityChoice(facilities_of(user, Role.WRITER))
        self.fields["facility"].required = False


@require_http_methods(["GET", "POST"])
def paste(request: HttpRequest) -> HttpResponse:
    """A draft from a pasted text; asks for the facility where the text leaves it open."""
    user = signed_in(request)
    mine = facilities_of(user, Role.WRITER)
    if not mine.exists():
        return page(request, "desk/nowhere.html", {"title": _("Paste a finished text")}, status=403)
    form = PasteForm(request.POST or None, user=user)
    if request.method == "GET" or not form.is_valid():
        return _ask(request, form)
    now = timezone.now()
    intake = parse(
        form.cleaned_data["pasted"],
        gazetteer=Gazetteer.load(),
        today=timezone.localdate(now),
    )
    facility = form.cleaned_data["facility"] or _facility(intake, user)
    if facility is None:
        return _ask(request, form, intake)
    release = draft(intake, facility=facility, by=user, at=now)
    _tell(request, intake, facility)
    return redirect("desk:release", release.pk)


def _facility(intake: Intake, user: User) -> Facility | None:
    """The one the text is from, or the person's only one where the text names none."""
    mine = facilities_of(user, Role.WRITER).select_related("region")
    if intake.facility is not None and intake.facility.pk is not None:
        return mine.filter(pk=intake.facility.pk).first()
    if intake.candidates:
        return None
    few = list(mine[:2])
    return few[0] if len(few) == 1 else None


def _tell(request: HttpRequest, intake: Intake, facility: Facility) -> None:
    messages.success(request, _("The draft is ready. Please read it once, then submit it."))
    if intake.facility is None:
        text = _("The text names no facility that we know; the draft stands under %s.")
        messages.warning(request, text % facility)
    missing = [name for name in intake.missing if name != "facility"]
    if missing:
        names = ", ".join(str(LABELS[name]) for name in missing)
        messages.warning(request, _("Not found in the text, please fill in: %s.") % names)
    left = [*intake.dropped, *([intake.caption] if intake.caption else [])]
    if left:
        messages.info(request, _("Left out of the text: %s") % " · ".join(left))


def _ask(request: HttpRequest, form: PasteForm, intake: Intake | None = None) -> HttpResponse:
    context = {
        "title": _("Paste a finished text"),
        "form": form,
        "intake": intake,
        "asks_facility": intake is not None or "facility" in form.errors,
    }
    return page(request, "desk/paste.html", context)
