"""The quotes of an article by rules over marks and parse, for where the tagger's files are not."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from dataclasses import replace
from typing import TYPE_CHECKING

from copydesk.quotes.content import clean_content, kind_of_content, n_words, without
from copydesk.quotes.days import day_of_saying
from copydesk.quotes.direct import find_direct
from copydesk.quotes.indirect import find_indirect
from copydesk.quotes.outlets import find_via, is_outlet
from copydesk.quotes.passage import read_passages
from copydesk.quotes.phrases import spans_of_words
from copydesk.records import Quote
from copydesk.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.quotes.attribute import Speakers
    from copydesk.quotes.content import Finding
    from copydesk.quotes.marks import Quotation
    from copydesk.quotes.passage import Passage
    from copydesk.records import Document, Sentence

# What is left of a clause when the direct speech in it is taken out must be worth a quote of its own.
MIN_WORDS_BESIDE_DIRECT = 4


def find_quotes_by_rules(
    document: Document, sentences: tuple[Sentence, ...], speakers: Speakers
) -> tuple[Quote, ...]:
    """Find direct and reported speech, each thing said once, in the order of the text."""
    passages = read_passages(document, sentences, speakers)
    findings = settled(document.text, findings_of(passages, speakers))
    quotations = [quotation for passage in passages for quotation in passage.quotations]
    starts = [sentence.span.start for sentence in sentences]
    return tuple(
        quote_of(finding, max(bisect_right(starts, finding.start) - 1, 0), quotations, speakers)
        for finding in sorted(findings, key=lambda finding: finding.content)
    )


def findings_of(passages: Sequence[Passage], speakers: Speakers) -> list[Finding]:
    """What the rules find in an article, the same words more than once if need be."""
    direct = find_direct(passages, speakers)
    indirect = [finding for passage in passages for finding in find_indirect(passage)]
    return _relayed(speakers.text, [*direct, *indirect])


def _relayed(text: str, findings: list[Finding]) -> list[Finding]:
    """Take ", Interfax reported" behind somebody's words for their way to us, not for a quote of its own."""
    result: list[Finding] = []
    by_sentence: dict[int, list[Finding]] = {}
    for finding in findings:
        if finding.cue is None:
            result.append(finding)
        else:
            by_sentence.setdefault(finding.cue.sentence.sentence_no, []).append(finding)
    for together in by_sentence.values():
        result.extend(_relayed_in_sentence(text, together))
    return result


def _relayed_in_sentence(text: str, findings: list[Finding]) -> list[Finding]:
    relays = [
        finding
        for finding in findings
        if finding.speaker is not None
        and is_outlet(finding.speaker.span.of(text))
        and any(_relays(finding, other) for other in findings)
    ]
    kept = [finding for finding in findings if not any(finding is relay for relay in relays)]
    result: list[Finding] = []
    for finding in kept:
        through = [
            relay.speaker.span.of(text) for relay in relays if relay.speaker and _relays(relay, finding)
        ]
        result.append(replace(finding, via=through[0]) if through else finding)
    return result


def _relays(relay: Finding, finding: Finding) -> bool:
    """Whether two cues report the same words, the outer one those of another speaker."""
    if finding.speaker is None or relay.cue is None or finding.cue is relay.cue or relay.size < finding.size:
        return False
    return any(ours.overlaps(theirs) for ours in relay.content for theirs in finding.content)


def settled(text: str, findings: list[Finding]) -> list[Finding]:
    """Keep one quote for each stretch of text: direct speech before reported, longer before shorter."""
    direct = [finding for finding in findings if finding.is_by_place]
    indirect = [finding for finding in findings if not finding.is_by_place]
    chosen = list(direct)
    taken = sorted((span, number) for number, finding in enumerate(direct) for span in finding.content)
    for finding in sorted(indirect, key=lambda finding: (-finding.size, finding.start)):
        rivals = [chosen[number] for number in _rivals(taken, finding)]
        kept = _beside(text, finding, rivals) if rivals else finding
        if kept is not None and not _rivals(taken, kept):
            for span in kept.content:
                insort(taken, (span, len(chosen)))
            chosen.append(kept)
    return chosen


def _rivals(taken: list[tuple[Span, int]], finding: Finding) -> list[int]:
    """The numbers of the quotes whose content the content of a finding overlaps."""
    numbers: list[int] = []
    for span in finding.content:
        first = bisect_right(taken, span.start, key=lambda entry: entry[0].end)
        last = bisect_left(taken, span.end, key=lambda entry: entry[0].start)
        numbers.extend(number for _, number in taken[first:last])
    return sorted(set(numbers))


def _beside(text: str, finding: Finding, rivals: list[Finding]) -> Finding | None:
    """What a finding reports beside the direct speech in it, if that is worth a quote."""
    if any(not rival.is_by_place or _is_before_its_cue(finding, rival) for rival in rivals):
        return None
    left = without(finding.content, [_reach(rival) for rival in rivals])
    longest = max(left, key=len, default=None)
    if longest is None or n_words(text, [longest]) < MIN_WORDS_BESIDE_DIRECT:
        return None
    content = clean_content(text, [longest], ())
    return replace(finding, content=content) if content else None


def _is_before_its_cue(finding: Finding, rival: Finding) -> bool:
    """Whether a clause is the direct speech beside the same cue, or its lead, once more."""
    return finding.cue is not None and finding.cue is rival.cue and finding.start < finding.cue.token.start


def _reach(finding: Finding) -> Span:
    """From the first to the last character of an attribution."""
    spans = [*finding.content, *_cue_spans(finding)]
    if finding.cue is not None and finding.speaker is not None:
        spans.append(finding.speaker.span)
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _cue_spans(finding: Finding) -> tuple[Span, ...]:
    return () if finding.cue is None else spans_of_words(finding.cue.sentence, finding.cue.words)


def quote_of(
    finding: Finding, sentence_no: int, quotations: Sequence[Quotation], speakers: Speakers
) -> Quote:
    """A finding with everything that a quote has."""
    text, cue, speaker = speakers.text, finding.cue, finding.speaker
    spoken = () if speaker is None else tuple(without([speaker.span], finding.content))
    taken = [*finding.content, *spoken]
    return Quote(
        sentence_no=sentence_no,
        kind=kind_of_content(text, finding.content, quotations),
        content=finding.content,
        cue=tuple(without(_cue_spans(finding), finding.content)),
        cue_lemma=None if cue is None else cue.lemma,
        speaker=spoken,
        speaker_mention=speaker.mention if speaker is not None and spoken else None,
        speaker_name=speaker.name if speaker is not None and spoken else None,
        via=finding.via or (None if cue is None else find_via(cue, text, taken)),
        said_on=None if cue is None else day_of_saying(cue, taken, speakers),
        confidence=finding.confidence,
    )
