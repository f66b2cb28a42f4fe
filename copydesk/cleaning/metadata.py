"""What the page says about an article's publication: title, byline, agency, publisher, date."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from copydesk.cleaning.credits import agency_in, find_credit
from copydesk.cleaning.datelines import Dateline, find_dateline, find_dateline_alone
from copydesk.cleaning.dates import PrintedDate, find_date
from copydesk.cleaning.headline_wording import without_site
from copydesk.cleaning.page_dates import find_page_date
from copydesk.cleaning.publishers import find_publisher
from copydesk.records import Metadata
from schemas.vocabulary import PublishedFrom, SegmentLabel

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from copydesk.cleaning.assemble import Part
    from copydesk.cleaning.byline_candidates import BylineCandidate
    from copydesk.cleaning.page_outline import Outline


def find_metadata(
    parts: Sequence[Part], outline: Outline, byline: BylineCandidate | None, supplied: Metadata
) -> Metadata:
    """Find what a page tells; what the input supplies wins, field by field.

    Args:
        parts: All of the page.
        outline: Where title and article stand among them.
        byline: The line that names the authors, if there is one.
        supplied: What the input says besides the page.
    """
    datelines = _datelines(parts)
    found = Metadata(
        title=_title(parts),
        subtitle=next(_texts(parts, SegmentLabel.SUBTITLE), None),
        byline=() if byline is None else byline.names,
        agency=_agency(parts, datelines),
        publisher=find_publisher(outline),
        dateline_place=next((dateline.place for dateline in datelines if dateline.place is not None), None),
    )
    return _supplied_first(_with_date(found, parts, outline, datelines), supplied)


def _supplied_first(found: Metadata, supplied: Metadata) -> Metadata:
    if supplied.published_on is not None:
        found = replace(found, published_at=None, published_on=None, published_from=None)
    return Metadata(
        url=supplied.url,
        title=supplied.title or found.title,
        subtitle=supplied.subtitle or found.subtitle,
        byline=supplied.byline or found.byline,
        agency=supplied.agency or found.agency,
        publisher=supplied.publisher or found.publisher,
        dateline_place=supplied.dateline_place or found.dateline_place,
        published_at=supplied.published_at or found.published_at,
        published_on=supplied.published_on or found.published_on,
        published_from=supplied.published_from or found.published_from,
    )


def _texts(parts: Sequence[Part], label: SegmentLabel) -> Iterator[str]:
    return (part.text for part in parts if part.verdict.label is label)


def _title(parts: Sequence[Part]) -> str | None:
    title = next(_texts(parts, SegmentLabel.TITLE), None)
    return None if title is None else without_site(title)


def _datelines(parts: Sequence[Part]) -> tuple[Dateline, ...]:
    """What the datelines above the first sentence say: on a line of its own, in its paragraph, or both."""
    body = next((no for no, part in enumerate(parts) if part.verdict.is_body), len(parts))
    # The part ends where the sentence begins; a letter stands for the sentence.
    return tuple(
        dateline
        for line in _texts(parts[:body], SegmentLabel.DATELINE)
        if (dateline := find_dateline_alone(line) or find_dateline(f"{line} A")) is not None
    )


def _agency(parts: Sequence[Part], datelines: Sequence[Dateline]) -> str | None:
    """The wire service in the dateline, else in a credit, a byline or a copyright line."""
    for dateline in datelines:
        if dateline.agency is not None:
            return dateline.agency
    for label in (SegmentLabel.CREDIT, SegmentLabel.BYLINE):
        for line in _texts(parts, label):
            credit = find_credit(line)
            agency = agency_in(line) if credit is None else credit.agency
            if agency is not None:
                return agency
    copyright_lines = (part.text for part in parts if part.verdict.rule == "copyright_line")
    return next((agency for line in copyright_lines if (agency := agency_in(line)) is not None), None)


def _with_date(
    found: Metadata, parts: Sequence[Part], outline: Outline, datelines: Sequence[Dateline]
) -> Metadata:
    """The metadata with the date that the page gives, else the credit, else the dateline."""
    written = (
        (PublishedFrom.PAGE, find_page_date(outline)),
        (PublishedFrom.CREDIT, _first_date(_texts(parts, SegmentLabel.CREDIT))),
        (PublishedFrom.DATELINE, _first_date(dateline.date_text or "" for dateline in datelines)),
    )
    for published_from, date in written:
        if date is not None:
            return replace(found, published_at=date.at, published_on=date.on, published_from=published_from)
    return found


def _first_date(lines: Iterator[str]) -> PrintedDate | None:
    return next((date for line in lines if (date := find_date(line)) is not None), None)
