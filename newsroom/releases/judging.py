"""A text before its judges: what the safeguards find, and what people have answered to it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from newsroom.contributors.models import User
from newsroom.safeguards import Finding, Level, Matter, check

from . import refusals
from .content import Content
from .matter import matter_of
from .models import Answer, Inspection, Release, Revision

_Verdict = Answer.Verdict


@dataclass(frozen=True, slots=True)
class Judged:
    """A finding and the answer that stands for it, if any."""

    finding: Finding
    answer: Answer | None = None

    @property
    def is_open(self) -> bool:
        """Whether it still speaks: nobody has dismissed or overruled it."""
        return self.answer is None

    @property
    def blocks(self) -> bool:
        """Whether the text may not leave with it."""
        return self.finding.level == Level.BLOCK and self.is_open

    @property
    def wants_a_signature(self) -> bool:
        """Whether an approver must sign for it."""
        return self.finding.level == Level.SIGN_OFF

    @property
    def record(self) -> dict[str, Any]:
        """As an inspection keeps it."""
        one = self.finding
        return {
            "rule": one.rule,
            "group": str(one.group),
            "level": one.level.word,
            "place": one.place,
            "excerpt": one.excerpt,
            "fingerprint": one.fingerprint,
            "answer": str(self.answer.verdict) if self.answer else "",
        }


def judged(release: Release, content: Content, *, at: datetime) -> list[Judged]:
    """All findings of a content of the release, the most serious first, with their answers."""
    return judged_matter(release, matter_of(content, at=at))


def judged_matter(release: Release | None, matter: Matter) -> list[Judged]:
    """The same for a matter already made; None where the release is yet to be."""
    answers = standing_answers(release) if release else {}
    return [Judged(one, _answer(one, answers)) for one in check(matter)]


def standing_answers(release: Release) -> dict[str, Answer]:
    """The last dismissal or permission by fingerprint. One query."""
    rows = release.answers.exclude(verdict=_Verdict.ACCEPTED).select_related("by")
    return {row.fingerprint: row for row in rows}


def inspect(
    revision: Revision, content: Content, *, moment: str, by: User, at: datetime
) -> list[Judged]:
    """Judge a revision on its road and record what was found; raises Blocked.

    The record stays only where the step goes through: a refused step leaves nothing behind.
    """
    found = judged(revision.release, content, at=at)
    blocks = [one.finding for one in found if one.blocks]
    if blocks:
        raise refusals.Blocked(blocks)
    records = [one.record for one in found]
    Inspection.objects.create(revision=revision, moment=moment, findings=records, by=by, at=at)
    return found


def refuse_unsigned(found: Iterable[Judged], signed: Iterable[str]) -> None:
    """Raise NotSigned where a finding that wants a signature is not among those signed for."""
    given = set(signed)
    missing = [
        one.finding
        for one in found
        if one.wants_a_signature and one.finding.fingerprint not in given
    ]
    if missing:
        raise refusals.NotSigned(missing)


def _answer(finding: Finding, answers: Mapping[str, Answer]) -> Answer | None:
    """The answer that counts for it: one given to a lesser finding does not let a block pass."""
    answer = answers.get(finding.fingerprint)
    if answer is None or finding.final:
        return None
    enough = {
        Level.BLOCK: _Verdict.OVERRULED,
        Level.WARNING: _Verdict.DISMISSED,
        Level.SUGGESTION: _Verdict.DISMISSED,
    }
    return answer if answer.verdict == enough.get(finding.level) else None
