"""Where a release went: its deliveries, their attempts and receipts, and what a person can do."""

from datetime import datetime

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from newsroom.contributors.access import covers
from newsroom.contributors.models import Role, User
from newsroom.releases.access import release_for
from newsroom.releases.refusals import Refusal
from newsroom.syndication import access, actions
from newsroom.syndication.models import Delivery

from .pages import about, note_sent, page, signed_in


@require_safe
def deliveries(request: HttpRequest, pk: int) -> HttpResponse:
    """The deliveries of a release, the newest edition's first."""
    return _page(request, pk)


@require_POST
def retry(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a failed or waiting delivery go at once."""
    delivery = access.delivery_for(request.user, pk)
    try:
        actions.retry(delivery, by=signed_in(request), at=timezone.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("It goes out again within a minute."))
    return redirect(f"{reverse('desk:deliveries', args=[delivery.release_id])}#kiriman-{pk}")


@require_POST
def take_over(request: HttpRequest, pk: int) -> HttpResponse:
    """Settle a delivery by hand; a refusal keeps the note that was typed."""
    delivery = access.delivery_for(request.user, pk)
    note = note_sent(request)
    try:
        actions.take_over(delivery, by=signed_in(request), at=timezone.now(), note=note)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return _page(request, delivery.release_id, kept_pk=pk, kept_note=note, status=409)
    messages.success(request, _("Noted: nothing more is sent for this delivery."))
    return redirect("desk:deliveries", delivery.release_id)


def troubled(user: User, now: datetime, most: int) -> QuerySet[Delivery]:
    """Failed deliveries this person may see, the oldest first."""
    failed = access.deliveries(user).filter(status=Delivery.Status.FAILED)
    return failed.filter(settled_at__lte=now).order_by("settled_at")[:most]


def _page(
    request: HttpRequest, pk: int, *, kept_pk: int = 0, kept_note: str = "", status: int = 200
) -> HttpResponse:
    release = release_for(request.user, pk)
    context = about(request, release, tab="deliveries")
    mine = covers(signed_in(request), release.facility, Role.EDITOR)
    rows = access.deliveries_of(request.user, release)
    context |= {
        "deliveries": [
            (row, row.receipt_if_any, mine and row.status in Delivery.STEERABLE) for row in rows
        ],
        "kept_pk": kept_pk,
        "kept_note": kept_note,
    }
    return page(request, "desk/deliveries.html", context, status=status)
