"""Findings as the desk shows them: how serious, where, and what a person may do about each."""

import json
import re
import sys
from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from newsroom.releases.content import Content
from newsroom.releases.judging import Judged
from newsroom.releases.models import Answer, Part
from newsroom.safeguards import Finding, Group, Level, Matter

from .compare import LABELS

#: How the desk calls the levels: a word for the count, and what it means for the officer.
URGENCIES: dict[str, tuple[str | Promise, str | Promise]] = {
    "must": (pgettext_lazy("urgency", "must"), _("Settle these before the release can leave.")),
    "should": (pgettext_lazy("urgency", "should"), _("Better to mend; nothing is stopped.")),
    "could": (pgettext_lazy("urgency", "could"), _("Only if you agree.")),
}
_URGENCY = {
    Level.BLOCK: "must",
    Level.SIGN_OFF: "must",
    Level.WARNING: "should",
    Level.SUGGESTION: "could",
}
_PLACES: dict[str, str | Promise] = {
    **LABELS,
    "slug": _("Web address"),
    "people": _("People in this release"),
    "caption": _("Caption"),
    "credit": _("Credit"),
    "alt": _("Alternative text"),
    "file_name": _("File name"),
    "faces": _("Faces"),
    "lettering": _("Writing in the photo"),
}
#: The field where a part is mended, where it is not the part's own.
_ANCHORS = {"bylines": "id_contributors", "slug": "id_headline", "people": "people"}
#: Parts somebody may have in a release, in the order in which units meet them.
WHO: Sequence[tuple[str, str | Promise]] = tuple(
    (str(part), part.label)
    for part in (
        Part.OFFICIAL,
        Part.PUBLIC_FIGURE,
        Part.INMATE,
        Part.DETAINEE,
        Part.CHILD,
        Part.FAMILY,
        Part.VISITOR,
        Part.VICTIM,
    )
)
#: A longer list helps nobody; the next ones follow as the first are settled.
SHOWN_MOST = 30
_WORDS_TO_LEARN = re.compile(r"(?=.{2,60}\Z)[^\W\d_][\w'’-]*(?: [\w'’-]+){0,2}")
#: Words of an attached document, which are mended only where it was written.
_IN_A_FILE = re.compile(r"attachments\.\d+\.text")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding with its place on the page and the answer that stands for it, if any.

    ``anchor`` is the id of the field to go to; ``photo`` the number of the photo it speaks of, 0
    for the text; ``occurrence`` counts equal excerpts before this one in its field. ``left``: the
    officer leaves it as it is, which the next save records.
    """

    finding: Finding
    number: int
    anchor: str
    photo: int
    occurrence: int
    answer: Answer | None = None
    left: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it still asks for something."""
        return self.answer is None and not self.left

    @property
    def key(self) -> str:
        """Names it in a form: equal words in one sentence share a fingerprint, so with its turn."""
        return f"{self.finding.fingerprint}.{self.occurrence}"

    @property
    def urgency(self) -> str:
        """must, should or could."""
        return _URGENCY[self.finding.level]

    @property
    def part(self) -> str | Promise:
        """What the field is called."""
        parts = self.finding.place.split(".")
        return _PLACES.get(parts[-1] if self.photo else parts[0], "")

    @property
    def told(self) -> str:
        """Rule, level, place and words as JSON, as a form tells that it was mended."""
        one = self.finding
        return json.dumps([one.rule, one.level.word, one.place, one.excerpt], ensure_ascii=False)

    @property
    def is_missing_part(self) -> bool:
        """An empty field: nothing to mend in it, only to fill."""
        return self.finding.group == Group.PARTS and not self.finding.excerpt

    @property
    def may_be_dismissed(self) -> bool:
        """Whether the officer may leave it as it is."""
        return self.finding.level > Level.SIGN_OFF

    @property
    def may_be_learned(self) -> bool:
        """Whether its words may go into the unit's dictionary: a word or a short name."""
        one = self.finding
        return one.group == Group.LANGUAGE and bool(_WORDS_TO_LEARN.fullmatch(one.excerpt))

    @property
    def wants_signature(self) -> bool:
        """Whether the approver signs for it."""
        return self.finding.level == Level.SIGN_OFF

    @property
    def may_be_overruled(self) -> bool:
        """Whether a second person at the regional office may let it pass."""
        return self.finding.level == Level.BLOCK and not self.finding.final

    @property
    def mendable(self) -> bool:
        """Whether there are ready texts to put in its place."""
        in_a_file = _IN_A_FILE.fullmatch(self.finding.place) is not None
        return bool(self.finding.replacements and self.finding.excerpt) and not in_a_file

    @property
    def who(self) -> Sequence[tuple[str, str | Promise]]:
        """The answers in one tap where it asks who somebody is; else nothing."""
        return WHO if self.finding.rule == "unknown_person" else ()

    @property
    def may_be_listed(self) -> bool:
        """Whether its name may go into the list of people, where the officer then says who it is.

        At the child gate not in one tap: a hurried answer would let a child's name pass.
        """
        return self.finding.rule == "child_name" and " " in self.finding.excerpt.strip()


@dataclass(frozen=True)
class Panel:
    """All remarks on one text: what is open by urgency, and what has been answered."""

    remarks: Sequence[Remark]

    @cached_property
    def open(self) -> list[Remark]:
        """Those nobody has answered; of several in one group on the same words the first."""
        return list(_without_inner(one for one in self.remarks if one.is_open))

    @cached_property
    def answered(self) -> list[Remark]:
        """Those somebody left as they are, or let pass."""
        return [one for one in self.remarks if not one.is_open]

    @cached_property
    def missing(self) -> list[Remark]:
        """Fields that are still empty."""
        return [one for one in self.open if one.is_missing_part]

    @cached_property
    def safe(self) -> list[Remark]:
        """Those whose first replacement may be taken without reading it again."""
        return [one for one in self.open if one.mendable and one.finding.safe]

    @cached_property
    def tally(self) -> list[dict[str, Any]]:
        """How many are open by urgency: "3 must, 5 should, 12 could"."""
        counts = [one.urgency for one in self.open]
        return [
            {"urgency": name, "word": word, "meaning": meaning, "count": counts.count(name)}
            for name, (word, meaning) in URGENCIES.items()
        ]

    @cached_property
    def sections(self) -> list[dict[str, Any]]:
        """The open ones that are not empty fields, by urgency; only sections that hold any."""
        told = [one for one in self.open if not one.is_missing_part]
        return [
            row | {"remarks": rows[:SHOWN_MOST], "more": len(rows[SHOWN_MOST:])}
            for row in self.tally
            if (rows := [one for one in told if one.urgency == row["urgency"]])
        ]

    def to_leave(self, fingerprint: str) -> list[Finding]:
        """The findings of that fingerprint that may be left as they are and have no answer yet."""
        return [
            one.finding
            for one in self.remarks
            if one.finding.fingerprint == fingerprint
            and one.answer is None
            and one.may_be_dismissed
        ][:1]

    def remark(self, key: str) -> Remark | None:
        """The remark a form names by its key."""
        return next((one for one in self.remarks if one.key == key), None)


def panel_of(
    found: Iterable[Judged], content: Content, matter: Matter, *, left: Container[str] = ()
) -> Panel:
    """Findings with their answers, in their order, as remarks on the writing page.

    ``left``: fingerprints the officer has left as they are since the last save.
    """
    texts = {one.place: one.text for one in matter.fields}
    return Panel(tuple(_remarks(found, content, texts, left)))


def _remarks(
    found: Iterable[Judged], content: Content, texts: dict[str, str], left: Container[str]
) -> Iterator[Remark]:
    for number, one in enumerate(found):
        finding = one.finding
        anchor, photo = _anchor(finding.place, content)
        turn = _occurrence(finding, texts.get(finding.place, ""))
        silent = finding.level > Level.SIGN_OFF and finding.fingerprint in left
        yield Remark(finding, number, anchor, photo, turn, one.answer, silent)


def _without_inner(remarks: Iterable[Remark]) -> Iterator[Remark]:
    """Leave out what stands within words that the same group already speaks of.

    They come the most serious first and then by place, so that each list of starts is sorted.
    """
    seen: dict[object, list[tuple[int, int]]] = {}
    for one in remarks:
        finding = one.finding
        mine = (finding.place, finding.group, finding.level)
        if finding.excerpt and any(
            _covers(seen.get((finding.place, finding.group, level), []), finding)
            for level in Level
            if level <= finding.level
        ):
            continue
        if finding.excerpt:
            seen.setdefault(mine, []).append((finding.start, finding.end))
        yield one


def _covers(spans: list[tuple[int, int]], finding: Finding) -> bool:
    before = bisect_right(spans, (finding.start, sys.maxsize))
    return before > 0 and spans[before - 1][1] >= finding.end


def _anchor(place: str, content: Content) -> tuple[str, int]:
    part, *rest = place.split(".")
    if part == "photos" and rest:
        position = int(rest[0])
        photo = content["photos"][position]["id"]
        return f"id_photo-{photo}-{rest[1] if len(rest) > 1 else 'caption'}", position + 1
    if part == "attachments" and rest:
        return f"id_attachment-{content['attachments'][int(rest[0])]['id']}-title", 0
    return _ANCHORS.get(part, f"id_{part}"), 0


def _occurrence(finding: Finding, text: str) -> int:
    """How many equal excerpts begin before it, every stretch of space counted as one space.

    The browser finds the place again in what stands in the field by the same count.
    """
    wanted = _SPACE.sub(" ", finding.excerpt)
    if not wanted or not text:
        return 0
    before = _SPACE.sub(" ", text[: finding.end])
    count, at = 0, before.find(wanted)
    while at >= 0:
        count, at = count + 1, before.find(wanted, at + 1)
    return max(count - 1, 0)
