"""Whether a word that looks wrong is only somebody's or some place's name."""

from collections.abc import Sequence, Set

from .loading import rows
from .tokens import Token, opens_a_sentence


def words(part: str) -> frozenset[str]:
    """The words of names.tsv that play a part: mark, general, particle."""
    return frozenset(row["word"] for row in rows("names.tsv") if row["part"] == part)


#: What stands right before a proper name.
_MARKS = words("mark")
#: Words that releases like to write large although they are nobody's name.
_GENERAL = words("general")


def looks_like_a_name(
    text: str, tokens: Sequence[Token], at: int, known: Set[str], *, titled: bool
) -> bool:
    """Whether the token is written as a name is: large in mid-sentence beside another large word.

    ``known``: folded words of names the release is known to hold. ``titled``: a headline, where
    every word may be large.
    """
    token = tokens[at]
    if not token.capital or token.shouted:
        return False
    before = tokens[at - 1] if at else None
    marked = before is not None and before.folded in _MARKS
    if token.folded in known or (marked and (before.capital or not titled)):  # type: ignore[union-attr]
        return True
    if titled or opens_a_sentence(text, token.start):
        return False
    if before is not None and opens_a_sentence(text, before.start):
        before = None  # large for another reason
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return _joined(text, before, token) or _joined(text, token, after)


def _joined(text: str, first: Token | None, second: Token | None) -> bool:
    """Whether two words may be parts of one name: both large, one space apart, neither general."""
    if first is None or second is None or text[first.end : second.start] != " ":
        return False
    if not (first.capital and second.capital) or first.shouted or second.shouted:
        return False
    return not (first.folded in _GENERAL or second.folded in _GENERAL)
