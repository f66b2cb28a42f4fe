"""`copydesk clean --explain`: what was kept and dropped, and why."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest
from rich.console import Console

from flows.explain import explain_articles
from flows.single import cleaned
from tests.flow.articles import BRUSSELS, MOSCOW
from tests.flow.command import copydesk

if TYPE_CHECKING:
    from pathlib import Path

_PAGE = f"Home\n\n{MOSCOW}\nCopyright © 2009 Moscow Evening Courier. All rights reserved.\n"
_HTML = """<html><head><title>Ferry runs again</title><style>p {{margin: 0}}</style></head><body>
<ul><li><a href="/">Home</a></li></ul>{script}<h1>Ferry runs again</h1>
<p>The ferry to the <b>northern</b> islands &amp; the lighthouse sailed again after a week of storms.</p>
<p>Passengers had waited in the harbour since Monday, and the first boat was full within an hour.</p>
</body></html>"""


def _plain(name: Path | str) -> list[list[str]]:
    """The columns of every line of the plain form."""
    stream = io.StringIO()
    explain_articles(cleaned(str(name)), Console(file=stream))
    return [line.split("\t") for line in stream.getvalue().splitlines()]


def _on_terminal(name: Path, width: int = 100) -> str:
    stream = io.StringIO()
    terminal = Console(file=stream, width=width, force_terminal=True, no_color=False, color_system="standard")
    explain_articles(cleaned(str(name)), terminal)
    return stream.getvalue()


@pytest.fixture
def page(raw: Path) -> Path:
    path = raw / "a.txt"
    path.write_text(_PAGE)
    return path


def test_every_line_of_the_page_is_there_in_order(page: Path) -> None:
    lines = [columns for columns in _plain(page) if columns[0] != "#"]
    shown = " ".join(text for _, _, text in lines)
    assert shown == " ".join(_PAGE.split())


def test_a_dropped_line_has_family_rule_and_confidence(page: Path) -> None:
    (legal,) = [columns for columns in _plain(page) if columns[1].startswith("legal/")]
    assert legal == ["junk", "legal/copyright_line/1.00", _PAGE.splitlines()[-1]]


def test_kept_lines_have_their_label_and_no_family(page: Path) -> None:
    title, first = [columns for columns in _plain(page) if columns[0] in ("title", "body")][:2]
    assert [title[0], title[2]] == ["title", "Minister sees progress in arms talks"]
    assert [first[0], first[1].partition("/")[0]] == ["body", "-"]


def test_the_header_tells_what_was_found_and_leaves_the_rest_empty(page: Path) -> None:
    facts = {columns[1]: columns[2] for columns in _plain(page) if columns[0] == "#"}
    assert facts["title"] == "Minister sees progress in arms talks"
    assert facts["published"] == "2009-03-17 (from page)"
    assert (facts["language"], facts["subtitle"]) == ("en", "")


def test_several_records_come_one_after_the_other(raw: Path) -> None:
    (raw / "two.jsonl").write_text("\n".join(json.dumps({"text": text}) for text in (MOSCOW, BRUSSELS)))
    lines = _plain(raw / "two.jsonl")
    records = [columns[2] for columns in lines if columns[:2] == ["#", "source"]]
    assert [record.rpartition(", ")[2] for record in records] == ["record 0", "record 1"]
    assert lines.count([""]) == 1


def test_html_is_shown_as_readers_see_it(raw: Path) -> None:
    (raw / "a.html").write_text(_HTML.format(script=""))
    seen = [columns[2] for columns in _plain(raw / "a.html") if columns[0] != "#"]
    assert "Home" in seen
    assert any(text.startswith("The ferry to the northern islands & the lighthouse") for text in seen)
    assert [text for text in seen if "<" in text] == []


def test_a_terminal_shows_markup_only_where_there_is_much_of_it(raw: Path) -> None:
    for name, script in (("a.html", ""), ("b.html", f"<script>{'call();' * 100}</script>")):
        (raw / name).write_text(_HTML.format(script=script))
    assert "of markup" not in _on_terminal(raw / "a.html")
    assert "of markup" in _on_terminal(raw / "b.html")


def test_a_terminal_greys_what_was_dropped_and_leaves_the_body_alone(page: Path) -> None:
    shown = _on_terminal(page)
    assert "\x1b[2mCopyright © 2009 Moscow Evening Courier." in shown
    kept = [columns[2] for columns in _plain(page) if columns[0] == "body"]
    assert len(kept) > 1
    assert [text for text in kept if f"\n{text[:40]}" not in shown] == []


@pytest.mark.parametrize("width", [45, 60, 200])
def test_long_junk_is_shortened_to_the_terminal(raw: Path, width: int) -> None:
    (raw / "a.txt").write_text(_PAGE.replace("All rights reserved.", "All rights reserved. " * 30))
    (line,) = [line for line in _on_terminal(raw / "a.txt", width).splitlines() if "Copyr" in line]
    assert "…" in line
    assert len(line.replace("\x1b[2m", "").replace("\x1b[0m", "")) <= width


def test_control_characters_of_the_page_do_not_reach_the_terminal(raw: Path) -> None:
    (raw / "a.txt").write_text(_PAGE.replace("Home", "\x1b[31mHome\x07\x9b"))
    assert "\x1b[31m" not in _on_terminal(raw / "a.txt")
    assert "\x07" not in _on_terminal(raw / "a.txt")


def test_the_command_reads_standard_input_and_pipes_plain_text() -> None:
    outcome = copydesk("clean", "-", "--explain", stdin=_PAGE)
    assert outcome.status == 0
    assert "\njunk\tlegal/copyright_line/1.00\tCopyright" in outcome.stdout
    assert "\x1b" not in outcome.stdout


def test_no_usable_article_is_said_as_without_explanation(raw: Path) -> None:
    (raw / "menu.txt").write_text("Home\nNews\nSport\n")
    outcome = copydesk("clean", raw / "menu.txt", "--explain")
    assert (outcome.status, outcome.stdout) == (2, "")
