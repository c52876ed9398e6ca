"""The sizes and habits we keep (docs/design.md and CONTRIBUTING.md), measured on the source."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted(
    path
    for folder in ("newsroom", "facilities")
    for path in (ROOT / folder).rglob("*.py")
    if "migrations" not in path.parts
)
BANNED = {"utils", "helpers", "common", "misc", "handle", "process", "data", "info", "obj"}
#: Names that Django itself asks for: BaseCommand.handle, arguments of admin and backend hooks.
ASKED_FOR_BY_DJANGO = {"handle", "obj", "data"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def tree(path: Path) -> ast.Module:
    """The file's syntax tree."""
    return ast.parse(path.read_text(), filename=str(path))


def functions() -> Iterator[tuple[str, Function]]:
    """Every function and method with its address."""
    for path in SOURCES:
        for node in ast.walk(tree(path)):
            if isinstance(node, Function):
                yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", node


def lines_of(node: Function) -> int:
    """Lines from the signature to the end, docstring and decorators aside."""
    first = node.body[0]
    has_docstring = (
        isinstance(first, ast.Expr)
        and isinstance(first.value, ast.Constant)
        and isinstance(first.value.value, str)
    )
    docstring = (first.end_lineno or 0) - first.lineno + 1 if has_docstring else 0
    return (node.end_lineno or 0) - node.lineno + 1 - docstring


def test_no_function_is_longer_than_40_lines_and_9_in_10_fit_20() -> None:
    sizes = [(lines_of(node), where) for where, node in functions()]
    assert [pair for pair in sizes if pair[0] > 40] == []
    short = sum(1 for lines, _ in sizes if lines <= 20)
    assert short >= 0.9 * len(sizes), sorted(sizes)[-20:]


def test_no_file_is_longer_than_300_lines_and_9_in_10_fit_200() -> None:
    sizes = [(len(path.read_text().splitlines()), str(path.relative_to(ROOT))) for path in SOURCES]
    assert [pair for pair in sizes if pair[0] > 300] == []
    short = sum(1 for lines, _ in sizes if lines <= 200)
    assert short >= 0.9 * len(sizes), sorted(sizes)[-20:]


def test_imports_stand_at_the_top_except_in_ready() -> None:
    inner = [
        where
        for where, node in functions()
        if node.name != "ready"
        for child in ast.walk(node)
        if isinstance(child, ast.Import | ast.ImportFrom)
    ]
    assert inner == []


def test_there_is_one_signal() -> None:
    made = [path for path in SOURCES if re.search(r"=\s*Signal\(", path.read_text())]
    assert [str(path.relative_to(ROOT)) for path in made] == ["newsroom/releases/signals.py"]


def test_there_is_one_broad_except_the_is_the_wall() -> None:
    broad = [
        str(path.relative_to(ROOT))
        for path in SOURCES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in {"Exception", "BaseException"})
    ]
    assert broad == ["newsroom/lib/isolation.py"]


def test_no_name_says_nothing() -> None:
    bad = [
        where
        for where, node in functions()
        if node.name in BANNED - ASKED_FOR_BY_DJANGO or node.name.startswith("do_")
    ]
    bad += [str(path) for path in SOURCES if path.stem in BANNED]
    bad += [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in SOURCES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ClassDef)
        and (node.name.endswith("Manager") or node.name.lower() in BANNED)
    ]
    assert bad == []


def test_what_other_rooms_call_carries_a_docstring() -> None:
    silent = []
    for path in SOURCES:
        if path.name in {"__init__.py", "apps.py", "__main__.py"}:
            continue
        module = tree(path)
        for node in module.body:
            named = isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_")
            if named and not ast.get_docstring(node) and node.name not in {"Command", "Meta"}:  # type: ignore[union-attr]
                silent.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert silent == []
