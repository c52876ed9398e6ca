"""Who signs a story, as it is carried: labels, initials in brackets, lines of an author. Pure."""

import re

from facilities.naming import words

from . import dates

_LABEL = (
    r"(?:kontributor|penulis|laporan|reporter|pewarta|wartawan|jurnalis|editor|redaktur|author|"
    r"peliput|liputan|tim liputan|naskah|teks|penyunting|pengirim|dilaporkan oleh|ditulis oleh|"
    r"written by|oleh|by|sumber(?= ?: ?(?:tim )?humas))"
)
_LABELLED = re.compile(rf"\W*{_LABEL}\s?(?::|\s[-–]\s)\s?(?P<name>.+)", re.IGNORECASE)
_UNPUNCTUATED = re.compile(
    r"\W*(?:kontribusi dari|dilaporkan oleh|ditulis oleh|written by|oleh|by)\s"
    r"(?P<name>.{2,120})",
    re.IGNORECASE,
)
_NEXT_LABEL = re.compile(rf"[\s|/,;&]*\b{_LABEL}\s?:\s?", re.IGNORECASE)
#: Who took the photo, named on the same line, does not sign the story.
_CREDIT = re.compile(r"[\s|/,;&]*\b(?:foto|photo|dok\w*)\s?:.*", re.IGNORECASE)
_TEAM = re.compile(r"(?:tim |bagian )?humas\b.{0,70}[^.!?]", re.IGNORECASE)
_SIGNATURE = re.compile(
    r"(?P<before>^|[.!?…\"”'’)*])\s?[*\-–]*[(\[]\s?(?P<name>[^()\[\]]{1,60}?)\s?[)\]]\W*$"
)
_STARRED = re.compile(r"(?<=[.!?\"”])\s?\*{2,}\s?(?P<name>[\w /.-]{0,40})$")
_NOT_A_SIGNATURE = re.compile(
    r"adv(?:ertorial)?|ist(?:imewa)?|foto\b.*|dok\b.*|sumber\b.*|selesai|habis|bersambung|\W*",
    re.IGNORECASE,
)
_NAME_PARTS = re.compile(r"\s?[/|;&]\s?|\s(?:dan|and)\s")
_AFTER_NAME = re.compile(
    r"[,|•]?\s*(?:\b(?:dibaca|dilihat|views?)\b.*|\d+ (?:min|menit)\b.*)$", re.I
)
_PERSON = re.compile(
    r"(?:[A-Z][\w'’.]*|[a-z]{2,3}\.?|bin|binti|van)(?: (?:[A-Z][\w'’.]*|bin|binti|van)){0,4}"
)
#: A full stop after a name, not after an initial or a degree: "Rina A.", "S.H.".
_FULL_STOP = re.compile(r"(?<=[^\W\d_]{3})\.$")
#: Holds a letter and is not merely the site's own account.
_IS_NAME = re.compile(r"^(?!(?:web ?)?admin(?:istrator)?$).*[^\W\d_]", re.IGNORECASE)
_INITIALS_LINE = re.compile(r"[A-Za-z.]{2,12}(?:/[A-Za-z.]{2,12}){1,2}")
#: Initials with a desk's number, "hms/01"; anything else with digits is a date or an amount.
_NUMBERED = re.compile(r"(?=.*[A-Za-z])[\w/.-]{1,12}")
_UNITS = frozenset(["lapas", "lpka", "rutan", "bapas", "rs"])
_LONGEST = 90


def labelled(line: str) -> list[str]:
    """The names of a line such as "Penulis: A | Editor: B"; empty for any other line."""
    found = _LABELLED.fullmatch(line) or _UNPUNCTUATED.fullmatch(line)
    if not found:
        return []
    parts = [_bare(part) for part in _NEXT_LABEL.split(_CREDIT.sub("", found["name"]))]
    if any(len(part) > _LONGEST for part in parts):
        return []
    return [name for part in parts for name in _names(part)]


def signed_line(line: str) -> list[str]:
    """The names of a line that is nothing but a signature: "(Humas Rutan X)", "Humas Lapas X"."""
    if _TEAM.fullmatch(line) or _INITIALS_LINE.fullmatch(line):
        return _names(line)
    text, names = signature(line)
    return [] if text else names


def signature(paragraph: str) -> tuple[str, list[str]]:
    """A paragraph without the initials at its end, and those: "... tutupnya. (rd/an)"."""
    found = _SIGNATURE.search(paragraph) or _STARRED.search(paragraph)
    if not found:
        return paragraph, []
    name = found["name"].strip()
    if re.search(r"\d", name) and not _NUMBERED.fullmatch(name):
        return paragraph, []
    text = paragraph[
        : found.start("before") + 1 if "before" in found.groupdict() else found.start()
    ]
    text = text.rstrip("* ") if found.start() else ""
    return text, [] if _NOT_A_SIGNATURE.fullmatch(name) else _names(name)


def author(line: str) -> list[str]:
    """The person of a header line that holds only a name, or a name and the day of posting."""
    rest, _day = dates.posting_day(line)
    name = re.sub(rf"\b{dates.WEEKDAY}\b", " ", rest, flags=re.IGNORECASE).strip(" ,-–|•()·")
    person = _PERSON.fullmatch(name) and " " in name and not name.isupper()
    units = {word.text for word in words(name)} & _UNITS
    return [name] if person and not units and len(name) <= _LONGEST else []


def _names(text: str) -> list[str]:
    names = (name.strip(" ,:*") for name in _NAME_PARTS.split(text))
    return [_FULL_STOP.sub("", name) for name in names if _IS_NAME.search(name)]


def _bare(name: str) -> str:
    """Without what sites put behind a name: the day of posting, counters."""
    name = _AFTER_NAME.sub("", name)
    for found in dates.find(name):
        name = name[: found.start]
        break
    return _AFTER_NAME.sub("", name).strip(" ,-–|•")
