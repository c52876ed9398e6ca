"""NIK and family card numbers never leave (UU 27/2022 on personal data, art. 4)."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from newsroom.safeguards.findings import Finding, Group, Level
from newsroom.safeguards.matter import Matter
from newsroom.safeguards.viewing import View

from .looking import MOST, Verdict

LENGTH = 16
#: Provinces as the civil registry numbers them, those of 2022 in Papua included.
_PROVINCES = frozenset(
    str(number)
    for first, last in (
        (11, 19),
        (21, 21),
        (31, 36),
        (51, 53),
        (61, 65),
        (71, 76),
        (81, 82),
        (91, 96),
    )
    for number in range(first, last + 1)
)
#: How people group the digits; other groups are read as an identity number only beside its name.
_GROUPINGS = frozenset({
    (16,), (4, 4, 4, 4), (6, 6, 4), (2, 2, 2, 6, 4), (2, 2, 2, 2, 2, 2, 4), (6, 2, 2, 2, 4),
    (4, 4, 8), (8, 8), (6, 10), (12, 4), (10, 6), (4, 12), (4, 8, 4), (1,) * 16,
})  # fmt: skip
_DIGITS = re.compile(r"\d+")
_GAP = re.compile(r"[\s._/\-\u2010-\u2015]{1,3}")
_NAMED = re.compile(
    r"(?<![a-z])(?:e-?ktp|n\.?i\.?k|no\.? ?kk|nomor kk|kk|ktp|kartu keluarga|kartu tanda penduduk"
    r"|induk kependudukan|identitas|kependudukan)(?![a-z])",
    re.IGNORECASE,
)
_VERDICT = Verdict(
    rule="identity_numbers",
    group=Group.PERSONAL,
    level=Level.BLOCK,
    reason=_("An identity number (NIK or family card) must not be published."),
    source="UU 27/2022 art. 4",
)


def identity_numbers(matter: Matter) -> Iterator[Finding]:
    """A block for each number built like a NIK, also when written in groups, and for each of 16
    digits beside the words NIK, KTP or KK."""
    for view in matter.views:
        for number, span in enumerate(_spans(view)):
            if number == MOST:
                break
            yield _VERDICT.on(view, span)


def _spans(view: View) -> Iterator[tuple[int, int]]:
    """Stretches of 16 digits that are an identity number, none inside another."""
    runs = [one.span() for one in _DIGITS.finditer(view.text)]
    done = -1
    for first in range(len(runs)):
        if runs[first][0] < done:
            continue
        grouped = _grouped(view.text, runs, first)
        if grouped and _is_identity(view, grouped):
            done = grouped[-1][1]
            yield grouped[0][0], done


def _grouped(text: str, runs: list[tuple[int, int]], first: int) -> list[tuple[int, int]]:
    """The runs from the first on that make 16 digits together; empty where they make none."""
    total = 0
    for last in range(first, min(first + LENGTH, len(runs))):
        start, end = runs[last]
        if last > first and not _GAP.fullmatch(text, runs[last - 1][1], start):
            return []
        total += end - start
        if total >= LENGTH:
            return runs[first : last + 1] if total == LENGTH else []
    return []


def _is_identity(view: View, grouped: list[tuple[int, int]]) -> bool:
    sizes = tuple(end - start for start, end in grouped)
    digits = "".join(view.text[start:end] for start, end in grouped)
    if sizes in _GROUPINGS and is_built_like_one(digits):
        return True
    return _NAMED.search(view.before(grouped[0][0], 40)) is not None


def is_built_like_one(digits: str) -> bool:
    """Whether 16 digits hold a province, a birth day (a woman's is 40 higher), and a month."""
    day, month = int(digits[6:8]), int(digits[8:10])
    return digits[:2] in _PROVINCES and (1 <= day <= 31 or 41 <= day <= 71) and 1 <= month <= 12
