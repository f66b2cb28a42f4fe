"""From what the tagger sees to attributions: which contents are one quote, by which cue, of whom."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from copydesk.quotes.tagger import Link, Part, Tagged
    from copydesk.spans import Span

# A content and its cue, a cue and its speaker: so likely they must be linked to need no other sign.
MIN_LINK_PROBABILITY = 0.3
# How far, in characters of cost, a part may stand from the one it belongs to where no link tells.
MAX_CUE_DISTANCE = 300
MAX_SPEAKER_DISTANCE = 150
_SENTENCE_END_COST = 120
_PARAGRAPH_END_COST = 250
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(A-Z])")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody's words as the tagger sees them.

    Attributes:
        content: The pieces of what was said, in the order of the text.
        cue: The words that report it; None where there are none.
        speaker: Who says it; None where the text does not tell.
        confidence: How likely all of this is, 0 to 1.
    """

    content: tuple[Span, ...]
    cue: Span | None
    speaker: Span | None
    confidence: float


def assemble(text: str, tagged: Tagged) -> list[Attribution]:
    """Put the parts of an article's quotes together; every cue makes one attribution."""
    contents_of: dict[int | None, list[tuple[Part, float]]] = {}
    chosen = _best_links(tagged.cue_of)
    for number, content in enumerate(tagged.contents):
        cue_no, probability = _cue_of(text, content, tagged.cues, chosen.get(number))
        contents_of.setdefault(cue_no, []).append((content, probability))
    lone = contents_of.pop(None, [])
    speakers = _best_links(tagged.speaker_of)
    found = [
        _attribution(text, tagged, cue_no, contents, speakers.get(cue_no))
        for cue_no, contents in contents_of.items()
        if cue_no is not None
    ]
    found += [
        Attribution((content.span,), None, None, content.probability * probability)
        for content, probability in lone
    ]
    return sorted(found, key=lambda attribution: attribution.content)


def _best_links(links: Iterable[Link]) -> dict[int, Link]:
    best: dict[int, Link] = {}
    for link in links:
        if link.from_part not in best or link.probability > best[link.from_part].probability:
            best[link.from_part] = link
    return best


def _cue_of(text: str, content: Part, cues: Sequence[Part], link: Link | None) -> tuple[int | None, float]:
    """The number of a content's cue, and how likely it is that."""
    if link is not None and link.to_part is not None and link.probability >= MIN_LINK_PROBABILITY:
        return link.to_part, link.probability
    near = _nearest(text, content.span, cues, MAX_CUE_DISTANCE)
    return near, MIN_LINK_PROBABILITY


def _attribution(
    text: str, tagged: Tagged, cue_no: int, contents: list[tuple[Part, float]], link: Link | None
) -> Attribution:
    cue = tagged.cues[cue_no]
    speaker: Part | None = None
    certain = MIN_LINK_PROBABILITY
    if link is not None and link.probability >= MIN_LINK_PROBABILITY:
        speaker = None if link.to_part is None else tagged.speakers[link.to_part]
        certain = link.probability
    else:
        near = _nearest(text, cue.span, tagged.speakers, MAX_SPEAKER_DISTANCE)
        speaker = None if near is None else tagged.speakers[near]
    likely = min(content.probability * probability for content, probability in contents)
    return Attribution(
        tuple(sorted(content.span for content, _ in contents)),
        cue.span,
        None if speaker is None else speaker.span,
        likely * cue.probability * certain,
    )


def _nearest(text: str, span: Span, parts: Sequence[Part], limit: int) -> int | None:
    """The number of the part nearest to a span, none being further away than `limit`."""
    costs = [(_distance(text, span, part.span, limit), number) for number, part in enumerate(parts)]
    cost, number = min(costs, default=(limit, 0))
    return number if cost < limit else None


def _distance(text: str, one: Span, other: Span, limit: int) -> int:
    """The characters between two spans, with a surcharge for ends of sentences and paragraphs."""
    start, end = min(one.end, other.end), max(one.start, other.start)
    if end - start >= limit:
        return limit
    if end <= start:
        return 0
    n_sentence_ends = len(_SENTENCE_END.findall(text, max(start - 2, 0), end + 1))
    n_paragraph_ends = int("\n" in text[start:end])
    return end - start + _SENTENCE_END_COST * n_sentence_ends + _PARAGRAPH_END_COST * n_paragraph_ends
