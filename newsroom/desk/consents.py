"""Consents at the desk: record one with its paper, look it up, take it back."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from newsroom.contributors.access import facilities_of
from newsroom.contributors.models import Role, User
from newsroom.lib import documents, images
from newsroom.lib.images import CONTENT_TYPES
from newsroom.press.models import Outlet
from newsroom.releases import attachments, photos
from newsroom.releases.consents import concerned, take_back
from newsroom.safeguards import actions, refusals
from newsroom.safeguards.access import consent_for, consents_of
from newsroom.safeguards.actions import Given, Paper
from newsroom.safeguards.models import Consent
from newsroom.syndication.access import holders_of

from .choices import FacilityChoice, TickBox
from .pages import note_sent, page, signed_in

_SHOWN = 30


class ConsentForm(forms.ModelForm):  # type: ignore[type-arg]
    """What somebody has agreed to, with the paper they signed."""

    name = forms.CharField(label=_("Name of the person"), max_length=120)
    paper = forms.FileField(
        label=_("Signed paper or recording"),
        help_text=_(
            "A photo, a PDF, or a recording as MP3, M4A, OGG or WAV. It is kept sealed; every "
            "look at it is recorded."
        ),
    )

    class Meta:
        model = Consent
        fields = ["name", "for_name", "for_face", "given_date", "valid_to", "outlets"]
        widgets = {
            "given_date": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "valid_to": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "outlets": TickBox,
        }
        help_texts = {
            "valid_to": _("Leave empty where no end was agreed."),
            "outlets": _(
                "Leave empty where the person agreed to publication anywhere. "
                "The newsroom's own page always shows the release."
            ),
        }

    def __init__(self, *args: Any, user: User, **kw: Any) -> None:
        super().__init__(*args, **kw)
        mine = facilities_of(user, Role.WRITER).select_related("region")
        self.fields["facility"] = FacilityChoice(mine.order_by("region__name", "name"))
        outlets: Any = self.fields["outlets"]
        outlets.queryset = Outlet.objects.order_by("name")
        only = mine[:2]
        if len(only) == 1:
            self.initial.setdefault("facility", only[0].pk)

    def clean_paper(self) -> Paper:
        """The paper as a picture, a PDF or a sound without metadata."""
        upload: UploadedFile[bytes] = self.cleaned_data["paper"]
        try:
            return Paper(photos.read(upload).content, CONTENT_TYPES["jpg"])
        except images.NotAPhoto:
            return _read_document(upload)
        except images.Unusable as reason:
            raise forms.ValidationError(str(reason)) from reason

    def clean(self) -> dict[str, Any]:
        """At least one use, and dates that run forward."""
        typed = super().clean() or self.cleaned_data
        if not (typed.get("for_name") or typed.get("for_face")):
            self.add_error("for_name", _("Choose what the person agreed to: name, face, or both."))
        given, until = typed.get("given_date"), typed.get("valid_to")
        if given and given > timezone.localdate():
            self.add_error("given_date", _("A consent cannot be given in the future."))
        if given and until and until < given:
            self.add_error("valid_to", _("The consent would end before it begins."))
        return typed

    def _post_clean(self) -> None:
        """Leave the instance alone: the verb writes it."""

    def given(self) -> Given:
        """What the verb takes."""
        names = ("name", "for_name", "for_face", "given_date", "valid_to")
        typed = {name: self.cleaned_data[name] for name in names}
        return Given(**typed, outlets=list(self.cleaned_data["outlets"]))


def _read_document(upload: "UploadedFile[bytes]") -> Paper:
    """Paper that was scanned, or a voice that agrees."""
    try:
        bare = attachments.read(upload)
    except documents.Unusable as reason:
        raise forms.ValidationError(str(reason)) from reason
    if bare.format.name != "PDF" and not bare.format.spoken:
        raise forms.ValidationError(_("Send a photo, a PDF or a recording."))
    return Paper(bare.content, bare.format.content_type)


@require_safe
def consents(request: HttpRequest) -> HttpResponse:
    """The consents of the facilities this person works for, the newest first."""
    rows = consents_of(signed_in(request)).order_by("-given_date", "-pk")
    shown = Paginator(rows, _SHOWN).get_page(request.GET.get("halaman"))
    standing = Consent.objects.valid(timezone.localdate())
    valid = standing.filter(pk__in=[one.pk for one in shown]).values_list("pk", flat=True)
    context = {"title": gettext("Consents"), "rows": shown, "valid": set(valid)}
    return page(request, "desk/consents.html", context)


@require_http_methods(["GET", "POST"])
def record(request: HttpRequest) -> HttpResponse:
    """Record a consent."""
    user = signed_in(request)
    form = ConsentForm(request.POST or None, request.FILES or None, user=user)
    if request.method == "POST" and form.is_valid():
        facility = form.cleaned_data["facility"]
        paper = form.cleaned_data["paper"]
        consent = actions.record_consent(facility, form.given(), paper, by=user, at=timezone.now())
        messages.success(request, gettext("The consent is kept."))
        return redirect("desk:consent", consent.pk)
    context = {"title": gettext("Record a consent"), "form": form}
    return page(request, "desk/consent_new.html", context)


@require_safe
def consent(request: HttpRequest, pk: int) -> HttpResponse:
    """One consent: what it allows, where it is relied on, and how to take it back."""
    return _page(request, consent_for(request.user, pk))


@require_safe
def paper(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The signed paper; the look is recorded."""
    one = consent_for(request.user, pk)
    actions.note_paper_view(one, by=signed_in(request), at=timezone.now())
    with one.paper.open("rb") as file:
        response = HttpResponse(file.read(), content_type=one.paper_type)
    response["Content-Disposition"] = "inline"
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a consent back, and stop whatever relies on it."""
    one = consent_for(request.user, pk)
    user, now = signed_in(request), timezone.now()
    note = note_sent(request)
    try:
        with transaction.atomic():
            actions.withdraw_consent(one, by=user, at=now, note=note)
            take_back(one, by=user, at=now)
    except refusals.RecordRefused as refusal:
        return _page(request, one, refusal=str(refusal), note=note)
    messages.success(request, gettext("Withdrawn. Go on with the releases listed below."))
    return redirect("desk:consent", pk)


def _page(request: HttpRequest, one: Consent, *, refusal: str = "", note: str = "") -> HttpResponse:
    relying = concerned(one)
    context = {
        "title": one.name,
        "consent": one,
        "relying": [(row, holders_of(row.release)) for row in relying],
        "views": one.views.select_related("by")[:20],
        "refusal": refusal,
        "note": note,
        "valid": Consent.objects.valid(timezone.localdate()).filter(pk=one.pk).exists(),
    }
    return page(request, "desk/consent.html", context, status=409 if refusal else 200)
