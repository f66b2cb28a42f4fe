"""From what the tagger sees to attributions: which contents are one quote, by which cue, of whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from copydesk.quotes.tagger import Link, Part, Tagged
    from copydesk.spans import Span

# A second content of a cue is more often one whose own cue was missed, unless both are direct speech.
MIN_LINK_OF_SECOND_CONTENT = 0.6
MIN_LINK_OF_SECOND_DIRECT_SPEECH = 0.3
# How far to trust content that is linked to no cue.
WITHOUT_CUE_FACTOR = 0.3
_OPENING_MARKS = frozenset("\"“„«'‘`")


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


@dataclass(frozen=True, slots=True)
class _Linked:
    """A content and the link to its cue, if it has one."""

    content: Part
    link: Link | None

    @property
    def probability(self) -> float:
        """How likely the content and its link are together."""
        certain = WITHOUT_CUE_FACTOR if self.link is None else self.link.probability
        return self.content.probability * certain


def assemble(text: str, tagged: Tagged) -> list[Attribution]:
    """Put the parts of an article's quotes together.

    The likeliest content of a cue is that cue's own. Others that are linked to it, but weakly, are quotes
    without a cue of the same speaker: "He praised the plan and [called] its critics fools".
    """
    cue_of, speaker_of = _best_links(tagged.cue_of), _best_links(tagged.speaker_of)
    linked = [
        _Linked(content, _within_reach(text, tagged, content, cue_of.get(number)))
        for number, content in enumerate(tagged.contents)
    ]
    found: list[Attribution] = []
    for cue_no in {None if one.link is None else one.link.to_part for one in linked}:
        together = [one for one in linked if (None if one.link is None else one.link.to_part) == cue_no]
        if cue_no is None:
            found += (Attribution((one.content.span,), None, None, one.probability) for one in together)
        else:
            found += _of_cue(text, tagged, cue_no, together, speaker_of.get(cue_no))
    return sorted(found, key=lambda attribution: attribution.content)


def _best_links(links: Iterable[Link]) -> dict[int, Link]:
    """The likeliest link of each part to another, if it is not likelier that it belongs to none."""
    best: dict[int, Link] = {}
    for link in links:
        if link.from_part not in best or link.probability > best[link.from_part].probability:
            best[link.from_part] = link
    return {number: link for number, link in best.items() if link.to_part is not None}


def _within_reach(text: str, tagged: Tagged, content: Part, link: Link | None) -> Link | None:
    """The link, if it may be: a cue of another paragraph reports direct speech and nothing else."""
    if link is None or link.to_part is None or text[content.span.start] in _OPENING_MARKS:
        return link
    cue = tagged.cues[link.to_part].span
    between = text[min(cue.end, content.span.end) : max(cue.start, content.span.start)]
    return None if "\n" in between else link


def _of_cue(
    text: str, tagged: Tagged, cue_no: int, linked: list[_Linked], speaker_link: Link | None
) -> list[Attribution]:
    """The attribution of a cue, and those of contents that it shares its speaker with."""
    cue = tagged.cues[cue_no]
    speaker, certain = None, WITHOUT_CUE_FACTOR
    if speaker_link is not None and speaker_link.to_part is not None:
        speaker, certain = tagged.speakers[speaker_link.to_part].span, speaker_link.probability
    first, *others = sorted(linked, key=lambda one: -one.link.probability if one.link else 0.0)
    own, strangers = [first], list[_Linked]()
    for other in others:
        (own if _is_own(text, other, first) else strangers).append(other)
    content = tuple(sorted(one.content.span for one in own))
    confidence = min(one.probability for one in own) * cue.probability * certain
    return [
        Attribution(content, cue.span, speaker, confidence),
        *(Attribution((one.content.span,), None, speaker, one.probability * certain) for one in strangers),
    ]


def _is_own(text: str, other: _Linked, first: _Linked) -> bool:
    """Whether a second content belongs to the same cue as the first."""
    starts = {text[one.content.span.start] for one in (other, first)}
    both_direct = starts <= _OPENING_MARKS
    needed = MIN_LINK_OF_SECOND_DIRECT_SPEECH if both_direct else MIN_LINK_OF_SECOND_CONTENT
    return other.link is not None and other.link.probability >= needed
