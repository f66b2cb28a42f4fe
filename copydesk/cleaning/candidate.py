"""A block with what a rule knows of it: the evidence that classification begins with."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from copydesk.cleaning.bylines import is_byline
from copydesk.cleaning.captions import find_marked_captions
from copydesk.cleaning.comment_section import COMMENTER
from copydesk.cleaning.credits import agency_names, is_credit_line
from copydesk.cleaning.cuts import without_cuts
from copydesk.cleaning.junk import RULES, matching_rules
from copydesk.cleaning.junk.lines import JoinedLines
from copydesk.cleaning.repeats import MIN_REPEATED_CHARACTERS, find_cut_teasers, find_repeated_prose
from copydesk.cleaning.shape import LineShape, line_shape
from copydesk.cleaning.verdict import CERTAIN, LIKELY, Verdict, junk
from schemas.vocabulary import JunkFamily, SegmentLabel

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from copydesk.cleaning.blocks import Block

# So much of a line's beginning and end is compared before it is looked at closely.
_END_CHARACTERS = 20
_QUOTE_STARTS = ('"', "“", "‘", "'", "«", "„")
_CREDIT_STARTS = ("(", "-", "–", "—")
_INVISIBLE = junk(JunkFamily.SEPARATOR, "invisible_characters", CERTAIN)
_CREDIT = Verdict(SegmentLabel.CREDIT, "credit_line", CERTAIN)
_BYLINE = Verdict(SegmentLabel.BYLINE, "byline", LIKELY)
_CAPTION = Verdict(SegmentLabel.CAPTION, "marked_caption", CERTAIN)
_REPEATED = junk(JunkFamily.TEASER, "repeated_paragraph", LIKELY)
_CUT = junk(JunkFamily.TEASER, "repeated_standfirst", CERTAIN)
_RULES_OF_REPEATS = (_REPEATED.rule, _CUT.rule)
_RULE_VERDICTS = {
    rule.name: junk(rule.family, rule.name, CERTAIN if rule.is_certain else LIKELY) for rule in RULES
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A block, its text without the spaces around it, and the verdict of a rule that knows such lines."""

    block: Block
    text: str
    verdict: Verdict | None

    @property
    def shape(self) -> LineShape:
        """What it looks like."""
        return line_shape(self.text)

    @property
    def is_certain(self) -> bool:
        """Whether the rule is right wherever the line stands."""
        return self.verdict is not None and self.verdict.confidence >= CERTAIN


def judge_lines(blocks: Sequence[Block], before: Sequence[Candidate] = ()) -> tuple[Candidate, ...]:
    """Judge each block by itself and by what it repeats; what that leaves open has no verdict.

    Args:
        blocks: The blocks of a page in order.
        before: Lines that were judged before: if they stand on this page, too, they are not read again.
    """
    texts = [block.text.strip() for block in blocks]
    known = {
        line.text: line.verdict
        for line in before
        if line.verdict is None or line.verdict.rule not in _RULES_OF_REPEATS
    }
    new = [text for text in dict.fromkeys(texts) if text not in known]
    known.update(zip(new, _line_verdicts(new), strict=True))
    repeats = _repeat_verdicts(texts)
    speakers = frozenset(_speakers(texts, known))
    return tuple(
        [
            Candidate(block, text, None if no in speakers else repeats.get(no) or known[text])
            for no, (block, text) in enumerate(zip(blocks, texts, strict=True))
        ]
    )


def _speakers(texts: Sequence[str], known: Mapping[str, Verdict | None]) -> Iterator[int]:
    """The lines like a commenter's name that words in quotation marks follow: they are who said them."""
    for no, (text, below) in enumerate(pairwise(texts)):
        verdict = known[text]
        if verdict is not None and verdict.rule == COMMENTER and below.startswith(_QUOTE_STARTS):
            yield no


def _repeat_verdicts(texts: Sequence[str]) -> dict[int, Verdict]:
    """The verdicts on lines that the page says again, datelines and credits aside."""
    shared = _shared_ends(texts)
    cores = [
        without_cuts(text) if text[:_END_CHARACTERS] in shared or text[-_END_CHARACTERS:] in shared else text
        for text in texts
    ]
    return dict.fromkeys(find_repeated_prose(cores), _REPEATED) | dict.fromkeys(find_cut_teasers(cores), _CUT)


def _shared_ends(texts: Sequence[str]) -> frozenset[str]:
    """How several of the long lines begin or end: only among these is one that the page says again."""
    long = [text for text in texts if len(text) >= MIN_REPEATED_CHARACTERS]
    ends = [end for text in long for end in {text[:_END_CHARACTERS], text[-_END_CHARACTERS:]}]
    return frozenset(end for end, n in Counter(ends).items() if n > 1)


def _line_verdicts(texts: Sequence[str]) -> list[Verdict | None]:
    """The verdicts on lines that need no neighbours to be known."""
    page = JoinedLines(texts)
    verdicts = [None if rule is None else _RULE_VERDICTS[rule.name] for rule in matching_rules(page)]
    for no in find_marked_captions(page):
        verdicts[no] = _CAPTION
    for no, text in enumerate(texts):
        if not text:
            verdicts[no] = _INVISIBLE
        elif _may_be_credit(text) and is_credit_line(text):
            verdicts[no] = _CREDIT
        elif is_byline(text):
            verdicts[no] = _BYLINE
    return verdicts


def _may_be_credit(text: str) -> bool:
    """Whether a line begins like a credit, or is an agency's name and no more: most lines are neither."""
    return text.startswith(_CREDIT_STARTS) or text.strip("() .-–—/") in agency_names()
