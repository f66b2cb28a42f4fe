"""`copydesk clean --explain`: an article with every line of its page, and why each was kept or dropped.

On a terminal it is laid out for reading; elsewhere it is plain text with three columns between tabs,
one line for each segment, for `grep` and `cut`.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from copydesk.cleaning.assemble import plain_characters
from copydesk.readers.blocks import visible_lines
from copydesk.readers.markup import tokens
from schemas.vocabulary import JunkFamily, SegmentLabel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    Row = dict[str, Any]

_NO_FAMILY = "-"
_HEADER_MARK = "#"
_REASON_STYLE = "dim"
_STYLES = {
    SegmentLabel.TITLE: "bold",
    SegmentLabel.SUBTITLE: "italic",
    SegmentLabel.CROSSHEAD: "bold",
    SegmentLabel.JUNK: "dim",
}
_OTHER_STYLE = "cyan"
_MARK_WIDTH = max(len(label) for label in SegmentLabel)
_MAX_REASON_SHARE = 0.4
# Tags stand between any two lines of a page; on a terminal only longer stretches are worth a line.
MIN_MARKUP_CHARACTERS_SHOWN = 200


@dataclass(frozen=True, slots=True)
class ExplainedLine:
    """A segment as it is shown; a run of markup is one.

    Attributes:
        text: What a reader of the page sees, on one line.
        n_raw_characters: Its length in the record.
        paragraph_no: Its paragraph in the article; None unless it is body.
    """

    label: SegmentLabel
    family: JunkFamily | None
    rule: str
    confidence: float
    text: str
    n_raw_characters: int
    paragraph_no: int | None

    @property
    def reason(self) -> str:
        """Family, rule and confidence; the family is `-` where the line is no junk."""
        return f"{self.family or _NO_FAMILY}/{self.rule}/{self.confidence:.2f}"


def explain_articles(articles: Iterable[dict[str, Any]], console: Console | None = None) -> None:
    """Print cleaned articles with all their lines.

    Args:
        articles: For each the row of `documents` and the rows of `segments`.
        console: Where to; the standard output by default.
    """
    terminal = console or Console(highlight=False)
    print_one = _show if terminal.is_terminal else _write
    for article_no, article in enumerate(articles):
        if article_no:
            terminal.file.write("\n")
        print_one(terminal, article["document"], list(explained_lines(article)))


def explained_lines(article: dict[str, Any]) -> Iterator[ExplainedLine]:
    """The segments of a cleaned article in order, each with its reason."""
    segments = article["segments"]
    text = article["document"]["text"]
    is_page = any(row["junk_family"] == JunkFamily.MARKUP for row in segments)
    paragraph_no, paragraph_end = -1, 0
    for is_markup, run in groupby(segments, key=lambda row: row["junk_family"] == JunkFamily.MARKUP):
        if is_markup:
            yield _markup_line(list(run))
            continue
        for row in run:
            if row["text_start"] is None:
                yield _line(row, _seen(row["raw_text"]) if is_page else row["raw_text"], None)
                continue
            # The lines of one paragraph have one character between them.
            paragraph_no += paragraph_no < 0 or row["text_start"] > paragraph_end + 1
            paragraph_end = row["text_end"]
            yield _line(row, text[row["text_start"] : row["text_end"]], paragraph_no)


def _line(row: Row, text: str, paragraph_no: int | None) -> ExplainedLine:
    return ExplainedLine(
        label=row["label"],
        family=row["junk_family"],
        rule=row["rule"],
        confidence=row["confidence"],
        text=_on_one_line(text),
        n_raw_characters=len(row["raw_text"]),
        paragraph_no=paragraph_no,
    )


def _markup_line(rows: list[Row]) -> ExplainedLine:
    n_characters = sum(len(row["raw_text"]) for row in rows)
    return ExplainedLine(
        label=rows[0]["label"],
        family=rows[0]["junk_family"],
        rule=rows[0]["rule"],
        confidence=rows[0]["confidence"],
        text=f"({n_characters:,} characters of markup)",
        n_raw_characters=n_characters,
        paragraph_no=None,
    )


def _seen(source: str) -> str:
    """What a reader of the page sees of a piece of HTML source."""
    return " ".join(shown.line.text for shown in visible_lines(source, tokens(source)))


def _on_one_line(text: str) -> str:
    # Control characters would reach the terminal as commands.
    return " ".join(plain_characters(text).split())


def _facts(document: Row) -> dict[str, str]:
    """What is shown above an article; "" for what was not found."""
    facts = {
        "source": f"{document['source_path']}, record {document['source_record']}",
        "doc_id": document["doc_id"],
        "title": document["title"],
        "subtitle": document["subtitle"],
        "published": _published(document),
        "byline": ", ".join(document["byline"]),
        "publisher": document["publisher"],
        "agency": document["agency"],
        "place": document["dateline_place"],
        "language": document["language"],
        "kept": f"{document['kept_share']:.1%} of the characters",
    }
    return {name: _on_one_line(value or "") for name, value in facts.items()}


def _published(document: Row) -> str:
    if document["published_on"] is None:
        return ""
    moment = document["published_at"]
    time = f"{moment:%Y-%m-%d %H:%M} UTC, " if moment else ""
    return f"{document['published_on']} ({time}from {document['published_from']})"


def _write(terminal: Console, document: Row, lines: list[ExplainedLine]) -> None:
    """Write plain text, whatever the width."""
    rows = [(_HEADER_MARK, name, value) for name, value in _facts(document).items()]
    rows += [(line.label, line.reason, line.text) for line in lines]
    terminal.file.writelines("\t".join(row) + "\n" for row in rows)


def _show(terminal: Console, document: Row, lines: list[ExplainedLine]) -> None:
    """Lay out for reading: the body as it is, every other line beside its reason."""
    facts = _facts(document)
    found = RichTable.grid(padding=(0, 2))
    for name, value in facts.items():
        if value:
            found.add_row(
                Text(name, style=_REASON_STYLE), Text(value, style="bold" if name == "title" else "")
            )
    terminal.print(found)
    missing = ", ".join(name for name, value in facts.items() if not value)
    if missing:
        terminal.print(Text(f"not found: {missing}", style=_REASON_STYLE))
    shown = [line for line in lines if not _is_short_markup(line)]
    for paragraph_no, block in groupby(shown, key=lambda line: line.paragraph_no):
        terminal.print()
        if paragraph_no is None:
            terminal.print(_with_reasons(block, terminal.width))
        else:
            for line in block:
                terminal.print(Text(line.text))


def _is_short_markup(line: ExplainedLine) -> bool:
    return line.family == JunkFamily.MARKUP and line.n_raw_characters < MIN_MARKUP_CHARACTERS_SHOWN


def _with_reasons(lines: Iterable[ExplainedLine], width: int) -> RichTable:
    """Lines that are not body, junk shortened to the width of the terminal."""
    table = RichTable.grid(expand=True, padding=(0, 2))
    table.add_column(min_width=_MARK_WIDTH)
    table.add_column(ratio=2)
    table.add_column(justify="right", style=_REASON_STYLE, max_width=int(width * _MAX_REASON_SHARE))
    for line in lines:
        is_junk = line.label == SegmentLabel.JUNK
        style = _STYLES.get(line.label, _OTHER_STYLE)
        text = Text(line.text, style=style, no_wrap=is_junk, overflow="ellipsis" if is_junk else "fold")
        reason = Text(line.reason.removeprefix(f"{_NO_FAMILY}/"), no_wrap=True, overflow="ellipsis")
        table.add_row(Text("-" if is_junk else line.label, style=style), text, reason)
    return table
