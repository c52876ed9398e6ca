"""What the parse tree of a regular expression says, without running it."""

import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator
from re import _constants as constants  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import newsroom.safeguards
from newsroom.safeguards.rules.concerns import Concern

Tree = list[tuple[Any, Any]]

#: Rooms of safeguards that keep records and hold no rules.
RECORDS = ("models", "migrations", "actions", "admin", "management", "access", "apps", "tasks")


def modules() -> Iterator[Any]:
    """Every pure module of the safeguards."""
    room = newsroom.safeguards
    for one in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
        if not any(f".{name}" in one.name.removeprefix(room.__name__) for name in RECORDS):
            yield importlib.import_module(one.name)


def values(value: Any, depth: int = 5) -> Iterator[Any]:
    """The value and what it holds, through tuples, lists, dictionaries and slots."""
    yield value
    if depth == 0 or isinstance(value, str | bytes | re.Pattern):
        return
    parts: Iterable[Any] = ()
    if isinstance(value, tuple | list | set | frozenset):
        parts = value
    elif isinstance(value, dict):
        parts = value.values()
    elif hasattr(type(value), "__slots__") and hasattr(type(value), "__dataclass_fields__"):
        parts = [getattr(value, name) for name in type(value).__dataclass_fields__]
    for part in parts:
        yield from values(part, depth - 1)


def held() -> Iterator[tuple[str, Any]]:
    """Everything that pure modules hold under a name of their own, with where it stands."""
    for module in modules():
        for name, value in vars(module).items():
            if not name.startswith("__"):
                for one in values(value):
                    yield f"{module.__name__}.{name}", one


def patterns() -> dict[re.Pattern[str], str]:
    """Every compiled pattern of the safeguards, and where it stands."""
    return {one: where for where, one in held() if isinstance(one, re.Pattern)}


def concerns() -> list[tuple[str, Concern]]:
    """Every concern of the rules, each once."""
    found = {id(one): (where, one) for where, one in held() if isinstance(one, Concern)}
    return list(found.values())


def tree(pattern: re.Pattern[str]) -> Tree:
    """The parse tree."""
    return list(parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE))


def branches(op: Any, of: Any) -> list[Tree]:
    """The trees below one node."""
    if op is constants.BRANCH:
        return [list(one) for one in of[1]]
    if op is constants.SUBPATTERN:
        return [list(of[3])]
    if op in (constants.MAX_REPEAT, constants.MIN_REPEAT):
        return [list(of[2])]
    if op in (constants.ASSERT, constants.ASSERT_NOT):
        return [list(of[1])]
    if op is constants.ATOMIC_GROUP:
        return [list(of)]
    return []


def nested_repeats(of: Tree, inside: bool = False) -> Iterator[str]:
    """Unbounded repeats inside unbounded repeats: what can run for ever."""
    for op, argument in of:
        unbounded = op in (constants.MAX_REPEAT, constants.MIN_REPEAT) and (
            argument[1] is constants.MAXREPEAT
        )
        if unbounded and inside:
            yield str(argument)
        for below in branches(op, argument):
            yield from nested_repeats(below, inside or unbounded)


def always_holds(of: Tree, words: Iterable[str], run: str = "") -> bool:
    """Whether every match surely holds one of the words (lower case)."""
    for op, argument in of:
        if op is constants.LITERAL:
            run += chr(argument).lower()
            if any(word in run for word in words):
                return True
            continue
        repeated = op in (constants.MAX_REPEAT, constants.MIN_REPEAT)
        if op in (constants.BRANCH, constants.SUBPATTERN) or (repeated and argument[0] > 0):
            below = branches(op, argument)
            if all(always_holds(one, words, run) for one in below):
                return True
        if op not in (constants.ASSERT, constants.ASSERT_NOT, constants.AT):
            run = ""
    return False
