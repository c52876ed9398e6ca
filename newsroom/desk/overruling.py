"""A second person at the regional office lets a block pass, and says why."""

import json

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from newsroom.releases import actions, refusals
from newsroom.releases.access import release_for

from .checking import panel_for
from .pages import about, page, signed_in


class ReasonForm(forms.Form):
    """The reason, which is kept with the release."""

    note = forms.CharField(
        label=gettext_lazy("Why this may stand"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": gettext_lazy("Please say why: the reason is kept.")},
    )


@require_http_methods(["GET", "POST"])
def overrule(request: HttpRequest, pk: int, fingerprint: str) -> HttpResponse:
    """Ask for the reason, then let the finding pass. What was typed is kept if it is refused."""
    release = release_for(request.user, pk)
    context = about(request, release, tab="step")
    panel = panel_for(json.loads(context["latest"].content), at=timezone.now(), release=release)
    named = [one for one in panel.open if one.finding.fingerprint == fingerprint]
    if not named or not named[0].may_be_overruled:
        raise Http404
    form = ReasonForm(request.POST or None)
    refusal = None
    if request.method == "POST" and form.is_valid():
        note = form.cleaned_data["note"]
        user, now = signed_in(request), timezone.now()
        try:
            actions.overrule(release, named[0].finding, by=user, at=now, note=note)
        except refusals.Refusal as reason:
            refusal = reason
        else:
            messages.success(request, _("Allowed. Your reason is kept with the release."))
            return redirect("desk:release", pk)
    context |= {"panel": panel, "remark": named[0], "form": form, "refusal": refusal}
    return page(request, "desk/overrule.html", context, status=409 if refusal else 200)
