"""Indonesian number words: "seratus dua puluh" and 120, both ways."""

_UNITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_DIGITS = {word: number for number, word in enumerate(_UNITS)} | {"kosong": 0}
_WHOLE = {"sepuluh": 10, "sebelas": 11, "seratus": 100, "seribu": 1000}
_SCALES = {"ribu": 1_000, "juta": 1_000_000, "miliar": 1_000_000_000}
#: Every word a number may be made of.
WORDS = frozenset([*_DIGITS, *_WHOLE, *_SCALES, "belas", "puluh", "ratus"])
_MOST_WORDS = 16


def parse(text: str) -> int | None:
    """The number that the words spell; None where they spell none."""
    words = text.casefold().replace("-", " ").split()
    if not words or len(words) > _MOST_WORDS or not WORDS.issuperset(words):
        return None
    total = below = 0
    last: int | None = None
    for word in words:
        if word in _SCALES or word == "seribu":
            total += (below + (last or 0) or 1) * _SCALES.get(word, 1000)
            below, last = 0, None
        elif word in _DIGITS or word in _WHOLE:
            if last is not None:
                return None
            value = _DIGITS.get(word, _WHOLE.get(word, 0))
            below, last = (below + value, None) if value >= 10 else (below, value)
        elif last is None:
            return None
        else:
            below += {"belas": 10 + last, "puluh": 10 * last, "ratus": 100 * last}[word]
            last = None
    return total + below + (last or 0)


def spelled(number: int) -> str:
    """The words for a number from 0 to 999 999; its digits beyond that."""
    if not 0 <= number < 1_000_000:
        return str(number)
    if number < 10:
        return _UNITS[number]
    for size, one, many in ((1000, "seribu", "ribu"), (100, "seratus", "ratus")):
        if number >= size:
            head = one if number < 2 * size else f"{spelled(number // size)} {many}"
            return f"{head} {spelled(number % size)}" if number % size else head
    if number < 20:
        teens = {10: "sepuluh", 11: "sebelas"}
        return teens.get(number, f"{_UNITS[number - 10]} belas")
    tens = f"{_UNITS[number // 10]} puluh"
    return f"{tens} {_UNITS[number % 10]}" if number % 10 else tens
