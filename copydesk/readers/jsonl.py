"""JSON Lines: one article a line."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from copydesk.cleaning.decode import decode, repair, well_formed
from copydesk.errors import UnusableRecord
from copydesk.readers import html
from copydesk.readers.reader import (
    EXCERPT_BYTES,
    MAX_RECORD_BYTES,
    BrokenSlice,
    Reader,
    RecordSlice,
    refuse_unless_readable,
    too_large,
)
from copydesk.readers.supplied import supplied_metadata
from copydesk.readers.text import text_record
from schemas.vocabulary import MediaType, RejectReason, Stage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from copydesk.records import Metadata, Provenance, RawRecord

_CRLF_BYTES = 2
_SKIP_BYTES = 65_536


def split_json_lines(stream: BinaryIO) -> Iterator[RecordSlice | BrokenSlice]:
    """Yield every line that is not blank; a line above the limit is skipped without loading it whole."""
    record_no = offset = 0
    try:
        while line := stream.readline(MAX_RECORD_BYTES + _CRLF_BYTES):
            raw = line.removesuffix(b"\n").removesuffix(b"\r")
            if len(raw) > MAX_RECORD_BYTES:
                yield BrokenSlice(record_no, offset, too_large(), raw[:EXCERPT_BYTES])
                record_no += 1
            elif raw.strip():
                yield RecordSlice(record_no, offset, raw)
                record_no += 1
            offset += len(line)
            if not line.endswith(b"\n"):
                offset += _skip_to_line_end(stream)
    except UnusableRecord as error:
        yield BrokenSlice(record_no, offset, error)
        return
    if record_no == 0:
        detail = f"the file has no records ({offset} bytes, all white space); expected one JSON object a line"
        yield BrokenSlice(0, 0, UnusableRecord(Stage.READ, RejectReason.EMPTY, detail))


def read(raw: bytes, provenance: Provenance) -> RawRecord:
    """Read one line: its `raw` or else its `text`, repaired, with the other keys as supplied metadata.

    A value that begins like a web page is read as one; what the keys say counts more than its tags.
    """
    values = _json_object(raw)
    text = repair(_article_text(values, ("raw", "text")))
    supplied = supplied_metadata(values)
    if html.is_page(text):
        record = html.page_record(text, provenance)
        return replace(record, supplied=_completed(supplied, record.supplied))
    return replace(text_record(text, provenance), supplied=supplied)


def read_verbatim(raw: bytes, provenance: Provenance) -> RawRecord:
    """Read one line: its `text` or else its `raw`, unchanged to the character, with the other keys."""
    values = _json_object(raw)
    text = well_formed(_article_text(values, ("text", "raw")))
    return replace(text_record(text, provenance), supplied=supplied_metadata(values))


def _skip_to_line_end(stream: BinaryIO) -> int:
    n_skipped = 0
    while piece := stream.readline(_SKIP_BYTES):
        n_skipped += len(piece)
        if piece.endswith(b"\n"):
            break
    return n_skipped


def _json_object(raw: bytes) -> dict[str, object]:
    refuse_unless_readable(raw)
    try:
        values: object = json.loads(decode(raw))
    except (ValueError, RecursionError) as error:
        reason = "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise _invalid(f"the line is no JSON: {reason}") from error
    if not isinstance(values, dict):
        raise _invalid(f"the line holds a JSON {type(values).__name__}")
    return values


def _invalid(found: str) -> UnusableRecord:
    detail = f"{found}; expected one JSON object a line, in UTF-8"
    return UnusableRecord(Stage.READ, RejectReason.INVALID_JSON, detail)


def _article_text(values: dict[str, object], keys: tuple[str, str]) -> str:
    for key in keys:
        value = values.get(key)
        if isinstance(value, str) and value.strip():
            return value
    found = ", ".join(f"`{key}` ({type(value).__name__})" for key, value in list(values.items())[:10])
    detail = (
        f"expected the article in `raw` or `text` as a string that is not blank, found {found or 'no keys'}"
    )
    raise UnusableRecord(Stage.READ, RejectReason.NO_TEXT, detail)


def _completed(supplied: Metadata, page: Metadata) -> Metadata:
    """What the keys supply, completed by what the page says; a date is taken from one of them whole."""
    dated = supplied if supplied.published_on else page
    return replace(
        supplied,
        url=supplied.url or page.url,
        title=supplied.title or page.title,
        byline=supplied.byline or page.byline,
        publisher=supplied.publisher or page.publisher,
        published_at=dated.published_at,
        published_on=dated.published_on,
        published_from=dated.published_from,
    )


READER = Reader(MediaType.JSONL, split_json_lines, read, read_verbatim)
