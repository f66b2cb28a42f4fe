"""One article as a JSON object: what a line of JSON Lines, a JSON file or a row of a table is read as."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from copydesk.cleaning.decode import decode, repair, well_formed
from copydesk.errors import UnusableRecord
from copydesk.readers import html
from copydesk.readers.article_keys import (
    HTML_KEYS,
    RAW_KEYS,
    TEXT_KEYS,
    supplied_values,
    text_of,
    with_plain_keys,
)
from copydesk.readers.reader import refuse_unless_readable
from copydesk.readers.supplied import supplied_metadata
from copydesk.readers.text import text_record, verbatim_record
from schemas.vocabulary import RejectReason, Stage

if TYPE_CHECKING:
    from copydesk.records import Metadata, Provenance, RawRecord

_KEYS_TOLD = 10
# Only where the mark-up begins at once: an article may speak of a <p> tag.
_FRAGMENT = re.compile(r"\s*<(p|div|article|section|body|main|h[1-6])\b[^<>]*>.*</\1\s*>", re.I | re.S)


def read(raw: bytes, provenance: Provenance) -> RawRecord:
    """Read one object: its `raw` or else its `text`, repaired, with the other keys as supplied metadata.

    A value that begins like a web page is read as one; what the keys say counts more than its tags.
    """
    values = _json_object(raw)
    key, text = _article_text(values, (*RAW_KEYS, *TEXT_KEYS))
    text = repair(text)
    supplied = supplied_metadata(supplied_values(values))
    if _is_markup(key, text):
        record = html.page_record(text, provenance)
        return replace(record, supplied=completed(supplied, record.supplied))
    return replace(text_record(text, provenance), supplied=supplied)


def read_verbatim(raw: bytes, provenance: Provenance) -> RawRecord:
    """Read one object: its `text` or else its `raw`, unchanged to the character, with the other keys."""
    values = _json_object(raw)
    _, text = _article_text(values, (*TEXT_KEYS, *RAW_KEYS))
    supplied = supplied_metadata(supplied_values(values))
    return replace(verbatim_record(well_formed(text), provenance), supplied=supplied)


def completed(supplied: Metadata, page: Metadata) -> Metadata:
    """What the input supplies beside a page, completed by what the page says; a date is taken whole."""
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


def _json_object(raw: bytes) -> dict[str, object]:
    refuse_unless_readable(raw)
    try:
        values: object = json.loads(decode(raw))
    except (ValueError, RecursionError) as error:
        reason = "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise _invalid(f"the record is no JSON: {reason}") from error
    if not isinstance(values, dict):
        raise _invalid(f"the record holds a JSON {type(values).__name__}")
    return with_plain_keys(values)


def _invalid(found: str) -> UnusableRecord:
    detail = f"{found}; expected one JSON object an article"
    return UnusableRecord(Stage.READ, RejectReason.INVALID_JSON, detail)


def _article_text(values: dict[str, object], keys: tuple[str, ...]) -> tuple[str, str]:
    """The first key of these that has a text, and the text."""
    for key in keys:
        text = text_of(values.get(key))
        if text is not None:
            return key, text
    found = ", ".join(f"`{key}` ({type(value).__name__})" for key, value in list(values.items())[:_KEYS_TOLD])
    detail = (
        "expected the article in `raw`, `html`, `text`, `body`, `content` or the like as a string that is"
        f" not blank, found {found or 'no keys'}"
    )
    raise UnusableRecord(Stage.READ, RejectReason.NO_TEXT, detail)


def _is_markup(key: str, text: str) -> bool:
    return html.is_page(text) or (key in HTML_KEYS and "<" in text) or _FRAGMENT.match(text) is not None
