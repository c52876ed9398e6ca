"""Writing habits: what a unit slips on most, with a short lesson, and its own dictionary."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.contrib import messages
from django.db.models import Sum
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from facilities.models import Facility
from newsroom.contributors.access import facilities_of
from newsroom.contributors.models import Role, User
from newsroom.safeguards import actions, refusals
from newsroom.safeguards.access import slips_of, word_for, words_of
from newsroom.safeguards.actions.words import month_of
from newsroom.safeguards.language.lessons import Lesson, lesson_for, reason_of
from newsroom.safeguards.models import Slip

from .choices import by_region
from .pages import page, signed_in

#: Slips are kept by month, so the last 90 days are this month and the two before.
MONTHS = 3
_LESSONS, _REASONS = 5, 3


@dataclass(slots=True)
class Habit:
    """A lesson with how often it was needed: in all, by month (the oldest first), and why."""

    lesson: Lesson
    months: list[int]
    reasons: Counter[str] = field(default_factory=Counter)

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.months)

    @property
    def trend(self) -> str:
        """The last two whole months compared: "fewer", "more", "same", "" where none were met."""
        before, after = self.months[-3], self.months[-2]
        if not before and not after:
            return ""
        return "same" if before == after else "fewer" if after < before else "more"

    @property
    def shown_reasons(self) -> list[tuple[str, int]]:
        """The most frequent reasons with their counts."""
        return self.reasons.most_common(_REASONS)


@require_safe
def habits(request: HttpRequest) -> HttpResponse:
    """The unit's most frequent slips over the last three months, and its dictionary."""
    user = signed_in(request)
    units = list(facilities_of(user, Role.WRITER).select_related("region"))
    if not units:
        return page(request, "desk/habits.html", {"title": gettext("Writing habits")})
    unit = _chosen(request, user, units)
    months = _months(month_of(unit, timezone.now()))
    context = {
        "title": gettext("Writing habits"),
        "unit": unit,
        "units": by_region(units) if len(units) > 1 else (),
        "months": months,
        "habits": _habits(user, unit, months)[:_LESSONS],
        "words": words_of(user).filter(facility=unit),
    }
    return page(request, "desk/habits.html", context)


@require_POST
def learn(request: HttpRequest) -> HttpResponse:
    """Keep a word; a script that asks for JSON is answered so, a person goes back to the page."""
    user = signed_in(request)
    unit = _unit(request.POST.get("unit", ""), list(facilities_of(user, Role.WRITER)))
    said, status = gettext("The word is kept in this unit's dictionary."), 200
    try:
        word = request.POST.get("word", "")
        actions.learn(unit, word, by=user, at=timezone.now())
    except refusals.RecordRefused as refusal:
        said, status = str(refusal), 409
    if request.headers.get("Accept", "").startswith("application/json"):
        return JsonResponse({"message": said}, status=status)
    (messages.success if status == 200 else messages.error)(request, said)
    return _back(unit.pk)


@require_POST
def forget(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a word out."""
    word = word_for(request.user, pk)
    try:
        actions.forget(word, by=signed_in(request))
    except refusals.RecordRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, gettext("The word is taken out of the dictionary."))
    return _back(word.facility_id)


def _back(unit: int) -> HttpResponse:
    return redirect(f"{reverse('desk:habits')}?unit={unit}#kamus")


def _chosen(request: HttpRequest, user: User, units: list[Facility]) -> Facility:
    """The unit asked for; else the one with the most slips, else the first."""
    if asked := request.GET.get("unit"):
        return _unit(asked, units)
    if len(units) == 1:
        return units[0]
    since = _months(timezone.localdate().replace(day=1))[0]
    recent = slips_of(user).filter(month__gte=since).values("facility")
    most = recent.annotate(total=Sum("count")).order_by("-total", "facility").first()
    return _unit(str(most["facility"]), units) if most else units[0]


def _unit(asked: str, units: list[Facility]) -> Facility:
    found = next((one for one in units if str(one.pk) == asked), None)
    if found is None:
        raise Http404
    return found


def _months(last: date) -> list[date]:
    """The first days of the months shown, the oldest first."""
    index = last.year * 12 + last.month - 1
    numbers = range(index - MONTHS + 1, index + 1)
    return [date(number // 12, number % 12 + 1, 1) for number in numbers]


def _habits(user: User, unit: Facility, months: list[date]) -> list[Habit]:
    """A habit for each lesson needed, the most frequent first."""
    found: dict[str, Habit] = {}
    slips: Any = slips_of(user).filter(facility=unit, month__in=months)
    for slip in slips:
        _add(found, slip, months)
    return sorted(found.values(), key=lambda one: (-one.total, one.lesson.category))


def _add(found: dict[str, Habit], slip: Slip, months: list[date]) -> None:
    lesson = lesson_for(slip.rule)
    habit = found.setdefault(lesson.category, Habit(lesson, [0] * MONTHS))
    habit.months[months.index(slip.month)] += slip.count
    if reason := reason_of(slip.rule):
        habit.reasons[reason] += slip.count
