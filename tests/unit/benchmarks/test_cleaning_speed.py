"""The benchmark of cleaning: its order, its table, its documentation."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.cleaning_speed import (
    EXIT_UNUSABLE,
    Measurement,
    Way,
    clean_html,
    clean_page_text,
    main,
    table,
    texts_of,
    turns,
)
from benchmarks.quality_gold import GoldDocument

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "docs" / "performance.md"
WAYS = tuple(Way(name, str.upper, ("talks",) * 8) for name in ("text (dump)", "HTML", "trafilatura.extract"))


def test_every_way_begins_a_round() -> None:
    assert [way.name for way in turns(WAYS, 3)[::3]] == [way.name for way in WAYS]


def test_every_way_is_measured_in_every_round() -> None:
    assert {way.name: turns(WAYS, 4).count(way) for way in WAYS} == {way.name: 4 for way in WAYS}


def test_every_way_has_a_measurement() -> None:
    # In a process of its own: some versions of CPython crash where tracemalloc stops while other threads
    # start, and the server that other tests run with has many.
    code = (
        "from benchmarks.cleaning_speed import Way, measure;"
        "print(*measure([Way(name, str.upper, ('talks',) * 8) for name in 'abc'], 1))"
    )
    measured = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    assert measured.stdout.split() == ["a", "b", "c"]


def test_the_table_compares_with_trafilatura() -> None:
    measured = {
        way.name: Measurement(seconds, 1024, 3072)
        for way, seconds in zip(WAYS, (0.125, 2.0, 1.0), strict=True)
    }
    assert table(WAYS, measured).splitlines()[2:] == [
        "| text (dump) | 64.0 | 15.6 | 8.0 | 2 |",
        "| HTML | 4.0 | 250.0 | 0.5 | 2 |",
        "| trafilatura.extract | 8.0 | 125.0 | 1.0 | 2 |",
    ]


def test_texts_are_those_of_the_pages_in_their_order() -> None:
    texts = [
        GoldDocument(f"{name}#{rendering}", f"{name} {rendering}", None, "{}")
        for name in "abc"
        for rendering in ("blocks", "dump")
    ]
    pages = [GoldDocument(name, "<p>", None, "{}") for name in "ca"]
    assert texts_of(texts, pages, "dump") == ("c dump", "a dump")


@pytest.mark.parametrize("clean", [clean_page_text, clean_html])
def test_page_without_an_article_ends_no_benchmark(clean: object) -> None:
    assert callable(clean)
    assert clean("<html>Home") is None


def test_without_gold_the_exit_status_is_that_of_unusable_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COPYDESK_GOLD", str(tmp_path))
    assert main(["dump"]) == EXIT_UNUSABLE


@pytest.mark.parametrize("arguments", [["weather"], ["--sample", "0"], ["--rounds", "x"]])
def test_wrong_use_has_exit_status_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == EXIT_UNUSABLE


def test_the_page_has_the_table() -> None:
    measured = {way.name: Measurement(1.0, 0, 0) for way in WAYS}
    assert PAGE.read_text("utf-8").count("\n".join(table(WAYS, measured).splitlines()[:2])) == 1
