"""The records that flow through copydesk. None is ever changed; a later step makes a new one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from copydesk.spans import Span

if TYPE_CHECKING:
    from datetime import date, datetime

    from copydesk.line_markup import LineMarkup
    from schemas.vocabulary import (
        ActorRole,
        DatePrecision,
        EventStatus,
        JunkFamily,
        MediaType,
        MentionForm,
        MentionLabel,
        PublishedFrom,
        QuoteKind,
        Sector,
        SegmentLabel,
    )


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a record came from; `doc_id` is made from `source_sha256`."""

    doc_id: str
    source_path: str
    source_record: int
    source_sha256: str
    media_type: MediaType


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about an article's publication; None where nothing is."""

    url: str | None = None
    title: str | None = None
    subtitle: str | None = None
    byline: tuple[str, ...] = ()
    agency: str | None = None
    publisher: str | None = None
    dateline_place: str | None = None
    published_at: datetime | None = None
    published_on: date | None = None
    published_from: PublishedFrom | None = None


@dataclass(frozen=True, slots=True)
class RawLine:
    """One line of a raw record, as a reader of the page would see it.

    Attributes:
        span: Where it stands in the decoded record, its line break left out.
        text: What is seen there: the slice itself, in HTML and Markdown without markup.
        offsets: For every character of `text` its offset in the decoded record; empty where
            `text` is the slice itself.
        proposed: Whether the reader's own extractor takes the line for body; None without one.
        markup: What the markup around it says; None where there is none.
    """

    span: Span
    text: str
    offsets: tuple[int, ...] = ()
    proposed: bool | None = None
    markup: LineMarkup | None = None

    def raw_span(self, start: int, end: int) -> Span:
        """The span in the decoded record of `text[start:end]`, which must not be empty."""
        if self.offsets:
            return Span(self.offsets[start], self.offsets[end - 1] + 1)
        return Span(self.span.start + start, self.span.start + end)


@dataclass(frozen=True, slots=True)
class RawRecord:
    """One article as it came in: decoded, cut into lines, nothing dropped yet.

    Attributes:
        text: The decoded record; raw offsets index it.
        lines: Its lines in order, blank ones left out. In HTML, markup and scripts stand between them.
        supplied: What the input itself says about the article (JSON keys, HTML tags).
    """

    provenance: Provenance
    text: str
    lines: tuple[RawLine, ...]
    supplied: Metadata = field(default_factory=Metadata)


@dataclass(frozen=True, slots=True)
class Segment:
    """A line of the raw record, or a piece of one, and what it was taken for.

    `raw` is its span in the decoded record, `text_span` its place in `Document.text` (body only).
    """

    raw: Span
    raw_text: str
    label: SegmentLabel
    junk_family: JunkFamily | None
    rule: str
    confidence: float
    text_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One cleaned article; every offset in later records indexes its `text`."""

    provenance: Provenance
    metadata: Metadata
    language: str | None
    text: str
    paragraphs: tuple[Span, ...]
    segments: tuple[Segment, ...]
    kept_share: float


@dataclass(frozen=True, slots=True)
class Token:
    """One word or sign as the language model sees it (Universal POS, Penn tags, CLEAR dependencies).

    `head` is the position in the sentence of the token it depends on; the root is its own head.
    `entity` is the model's entity label or "", `entity_begins` whether a new one begins here.
    """

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str
    entity_begins: bool

    @property
    def span(self) -> Span:
        """Where it stands in the document's text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One parsed sentence. `children` has, for every token, the positions of its dependents in order."""

    sentence_no: int
    paragraph_no: int
    span: Span
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where something is named or referred to.

    `cluster_no` is shared by the mentions of one thing in the article; None for dates. `name` is the
    full name of that thing in the article. `country` is ISO 3166-1 alpha-3.
    """

    span: Span
    sentence_no: int
    label: MentionLabel
    form: MentionForm
    confidence: float
    cluster_no: int | None = None
    name: str | None = None
    country: str | None = None
    role: str | None = None
    resolved_date: date | None = None
    date_precision: DatePrecision | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """One attribution. `speaker_mention` is a position in `Extraction.mentions`."""

    sentence_no: int
    kind: QuoteKind
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    cue_lemma: str | None
    speaker: tuple[Span, ...]
    speaker_mention: int | None
    speaker_name: str | None
    via: str | None
    said_on: date | None
    confidence: float


@dataclass(frozen=True, slots=True)
class EventActor:
    """One side of an event. `mention` is a position in `Extraction.mentions`."""

    role: ActorRole
    span: Span
    mention: int | None
    name: str | None
    country: str | None
    sector: Sector | None


@dataclass(frozen=True, slots=True)
class Event:
    """One event as one sentence tells it. `attributed_to` is a position in `Extraction.quotes`.

    `event_type` and `mode` are names of the codebook, from which class and intensity follow.
    """

    sentence_no: int
    event_type: str
    mode: str | None
    trigger: tuple[Span, ...]
    evidence: Span
    status: EventStatus
    actors: tuple[EventActor, ...]
    confidence: float
    occurred_on: date | None = None
    date_precision: DatePrecision | None = None
    place: str | None = None
    place_country: str | None = None
    attributed_to: int | None = None
    fatalities: int | None = None
    injuries: int | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """One article and everything found in it, each tuple in the order of the text."""

    document: Document
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    events: tuple[Event, ...] = ()
