"""What a person does about findings: mend, leave, say who somebody is; and the record of it.

Without JavaScript the panel's buttons are the form's own: the deed changes what stands in the form,
which comes back unsaved. With it, checking.js does the same in the browser.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.http import QueryDict

from facilities.models import Facility
from newsroom.contributors.models import User
from newsroom.lib.html import plain
from newsroom.releases import actions
from newsroom.releases.judging import judged
from newsroom.releases.models import Part, Release
from newsroom.releases.moves import latest_revision
from newsroom.safeguards import Finding, Group, Level
from newsroom.safeguards import actions as safeguards
from newsroom.safeguards.mending import mended, mended_html
from newsroom.safeguards.refusals import RecordRefused

from .panel import Panel, Remark
from .people import PREFIX

_DEEDS = ("mend", "leave", "declare", "learn")
#: Answers one save may record; nobody gives more between two saves.
_MOST = 500


def asked(typed: Mapping[str, Any]) -> bool:
    """Whether a button of the panel was pressed, and not one that saves."""
    return any(name in typed for name in _DEEDS)


def done(typed: QueryDict, panel: Panel) -> QueryDict:
    """The form with the deed done. A finding that is no longer there changes nothing."""
    changed = typed.copy()
    for name in _DEEDS:
        changed.pop(name, None)
    if typed.get("mend") == "safe":
        _mend(changed, [(one, 0) for one in panel.safe])
    elif "mend" in typed:
        key, _dot, choice = str(typed["mend"]).rpartition(".")
        _mend(changed, _chosen(panel.remark(key), choice))
    elif "leave" in typed and (remark := panel.remark(str(typed["leave"]))):
        changed["left"] = f"{changed.get('left', '')} {remark.finding.fingerprint}".strip()
    elif "declare" in typed:
        key, _dot, part = str(typed["declare"]).rpartition(".")
        _declare(changed, panel.remark(key), part)
    return changed


def learn(
    typed: Mapping[str, Any], panel: Panel, facility: Facility | None, *, by: User, at: datetime
) -> str | None:
    """Take a word into the unit's dictionary where that was asked.

    Gives a sentence for the person: empty where it is done, else why it is not; None if not asked.
    """
    remark = panel.remark(str(typed.get("learn", "")))
    if remark is None or facility is None or not remark.may_be_learned:
        return None
    try:
        safeguards.learn(facility, remark.finding.excerpt, by=by, at=at)
    except RecordRefused as refusal:
        return str(refusal)
    return ""


def record(release: Release, typed: Mapping[str, Any], *, by: User, at: datetime) -> None:
    """Keep the answers given since the last save, now that the text they speak of is saved."""
    left = set(typed.get("left", "").split()[:_MOST])
    if left:
        content = json.loads(latest_revision(release).content)
        found = [one for one in judged(release, content, at=at) if one.is_open]
        mine = [one.finding for one in found if one.finding.fingerprint in left]
        lesser = [one for one in mine if one.level > Level.SIGN_OFF]
        actions.dismiss(release, lesser, by=by, at=at)
    actions.accept(release, _taken(typed.get("taken", "")), by=by, at=at)


def _chosen(remark: Remark | None, choice: str) -> list[tuple[Remark, int]]:
    number = int(choice) if choice.isdecimal() else 0
    if remark is None or number >= len(remark.finding.replacements):
        return []
    return [(remark, number)]


def _mend(changed: QueryDict, chosen: Iterable[tuple[Remark, int]]) -> None:
    """Put the chosen replacements in; those whose words are no longer there are left out."""
    by_field: dict[str, list[tuple[Remark, int]]] = {}
    for remark, number in chosen:
        by_field.setdefault(remark.anchor.removeprefix("id_"), []).append((remark, number))
    for name, pairs in by_field.items():
        if name not in changed:
            continue
        changed[name], text = _with(str(changed[name]), name, pairs)
        told = [json.loads(one.told) for one, _number in pairs if one.finding.excerpt in text]
        changed["taken"] = json.dumps([*_list(changed.get("taken", "")), *told])


def _with(raw: str, name: str, pairs: list[tuple[Remark, int]]) -> tuple[str, str]:
    """What a field holds once mended, and the plain text that the findings spoke of."""
    if name == "body":
        text = plain(raw)
        return mended_html(raw, _ready(text, pairs)), text
    first = pairs[0][0].finding
    # As fields clean what was typed: untouched, stripped, or drawn to one line.
    for text in (raw, raw.strip(), " ".join(raw.split())):
        if text[first.start : first.end] == first.excerpt:
            return mended(text, _ready(text, pairs)), text
    return raw, ""


def _ready(text: str, pairs: Iterable[tuple[Remark, int]]) -> Iterator[Finding]:
    """Each finding with the chosen text first; taking words out leaves no two spaces behind."""
    for remark, number in pairs:
        one = remark.finding
        new = one.replacements[number]
        behind = text[one.end : one.end + 1]
        if not new and behind == " " and (not one.start or text[one.start - 1].isspace()):
            yield replace(one, end=one.end + 1, excerpt=one.excerpt + behind, replacements=(new,))
        else:
            yield replace(one, replacements=(new,))


def _declare(changed: QueryDict, remark: Remark | None, part: str) -> None:
    if remark is None or (part not in Part.values and not (remark.may_be_listed and not part)):
        return
    told = str(changed.get(f"{PREFIX}-TOTAL_FORMS", ""))
    number = int(told) if re.fullmatch(r"[0-9]{1,4}", told) else 0
    changed[f"{PREFIX}-TOTAL_FORMS"] = str(number + 1)
    changed[f"{PREFIX}-{number}-name"] = " ".join(remark.finding.excerpt.split())
    changed[f"{PREFIX}-{number}-part"] = part


def _taken(told: str) -> Iterator[Finding]:
    """Findings as the form tells of them. Nobody else's record depends on them."""
    for row in _list(told):
        if not (isinstance(row, list) and len(row) == 4 and all(map(_may_be_kept, row))):
            continue
        rule, level, place, excerpt = row
        if level.upper() in Level.__members__:
            yield Finding(
                rule=rule[:60],
                group=Group.LANGUAGE,
                level=Level[level.upper()],
                place=place[:60],
                reason="",
                excerpt=excerpt[:500],
            )


def _may_be_kept(word: object) -> bool:
    """Whether it is text that every database takes: no zero byte, no half of a pair of UTF-16."""
    return isinstance(word, str) and not re.search("[\\0\ud800-\udfff]", word)


def _list(told: str) -> list[Any]:
    try:
        rows = json.loads(told or "[]")
    except ValueError:
        return []
    return rows[:_MOST] if isinstance(rows, list) else []
