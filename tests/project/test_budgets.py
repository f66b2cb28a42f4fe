"""The budgets of the style guide that no linter checks."""

from __future__ import annotations

import ast
import statistics
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MAX_FILE_LINES = 300
MAX_MEDIAN_FILE_LINES = 120
MAX_FUNCTION_LINES = 40
MAX_MEDIAN_FUNCTION_LINES = 12

FILES = sorted(
    path
    for room in ("schemas", "copydesk", "expectations", "flows", "benchmarks", "training", "tests")
    for path in (ROOT / room).rglob("*.py")
)


def _function_lengths(path: Path) -> dict[str, int]:
    """Lines of every function without its docstring."""
    lengths = {}
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            first = body[0].lineno if body else node.lineno
            lengths[node.name] = (node.end_lineno or first) - first + 1
    return lengths


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_is_longer_than_the_budget(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MAX_FILE_LINES


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_function_is_longer_than_the_budget(path: Path) -> None:
    assert {name: n for name, n in _function_lengths(path).items() if n > MAX_FUNCTION_LINES} == {}


def test_files_are_short_on_the_median() -> None:
    lengths = [len(path.read_text("utf-8").splitlines()) for path in FILES]
    assert statistics.median(lengths) <= MAX_MEDIAN_FILE_LINES


def test_functions_are_short_on_the_median() -> None:
    lengths = [n for path in FILES for n in _function_lengths(path).values()]
    assert statistics.median(lengths) <= MAX_MEDIAN_FUNCTION_LINES
