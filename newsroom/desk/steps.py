"""One view for every step of the road: it asks what the step needs, calls the verb, says how."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from newsroom.releases import refusals
from newsroom.releases.access import release_for
from newsroom.releases.models import Release, Revision
from newsroom.releases.moves import latest_revision
from newsroom.releases.workflow import LABELS, Step

from .forms import StepForm
from .pages import about, page, signed_in
from .signing import ApproveForm, demanded
from .steps_table import ACTIONS, WARNINGS, asks_again, row_for


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Take a step of a release. What was typed is kept whatever happens."""
    release = release_for(request.user, pk)
    row = row_for(release, name) if name in ACTIONS else None
    if row is None:
        raise Http404
    form = _form(request, release, row)
    asked = "confirmed" in request.POST or not asks_again(row)
    if request.method == "GET" or not form.is_valid() or not asked:
        return _ask(request, release, row, form)
    try:
        _take(request, release, row, form)
    except refusals.Refusal as refusal:
        release = release_for(request.user, pk)
        return _ask(request, release, row, form, refusal=refusal)
    messages.success(request, _("Done: %(step)s.") % {"step": LABELS[name][1]})
    return redirect("desk:release", pk)


def _form(request: HttpRequest, release: Release, row: Step) -> StepForm:
    about_step: dict[str, Any] = {"step": row, "facility": release.facility}
    if row.name != "approve":
        return StepForm(request.POST or None, **about_step)
    demand = demanded(release, latest_revision(release), at=timezone.now())
    return ApproveForm(request.POST or None, demand=demand, **about_step)


def _take(request: HttpRequest, release: Release, row: Step, form: StepForm) -> None:
    facts: dict[str, Any] = {"note": form.cleaned_data["note"]}
    if isinstance(form, ApproveForm):
        facts["revision"] = _revision_seen(release, form.cleaned_data["revision"])
        facts["signature"] = form.signature()
    if row.hour:
        facts["publish_at"] = form.cleaned_data["hour"]
    ACTIONS[row.name](release, by=signed_in(request), at=timezone.now(), **facts)


def _revision_seen(release: Release, pk: int | None) -> Revision:
    """The very text the editor had before their eyes; without one there is nothing to approve."""
    seen = Revision.objects.filter(release=release, pk=pk or 0).first()
    if seen is None:
        raise Http404
    return seen


def _ask(
    request: HttpRequest,
    release: Release,
    row: Step,
    form: StepForm,
    *,
    refusal: refusals.Refusal | None = None,
) -> HttpResponse:
    context = about(request, release, tab="step")
    if not form.is_bound:
        form.initial["revision"] = context["latest"].pk
    context |= {
        "step": row,
        "form": form,
        "refusal": refusal,
        # Somebody was faster: there is nothing left to confirm, only to look at.
        "gone": isinstance(refusal, refusals.StepNotLawful),
        "asks_again": asks_again(row),
        "warning": WARNINGS.get(row.name, ""),
    }
    status = 409 if refusal else 200
    return page(request, "desk/step.html", context, status=status)
