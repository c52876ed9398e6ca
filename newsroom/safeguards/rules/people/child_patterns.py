"""The kinds of trace that lead to a child, each with when it points to none."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from newsroom.safeguards.names import Census
from newsroom.safeguards.names.census import Sheet
from newsroom.safeguards.names.lexicon import place_length, role
from newsroom.safeguards.names.shape import folded
from newsroom.safeguards.names.standing import Part

from .child_cues import any_child, of_many, of_partners, one_child
from .patterns import CHILD

Guard = Callable[[Census, Sheet, re.Match[str]], bool]
_SEAT_REACH = 90
_SENTENCE = 400
_SINGLING = 2


@dataclass(frozen=True, slots=True)
class Trace:
    """One kind of trace: what it looks like, what to say, and when it points to no child."""

    name: str
    pattern: re.Pattern[str]
    reason: str | Promise
    replacements: tuple[str, ...]
    passes: Guard


def _sentence(sheet: Sheet, match: re.Match[str]) -> str:
    start, end = sheet.reading.sentence_span(match.start())
    first, last = max(start, match.start() - _SENTENCE), min(end, match.end() + _SENTENCE)
    return sheet.reading.clear[first:last]


def _never(census: Census, sheet: Sheet, match: re.Match[str]) -> bool:
    return False


def _nobody_named(census: Census, sheet: Sheet, match: re.Match[str]) -> bool:
    """A child of nobody in particular: no person is named in the sentence."""
    start, end = sheet.reading.sentence_span(match.start())
    near = sheet.within(max(start, match.start() - _SENTENCE), min(end, match.end() + _SENTENCE))
    return not near


def _no_child(census: Census, sheet: Sheet, match: re.Match[str]) -> bool:
    """Nothing in the sentence speaks of a child, or it speaks of many."""
    sentence = _sentence(sheet, match)
    return not any_child(sentence) or of_many(sentence)


def _pupils_in_general(census: Census, sheet: Sheet, match: re.Match[str]) -> bool:
    sentence = _sentence(sheet, match)
    return of_many(sentence) or of_partners(sentence)


def _not_of_one(census: Census, sheet: Sheet, match: re.Match[str]) -> bool:
    """No single child is spoken of in the sentence, or the school is a partner."""
    sentence = _sentence(sheet, match)
    return not one_child(sentence) or bool(CHILD("partner").search(sentence))


def _of_an_official(census: Census, sheet: Sheet, match: re.Match[str]) -> bool:
    """The last person named before, in the same sentence, holds an office."""
    sentence = sheet.reading.sentence_span(match.start())
    before = sheet.within(max(sentence.start, match.start() - _SENTENCE), match.start())
    if not before:
        return False
    name, standing = before[-1]
    return standing.part is Part.OFFICIAL or census.is_introduced(name.parts)


def _known_town(census: Census, sheet: Sheet, match: re.Match[str]) -> bool:
    """A regency, city or province is no address; nor is the origin of things or guests."""
    words = [folded(word) for word in re.findall(r"[^\W\d_]+", match["town"])]
    if not words or role(words[0]) or place_length(words, 0):
        return True
    return _no_child(census, sheet, match)


def _institute_lives_there(census: Census, sheet: Sheet, match: re.Match[str]) -> bool:
    """The address is that of the unit or of a partner."""
    sentence = sheet.reading.sentence_span(match.start())
    before = sheet.reading.clear[max(sentence.start, match.start() - _SEAT_REACH) : match.start()]
    if CHILD("seat").search(before) and not one_child(before):
        return True
    return _no_child(census, sheet, match)


def _official_account(census: Census, sheet: Sheet, match: re.Match[str]) -> bool:
    told = match.groupdict()
    account = told.get("account") or told.get("handle") or ""
    return bool(CHILD("official_account").search(account))


def _feast(census: Census, sheet: Sheet, match: re.Match[str]) -> bool:
    """The birthday of the state, of an office or a prophet."""
    sentence = _sentence(sheet, match)
    return bool(CHILD("feast").search(sentence)) or of_many(sentence)


def _not_combined(census: Census, sheet: Sheet, match: re.Match[str]) -> bool:
    """Offence with two of age, place and day singles out one child; with one it does not."""
    sentence = _sentence(sheet, match)
    beside = [key for key in ("age", "where", "date", "viral") if CHILD(key).search(sentence)]
    return of_many(sentence) or len(beside) < _SINGLING


_KIN = _("Parents and relatives lead to a child. Say “orang tua anak” or “keluarga anak”.")
_KIN_INSTEAD = ("orang tua anak", "keluarga anak", "")
_SCHOOL = _("A school leads to a child. Leave it out, or say “sebuah sekolah”.")
_SCHOOL_INSTEAD = ("sebuah sekolah", "seorang pelajar", "")
_CLUB = _("A club, team or former fame leads to a child. Leave it out.")
_HOME = _("A village, street or address leads to a child. Leave it out.")
_ACCOUNT = _("An account in social media leads to a child. Leave it out.")
_AWAY = ("", "dari daerahnya")

TRACES: tuple[Trace, ...] = (
    Trace("kin", CHILD("kin"), _KIN, _KIN_INSTEAD, _never),
    Trace("kin", CHILD("own_child"), _KIN, _KIN_INSTEAD, _nobody_named),
    Trace("school", CHILD("school_of"), _SCHOOL, _SCHOOL_INSTEAD, _pupils_in_general),
    Trace("school", CHILD("school_near"), _SCHOOL, _SCHOOL_INSTEAD, _not_of_one),
    Trace("home", CHILD("home"), _HOME, _AWAY, _institute_lives_there),
    Trace("home", CHILD("neighbour"), _HOME, _AWAY, _no_child),
    Trace("home", CHILD("origin"), _HOME, _AWAY, _known_town),
    Trace(
        "nickname",
        CHILD("nickname"),
        _("A nickname leads to a child. Say “seorang Anak Binaan”."),
        ("seorang Anak Binaan", ""),
        _of_an_official,
    ),
    Trace("club", CHILD("club"), _CLUB, ("sebuah klub", ""), _pupils_in_general),
    Trace("club", CHILD("once"), _CLUB, ("",), _not_of_one),
    Trace(
        "visit",
        CHILD("visit"),
        _("A teacher or visitor who comes for one child leads to it. Say it in general."),
        ("keluarga dan kerabat anak", ""),
        _never,
    ),
    Trace(
        "mark",
        CHILD("mark"),
        _("An unusual mark or object makes a child recognisable. Leave it out."),
        ("",),
        _no_child,
    ),
    Trace("account", CHILD("handle"), _ACCOUNT, ("",), _official_account),
    Trace("account", CHILD("account"), _ACCOUNT, ("",), _official_account),
    Trace("account", CHILD("path"), _ACCOUNT, ("",), _official_account),
    Trace(
        "birth",
        CHILD("birth"),
        _("A date of birth leads to a child. Say the age group instead."),
        ("", "berusia 14 sampai 18 tahun"),
        _feast,
    ),
    Trace(
        "singled_out",
        CHILD("singled_out"),
        _("Age, offence and place together single out one child. Keep at most one of them."),
        ("",),
        _not_combined,
    ),
)
