"""The page: everything on it, nothing outside it."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from expectations.expectation import Action
from expectations.report import ReportTitle, TableSection, table_sections, write_report
from expectations.verdict import Check, Failure, Verdict

if TYPE_CHECKING:
    from pathlib import Path

TITLE = ReportTitle("20260131T120000Z-1a2b", datetime(2026, 1, 31, 12, tzinfo=UTC))
GOOD = Check(
    "documents", "text", "text_is_not_blank", "has words", Action.STOP, passed=True, n_rows=3, n_failed=0
)
FINE = Check("quotes", "", "has_rows", "is not empty", Action.STOP, passed=True, n_rows=9, n_failed=0)
BAD = Check("quotes", "kind", "kind_is_known", "is known", Action.STOP, passed=False, n_rows=9, n_failed=2)
FAILURE = Failure(
    "quotes", "kind", "kind_is_known", "is known", Action.STOP, 2, ("q0", "q1"), ("<b>shouted</b>",)
)
FAILED = Verdict((GOOD, FINE, BAD), (FAILURE,), {})
PASSED = Verdict((GOOD, FINE), (), {})


@pytest.fixture
def page(tmp_path: Path) -> str:
    path = tmp_path / "validation" / "report.html"
    write_report(FAILED, TITLE, path)
    return path.read_text(encoding="utf-8")


def test_sections_follow_the_verdict_and_failures_come_first() -> None:
    assert table_sections(FAILED) == (
        TableSection("documents", 3, 0, ((GOOD, None),)),
        TableSection("quotes", 9, 1, ((BAD, FAILURE), (FINE, None))),
    )


def test_verdict_is_the_headline(page: str) -> None:
    assert re.findall(r"<h1>(.*?)</h1>", page) == ["Validation failed"]


def test_good_verdict_is_the_headline(tmp_path: Path) -> None:
    write_report(PASSED, TITLE, tmp_path / "report.html")
    assert "<h1>Validation passed</h1>" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_run_is_named(page: str) -> None:
    assert "<code>20260131T120000Z-1a2b</code>" in page
    assert '<time datetime="2026-01-31T12:00:00+00:00">2026-01-31 12:00 UTC</time>' in page


def test_failure_shows_its_rows(page: str) -> None:
    assert "<code>q0</code> <code>q1</code>" in page


def test_values_from_the_data_are_escaped(page: str) -> None:
    assert "&lt;b&gt;shouted&lt;/b&gt;" in page
    assert "<b>" not in page


def test_page_needs_nothing_from_outside(page: str) -> None:
    assert re.findall(r"(?:src|href)=\"(?!#)|<script|<link|@import|url\(|https?:", page) == []
