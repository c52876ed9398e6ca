"""Finds slips of language: one pass over the words, then the patterns. Linear in the text."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field

from newsroom.safeguards.reading import Reading

from .carrying import carried
from .index import PATTERNS, PHRASES, WORDS, Form, gap
from .loading import LanguageRule
from .names import looks_like_a_name, words
from .tokens import Token, Zones, addresses, cut, opens_a_sentence

#: So many findings of one rule, and of all, in one field: enough to work on, bounded for a flood.
MOST_OF_ONE, MOST = 20, 200
_ENDINGS = ("nya", "lah", "kah", "pun")
#: Words that stay small even in a title (EYD V, capitals).
_PARTICLES = words("particle")


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule met in a reading's clear text; ``replacements`` are ready, the best first."""

    rule: LanguageRule
    start: int
    end: int
    replacements: tuple[str, ...]


@dataclass(slots=True)
class _Page:
    """A reading with what the engine asks about it again and again."""

    reading: Reading
    names: Set[str]
    text: str = field(init=False)
    tokens: list[Token] = field(init=False)
    quotes: Zones = field(init=False)
    addresses: Zones = field(init=False)

    def __post_init__(self) -> None:
        self.text = self.reading.clear
        self.tokens = cut(self.text)
        self.quotes = Zones(self.reading.quotes)
        self.addresses = Zones(addresses(self.text))

    @property
    def titled(self) -> bool:
        return self.reading.place == "headline"


def hits(
    reading: Reading, *, dictionary: Set[str] = frozenset(), names: Set[str] = frozenset()
) -> list[Hit]:
    """Slips in a reading, in the order of the text, none overlapping another.

    ``dictionary``: folded words the unit has declared right. ``names``: folded words of people's
    names, which are not slips where they are written large.
    """
    page = _Page(reading, names)
    found = [*_by_word(page), *_by_pattern(page)]
    lawful = (one for one in found if _counts(page, one, dictionary))
    return _bounded(_apart(lawful, len(page.text)))


def _by_word(page: _Page) -> Iterator[Hit]:
    """Words and phrases, looked up as they come."""
    for at, token in enumerate(page.tokens):
        for form in _beginning(page, at):
            last = _reaches(page, at, form)
            if last is not None and _fits_phrase(page, at, last, form):
                ending = page.tokens[last].folded[len(form.words[-1]) :]
                yield _hit(page, form, token.start, page.tokens[last].end, ending)
        ending, forms = _looked_up(token.folded)
        for form in forms:
            if _fits_word(page, at, form):
                yield _hit(page, form, token.start, token.end, ending)


def _beginning(page: _Page, at: int) -> Iterator[Form]:
    """The phrases whose first two words stand here, the second perhaps with a particle."""
    seconds = PHRASES.get(page.tokens[at].folded)
    if seconds is not None and at + 1 < len(page.tokens):
        second = page.tokens[at + 1].folded
        yield from seconds.get(second, ())
        if second.endswith(_ENDINGS):
            yield from seconds.get(second[:-3], ())


def _looked_up(folded: str) -> tuple[str, Sequence[Form]]:
    """The forms of a word, or of what remains of it without its particle."""
    if forms := WORDS.get(folded):
        return "", forms
    if folded.endswith(_ENDINGS):
        ending = folded[-3:]
        return ending, WORDS.get(folded[:-3], ())
    return "", ()


def _reaches(page: _Page, at: int, form: Form) -> int | None:
    """The number of the phrase's last token where it stands at this one."""
    last = at + len(form.words) - 1
    if last >= len(page.tokens):
        return None
    for step, word in enumerate(form.words[1:], 1):
        before, token = page.tokens[at + step - 1], page.tokens[at + step]
        same = token.folded == word or (at + step == last and _ended(token.folded, word))
        if not same or gap(page.text[before.end : token.start]) != form.gaps[step - 1]:
            return None
    return last


def _ended(folded: str, word: str) -> bool:
    """Whether it is the word with a particle: "narasumbernya"."""
    return folded.startswith(word) and folded[len(word) :] in _ENDINGS


def _fits_phrase(page: _Page, at: int, last: int, form: Form) -> bool:
    """A phrase whose later words alone are large speaks of a name: "di Bina Marga"."""
    if form.exact:
        return page.text[page.tokens[at].start : page.tokens[last].end] == form.wrong
    first, rest = page.tokens[at], page.tokens[at + 1 : last + 1]
    named = not first.capital and any(one.capital and not one.shouted for one in rest)
    return not named or any(right[:1].isupper() for right in form.rights) or form.rule.slip


def _fits_word(page: _Page, at: int, form: Form) -> bool:
    token = page.tokens[at]
    if form.exact:
        return token.word == form.wrong and _fits_capitals(page, at, form)
    return form.rule.slip or not looks_like_a_name(
        page.text, page.tokens, at, page.names, titled=page.titled
    )


def _fits_capitals(page: _Page, at: int, form: Form) -> bool:
    """Rules on capitals leave shouted lines alone, and large words where large is lawful."""
    token = page.tokens[at]
    beside = [page.tokens[near] for near in (at - 1, at + 1) if 0 <= near < len(page.tokens)]
    if token.shouted and any(one.shouted and len(one.word) > 3 for one in beside):
        return False
    if not form.lowers or token.shouted:
        return True
    if opens_a_sentence(page.text, token.start):
        return False
    return token.folded in _PARTICLES or not any(one.capital for one in beside)


def _hit(page: _Page, form: Form, start: int, end: int, ending: str = "") -> Hit:
    found = page.text[start : end - len(ending)]
    rights = form.rights if form.exact else tuple(carried(found, one) for one in form.rights)
    tail = page.text[end - len(ending) : end]
    return Hit(form.rule, start, end, tuple(right + tail for right in rights))


def _by_pattern(page: _Page) -> Iterator[Hit]:
    folded = page.text.casefold()
    for pattern in PATTERNS:
        if not any(need in folded for need in pattern.rule.needs):
            continue
        for match in pattern.found(page.text):
            texts = (match.expand(right) for right in pattern.rights)
            ready = tuple(carried(match[0], text) if pattern.carries else text for text in texts)
            yield Hit(pattern.rule, *match.span(pattern.place), ready)


def _counts(page: _Page, hit: Hit, dictionary: Set[str]) -> bool:
    if hit.start == hit.end or page.addresses.holds(hit.start):
        return False
    if not hit.rule.slip and page.quotes.holds(hit.start):
        return False
    return not dictionary or page.text[hit.start : hit.end].casefold() not in dictionary


def _apart(found: Iterable[Hit], length: int) -> list[Hit]:
    """Where rules disagree on a stretch the longest wins, then the graver, then the earlier id."""
    taken = bytearray(length)
    kept = []
    for hit in sorted(found, key=lambda one: (one.start - one.end, one.rule.grade, one.rule.id)):
        if not any(taken[hit.start : hit.end]):
            taken[hit.start : hit.end] = b"\x01" * (hit.end - hit.start)
            kept.append(hit)
    return sorted(kept, key=lambda one: one.start)


def _bounded(found: Iterable[Hit]) -> list[Hit]:
    """The first of each rule, up to the bounds; what is left out comes when these are mended."""
    counts: Counter[str] = Counter()
    kept: list[Hit] = []
    for hit in found:
        counts[hit.rule.id] += 1
        if counts[hit.rule.id] <= MOST_OF_ONE and len(kept) < MOST:
            kept.append(hit)
    return kept
