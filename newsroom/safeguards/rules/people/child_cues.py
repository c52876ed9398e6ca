"""Whether a sentence speaks of one child, of several, or of nobody in particular."""

from .patterns import CHILD


def one_child(sentence: str) -> bool:
    """Whether it speaks of a single child, or of somebody called ia."""
    return bool(CHILD("one").search(sentence))


def any_child(sentence: str) -> bool:
    """Whether it speaks of children, or of somebody who may be one."""
    return bool(CHILD("any").search(sentence))


def of_many(sentence: str) -> bool:
    """Whether it speaks of many and of no single one."""
    return bool(CHILD("many").search(sentence)) and not one_child(sentence)


def of_partners(sentence: str) -> bool:
    """Whether schools and clubs stand in it as partners or guests."""
    return bool(CHILD("partner").search(sentence)) and not one_child(sentence)
