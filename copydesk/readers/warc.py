"""Web archives: WARC files of pages as a crawler received them, and WET files of the text in them.

The address of a page is supplied by its record; the date of the crawl is no date of publication.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING, Literal

from copydesk.cleaning.decode import decode, repair
from copydesk.errors import UnusableRecord
from copydesk.readers import html
from copydesk.readers.reader import MAX_RECORD_BYTES, Reader, refuse_unless_readable, too_large
from copydesk.readers.supplied import url_of
from copydesk.readers.text import text_record, verbatim_record
from copydesk.readers.warc_frames import split_records
from schemas.vocabulary import MediaType, RejectReason, Stage

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

    from copydesk.records import Provenance, RawRecord

# Some archives were stored without the transfer encoding that their heads still speak of.
_Decoding = Literal["all", "content", "none"]
_DECODINGS: tuple[_Decoding, ...] = ("all", "content", "none")


@dataclass(frozen=True, slots=True)
class _Content:
    """What stands in a record: its bytes, whether they are text and no page, and what is said of them."""

    payload: bytes
    is_text: bool
    charset: str | None
    url: str | None


def read(raw: bytes, provenance: Provenance) -> RawRecord:
    """Read the page or the text in a record; its address counts more than what the page says."""
    content = _content(raw)
    if content.is_text:
        record = text_record(repair(decode(content.payload)), provenance)
    elif content.charset:
        record = html.page_record(repair(decode(content.payload, declared=content.charset)), provenance)
    else:
        record = html.read(content.payload, provenance)
    return _with_url(record, content.url)


def read_verbatim(raw: bytes, provenance: Provenance) -> RawRecord:
    """Read the text, or the source of the page, in a record as a clean text, unchanged to the character."""
    content = _content(raw)
    record = verbatim_record(decode(content.payload, declared=content.charset), provenance)
    return _with_url(record, content.url)


def _with_url(record: RawRecord, url: str | None) -> RawRecord:
    return replace(record, supplied=replace(record.supplied, url=url or record.supplied.url))


def _content(raw: bytes) -> _Content:
    """What stands in a record, its encodings for the transfer undone.

    Raises:
        UnusableRecord: It is no record, too large, or its content cannot be decoded.
    """
    refuse_unless_readable(raw)
    errors = []
    for decoding in _DECODINGS:
        try:
            content = _decoded_content(raw, decoding)
        except (OSError, ValueError) as error:
            errors.append(str(error))
            continue
        if decoding == "none" and not html.is_page(content.payload[:4096].decode("latin-1")):
            break
        return content
    found = errors[0] if errors else "it has no content"
    detail = f"the record cannot be read: {found}; expected an HTTP response with a page, or a text"
    raise UnusableRecord(Stage.READ, RejectReason.INVALID_WARC, detail)


def _decoded_content(raw: bytes, decoding: _Decoding) -> _Content:
    """What fastwarc finds in a record.

    Raises:
        OSError: It is no record, or it is not encoded as its head says.
        ValueError: The same.
        UnusableRecord: What it holds is too large.
    """
    from fastwarc.warc import ArchiveIterator, conversion

    record: WarcRecord | None = next(iter(ArchiveIterator(BytesIO(raw), auto_decode=decoding)), None)
    if record is None:
        message = "no record begins here"
        raise ValueError(message)
    payload = record.reader.read(MAX_RECORD_BYTES + 1)
    if len(payload) > MAX_RECORD_BYTES:
        raise too_large()
    return _Content(
        payload,
        record.record_type == conversion,
        record.http_charset,
        url_of((record.headers.get("WARC-Target-URI") or "").strip("<>")),
    )


READER = Reader(MediaType.WARC, split_records, read, read_verbatim)
