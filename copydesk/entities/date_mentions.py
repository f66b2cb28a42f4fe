"""Where an article gives a date, and which day it means. The reading of one expression is in `dates`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk.entities.dates import MONTHS, WEEKDAYS, resolve_date
from copydesk.entities.inside import is_inside
from copydesk.entities.named import tokens_of
from copydesk.entities.names import model_entities, trimmed
from copydesk.entities.tense import looks_ahead
from copydesk.records import Mention
from copydesk.spans import Span
from schemas.vocabulary import DatePrecision, MentionForm, MentionLabel

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from copydesk.records import Document, Sentence

MODEL_CONFIDENCE = 0.8
WRITTEN_CONFIDENCE = 0.9

_WEEKDAY = "(?:" + "|".join(day.capitalize() for day in WEEKDAYS) + ")"
_MONTH = "(?:" + "|".join(month.capitalize() for month in MONTHS) + r")\b\.?"
_YEAR = r"(?:\s*,?\s*(?:1[5-9]|20)\d\d\b)"
_NO_RANGE = r"(?!\s?[-–—/:]\s?\d|\d)"
_WRITTEN = re.compile(
    rf"""
    \b(?:
        (?:{_WEEKDAY},?\s+)?
        (?:
            {_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?\b{_YEAR}?   # February 8, 2009
          | \d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH}{_YEAR}?     # 8th February 2009
        )
        {_NO_RANGE}
      | {_WEEKDAY}\b
    )
    """,
    re.VERBOSE,
)
# "weekly", "day", "early days" are words of time that date nothing.
_DATING_WORD = re.compile(
    r"""
    \d | [A-Z]
  | \b(?:yesterday|today|tonight|tomorrow)\b
  | \b(?:ago|coming|current|earlier|following|last|later|next|past|previous|recent|same|this)\b
  | \b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|several)\b
    """,
    re.VERBOSE,
)

# Ages and web addresses that the model takes for dates.
_NO_DATE = re.compile(r"^\d{1,3}$|year-old|years? old|years? of age|://", re.IGNORECASE)


def find_dates(
    document: Document, sentences: tuple[Sentence, ...], taken: tuple[Span, ...]
) -> tuple[Mention, ...]:
    """Find the date expressions of an article, in order.

    Args:
        document: The article; its day of publication is the day that "Friday" is seen from.
        sentences: Its sentences.
        taken: Spans of names, in order, such as a paper's that is called after a weekday.
    """
    anchor = document.metadata.published_on
    return tuple(
        _mention(document.text, sentence, span, anchor)
        for sentence in sentences
        for span in _date_spans(document.text, sentence)
        if not is_inside(taken, span.start) and not is_inside(taken, span.end - 1)
    )


def _date_spans(text: str, sentence: Sentence) -> Iterator[Span]:
    """Written dates and the model's, the longer where one contains the other."""
    written = [
        Span(*match.span()) for match in _WRITTEN.finditer(text, sentence.span.start, sentence.span.end)
    ]
    modelled = [
        span
        for label, tokens in model_entities(sentence)
        if label == "DATE"
        and (span := trimmed(text, tokens[0].start, tokens[-1].end, MentionLabel.DATE))
        and _DATING_WORD.search(span.of(text))
        and not _NO_DATE.search(span.of(text))
    ]
    end = 0
    for span in sorted([*written, *modelled], key=lambda span: (span.start, -span.end)):
        if span.start >= end:
            yield span
            end = span.end


def _mention(text: str, sentence: Sentence, span: Span, anchor: date | None) -> Mention:
    _, last = tokens_of(sentence, span)
    resolved = resolve_date(span.of(text), anchor, future=looks_ahead(sentence, last))
    is_day = resolved is not None and resolved.precision is DatePrecision.DAY
    return Mention(
        span=span,
        sentence_no=sentence.sentence_no,
        label=MentionLabel.DATE,
        form=MentionForm.NAME,
        confidence=WRITTEN_CONFIDENCE if is_day else MODEL_CONFIDENCE,
        resolved_date=resolved.on if resolved else None,
        date_precision=resolved.precision if resolved else None,
    )
