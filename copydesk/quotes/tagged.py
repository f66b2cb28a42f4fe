"""The quotes of an article by the learned tagger: its attributions with everything that a quote has.

The rules help where the tagger cannot see far enough: utterances without a cue, words that go on in the
next paragraph, and the outlets that somebody's words came through.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from copydesk.quotes.assemble import assemble
from copydesk.quotes.attribute import day_of_saying
from copydesk.quotes.content import kind_of_content, snapped
from copydesk.quotes.cues import Cue, find_cues
from copydesk.quotes.outlets import find_via
from copydesk.quotes.passage import read_passages
from copydesk.quotes.rules import findings_of, quote_of
from copydesk.quotes.tagger import tag_text
from copydesk.records import Quote
from copydesk.syntax import head_within, tokens_within

if TYPE_CHECKING:
    from copydesk.quotes.assemble import Attribution
    from copydesk.quotes.attribute import Speaker, Speakers
    from copydesk.quotes.content import Finding
    from copydesk.quotes.marks import Quotation
    from copydesk.records import Document, Sentence
    from copydesk.spans import Span

# A confidence is never nought.
MIN_CONFIDENCE = 0.01
# How far to trust direct speech that only the rules see.
UNTAGGED_FACTOR = 0.5


@dataclass(frozen=True, slots=True)
class _Article:
    """What the details of a quote are looked up in."""

    sentences: tuple[Sentence, ...]
    starts: tuple[int, ...]
    quotations: tuple[Quotation, ...]
    speakers: Speakers
    findings: tuple[Finding, ...]

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence around an offset, or the last before it."""
        return self.sentences[max(bisect_right(self.starts, offset) - 1, 0)]


def find_quotes_by_tagger(
    document: Document, sentences: tuple[Sentence, ...], speakers: Speakers
) -> tuple[Quote, ...]:
    """Find direct and reported speech, each thing said once, in the order of the text."""
    if not sentences:
        return ()
    passages = read_passages(document, sentences, speakers)
    article = _Article(
        sentences,
        tuple(sentence.span.start for sentence in sentences),
        tuple(quotation for passage in passages for quotation in passage.quotations),
        speakers,
        tuple(findings_of(passages, speakers)),
    )
    attributions = assemble(document.text, tag_text(document.text, document.paragraphs))
    prolonged, untagged = _with_direct_speech(attributions, article.findings)
    found = [quote for attribution in prolonged for quote in _quotes(attribution, article)]
    found += [_untagged(finding, article) for finding in untagged]
    return tuple(sorted(found, key=lambda quote: quote.content))


def _with_direct_speech(
    attributions: list[Attribution], findings: tuple[Finding, ...]
) -> tuple[list[Attribution], list[Finding]]:
    """Attributions with the paragraphs that their words go on in, and direct speech of which none has any."""
    prolonged, untagged = list(attributions), []
    for finding in findings:
        if not finding.is_by_place:
            continue
        owners = {
            number
            for number, attribution in enumerate(prolonged)
            for span in attribution.content
            if any(span.overlaps(piece) for piece in finding.content)
        }
        free = [piece for piece in finding.content if not _is_tagged(piece, prolonged)]
        if free and len(owners) == 1:
            (owner,) = owners
            content = tuple(sorted([*prolonged[owner].content, *free]))
            prolonged[owner] = replace(prolonged[owner], content=content)
        elif free and not owners:
            untagged.append(replace(finding, content=tuple(free)))
    return prolonged, untagged


def _is_tagged(piece: Span, attributions: list[Attribution]) -> bool:
    """Whether a quotation has characters of any part of an attribution."""
    return any(
        part is not None and piece.overlaps(part)
        for attribution in attributions
        for part in (*attribution.content, attribution.cue, attribution.speaker)
    )


def _untagged(finding: Finding, article: _Article) -> Quote:
    sentence_no = article.sentence_at(finding.start).sentence_no
    quote = quote_of(finding, sentence_no, article.quotations, article.speakers)
    return replace(quote, confidence=quote.confidence * UNTAGGED_FACTOR)


def _quotes(attribution: Attribution, article: _Article) -> list[Quote]:
    """The attribution as a quote; none where its content has no words."""
    text = article.speakers.text
    outside = [span for span in (attribution.cue, attribution.speaker) if span is not None]
    content = snapped(text, attribution.content, article.quotations, outside)
    if not content:
        return []
    taken = [*content, *outside]
    cue = None if attribution.cue is None else _cue(attribution.cue, article)
    speaker = None if attribution.speaker is None else _speaker(attribution.speaker, article)
    return [
        Quote(
            sentence_no=article.sentence_at(content[0].start).sentence_no,
            kind=kind_of_content(text, content, article.quotations),
            content=content,
            cue=() if attribution.cue is None else (attribution.cue,),
            cue_lemma=None if cue is None else cue.lemma,
            speaker=() if speaker is None else (speaker.span,),
            speaker_mention=None if speaker is None else speaker.mention,
            speaker_name=None if speaker is None else speaker.name,
            via=_via(attribution, cue, taken, article),
            said_on=None if cue is None else day_of_saying(cue, taken, article.speakers),
            confidence=max(attribution.confidence, MIN_CONFIDENCE),
        )
    ]


def _via(attribution: Attribution, cue: Cue | None, taken: list[Span], article: _Article) -> str | None:
    """The outlet or spokesman that somebody's words came through, told beside the cue or above it."""
    if cue is None or attribution.speaker is None:
        return None
    for finding in article.findings:
        if finding.via is not None and finding.cue is not None and finding.cue.token.span == cue.token.span:
            return finding.via
    return find_via(cue, article.speakers.text, taken)


def _cue(span: Span, article: _Article) -> Cue | None:
    """The cue in the parse: the reporting word in the span, or else the head of its words."""
    sentence = article.sentence_at(span.start)
    positions = tokens_within(sentence, span)
    for cue in find_cues(sentence):
        if cue.position in positions:
            return cue
    head = head_within(sentence, span)
    if head is None or not sentence.tokens[head].text.isalpha():
        return None
    return Cue(sentence, head, tuple(positions), sentence.tokens[head].lemma.lower(), frozenset(), 1.0)


def _speaker(span: Span, article: _Article) -> Speaker | None:
    """The speaker in the parse; its head decides whose mention it is."""
    sentence = article.sentence_at(span.start)
    head = head_within(sentence, span)
    return None if head is None else article.speakers.speaker(sentence, head, span)
