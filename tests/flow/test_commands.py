"""`show`, `clean` and `extract`: single articles."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.flow.articles import BRUSSELS, MOSCOW
from tests.flow.command import copydesk

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.usefixtures("published_raw")
def test_show_prints_the_article_and_lists_what_was_found(tmp_path: Path) -> None:
    outcome = copydesk("show", "a.txt", "--out", tmp_path / "out")
    assert outcome.status == 0
    assert "Minister sees progress in arms talks" in outcome.stdout
    assert "Sergei Lavrov" in outcome.stdout.partition("quotes")[2]


@pytest.mark.usefixtures("published_raw")
def test_show_says_when_no_article_fits(tmp_path: Path) -> None:
    outcome = copydesk("show", "ffff", "--out", tmp_path / "out")
    assert (outcome.status, outcome.stdout) == (2, "")
    assert "'ffff'" in outcome.stderr


def test_clean_prints_the_article_and_every_line(raw: Path) -> None:
    (raw / "a.txt").write_text("Home\n\n" + MOSCOW)
    article = json.loads(copydesk("clean", raw / "a.txt").stdout)
    assert article["document"]["text"].startswith("Russian Foreign Minister")
    assert [segment["label"] for segment in article["segments"]][:3] == ["junk", "junk", "title"]


def test_extract_reads_standard_input() -> None:
    article = json.loads(copydesk("extract", "-", stdin=BRUSSELS).stdout)
    direct = [quote["speaker_name"] for quote in article["quotes"] if quote["kind"] == "direct"]
    assert direct == ["Hillary Clinton"]


def test_extract_prints_one_line_a_record(raw: Path) -> None:
    records = [json.dumps({"text": text}) for text in (MOSCOW, BRUSSELS)]
    (raw / "two.jsonl").write_text("\n".join(records))
    assert len(copydesk("extract", raw / "two.jsonl").stdout.splitlines()) == 2


def test_clean_says_what_is_unusable(raw: Path) -> None:
    (raw / "menu.txt").write_text("Home\nNews\nSport\n")
    outcome = copydesk("clean", raw / "menu.txt")
    assert (outcome.status, outcome.stdout) == (2, "")
    assert "no_article" in outcome.stderr


def test_extract_of_a_missing_file_is_unusable(tmp_path: Path) -> None:
    outcome = copydesk("extract", tmp_path / "gone.txt")
    assert outcome.status == 2
    assert "gone.txt" in outcome.stderr
