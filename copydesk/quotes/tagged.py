"""The quotes of an article by the learned tagger: its attributions with everything that a quote has.

The rules help where the tagger cannot see far enough: utterances without a cue, words that go on in the
next paragraph, and the outlets that somebody's words came through.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from copydesk.quotes.assemble import assemble
from copydesk.quotes.content import kind_of_content, n_words, snapped
from copydesk.quotes.days import day_of_saying
from copydesk.quotes.outlets import find_via, is_outlet
from copydesk.quotes.passage import read_passages
from copydesk.quotes.rules import findings_of, quote_of, settled
from copydesk.quotes.tagger import tag_text
from copydesk.quotes.voices import cue_in, speaker_in, without_signs
from copydesk.records import Quote
from schemas.vocabulary import QuoteKind

if TYPE_CHECKING:
    from copydesk.quotes.assemble import Attribution
    from copydesk.quotes.attribute import Speakers
    from copydesk.quotes.content import Finding
    from copydesk.quotes.cues import Cue
    from copydesk.quotes.marks import Quotation
    from copydesk.records import Document, Sentence
    from copydesk.spans import Span

# One word or two, and words with neither cue nor marks, are left out if the tagger is less sure than this.
MAX_WORDS_OF_LITTLE = 2
MIN_CONFIDENCE_OF_LITTLE = 0.2
MIN_CONFIDENCE_WITHOUT_SIGN = 0.1
# "Lists them", "opposed it" tell nothing by themselves.
_POINTING_WORDS = frozenset(
    {"her", "herself", "him", "himself", "it", "itself", "me", "nobody", "one", "so", "that", "them"}
    | {"themselves", "these", "this", "those", "to", "us", "what", "which", "who", "you"}
)
# A confidence is never nought.
MIN_CONFIDENCE = 0.01
CONFIDENCE_DIGITS = 2
# How far to trust direct speech that only the rules see.
UNTAGGED_FACTOR = 0.5
# Where the tagger is less sure than this, a rule that is surer than that is believed.
MAX_DOUBTFUL_CONFIDENCE = 0.25
MIN_CONFIDENCE_OF_BETTER = 0.65
# So sure the rules must be of a speaker that the tagger does not see.
MIN_CONFIDENCE_BY_PLACE = 0.7


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
    kept, better = _without_doubtful(prolonged, settled(document.text, list(article.findings)))
    found = [quote for attribution in kept for quote in _quotes(attribution, article)]
    found += [_untagged(finding, article) for finding in (*untagged, *better)]
    worthy = [quote for quote in found if _is_worth_a_row(document.text, quote)]
    return tuple(sorted(worthy, key=lambda quote: quote.content))


def _is_worth_a_row(text: str, quote: Quote) -> bool:
    """Whether a quote says something, and is more than a suspicion where little speaks for it."""
    words = {word for span in quote.content for word in span.of(text).casefold().split()}
    has_little = n_words(text, quote.content) <= MAX_WORDS_OF_LITTLE
    has_no_sign = not quote.cue and quote.kind is not QuoteKind.DIRECT
    needed = MIN_CONFIDENCE_OF_LITTLE if has_little else MIN_CONFIDENCE_WITHOUT_SIGN if has_no_sign else 0.0
    return not words <= _POINTING_WORDS and quote.confidence >= needed


def _with_direct_speech(
    attributions: list[Attribution], findings: tuple[Finding, ...]
) -> tuple[list[Attribution], list[Finding]]:
    """Attributions with what marks and places tell of them, and direct speech of which none has any."""
    left, untagged = list(attributions), []
    for finding in findings:
        if not finding.is_by_place:
            continue
        owners = [one for one in left if _shares_words(one.content, finding.content)]
        free = tuple(piece for piece in finding.content if not _is_tagged(piece, left))
        told = [owner for owner in owners if owner.cue is not None]
        if not owners and free:
            untagged.append(replace(finding, content=free))
        elif owners and len(told) <= 1:
            left = [one for one in left if one not in owners]
            left.append(_joined((told or owners)[0], owners, free, finding))
    return left, untagged


def _joined(
    first: Attribution, owners: list[Attribution], free: tuple[Span, ...], finding: Finding
) -> Attribution:
    """The attribution of direct speech in several pieces, told by the cue of one piece or by its place."""
    content = tuple(sorted([*free, *(span for owner in owners for span in owner.content)]))
    told = replace(first, content=content)
    if first.cue is not None or finding.speaker is None or finding.confidence < MIN_CONFIDENCE_BY_PLACE:
        return told
    cue = None if finding.cue is None else finding.cue.token.span
    if any(span.overlaps(part) for span in content for part in (cue, finding.speaker.span) if part):
        return told
    return replace(told, cue=cue, speaker=finding.speaker.span)


def _without_doubtful(
    attributions: list[Attribution], findings: list[Finding]
) -> tuple[list[Attribution], list[Finding]]:
    """The attributions, but for doubtful ones of which the rules know better, and what the rules know."""
    doubtful = [one for one in attributions if one.confidence < MAX_DOUBTFUL_CONFIDENCE]
    sure = [one for one in attributions if one not in doubtful]
    better = [
        finding
        for finding in findings
        if finding.speaker is not None
        and finding.confidence >= MIN_CONFIDENCE_OF_BETTER
        and any(_shares_words(finding.content, one.content) for one in doubtful)
        and not any(_is_tagged(piece, sure) for piece in finding.content)
    ]
    kept = [one for one in doubtful if not any(_shares_words(one.content, _whole(f)) for f in better)]
    return sure + kept, better


def _whole(finding: Finding) -> tuple[Span, ...]:
    speaker = () if finding.speaker is None else (finding.speaker.span,)
    return (*finding.content, *speaker)


def _shares_words(some: tuple[Span, ...], others: tuple[Span, ...]) -> bool:
    return any(one.overlaps(other) for one in some for other in others)


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


def _from_its_source(attribution: Attribution, article: _Article) -> tuple[Attribution, str | None]:
    """The attribution, and the outlet that it came through, if it is but that outlet's report of it.

    In "Interfax reported that Lavrov said" and "Lavrov said, Interfax reported" the tagger takes the
    outlet for the speaker; the parse tells the two reports apart.
    """
    text = article.speakers.text
    if attribution.speaker is None or not is_outlet(attribution.speaker.of(text)):
        return attribution, None
    for finding in article.findings:
        if finding.via is None or finding.cue is None or finding.speaker is None:
            continue
        if _shares_words(finding.content, attribution.content):
            cue, speaker = finding.cue.token.span, finding.speaker.span
            is_inside = any(span.contains(cue) for span in attribution.content)
            content = finding.content if is_inside else attribution.content
            through = attribution.speaker.of(text)
            return replace(attribution, content=content, cue=cue, speaker=speaker), through
    return attribution, None


def _quotes(found: Attribution, article: _Article) -> list[Quote]:
    """An attribution as a quote; none where its content has no words."""
    attribution, through = _from_its_source(found, article)
    text = article.speakers.text
    cue_span, speaker_span = (without_signs(text, span) for span in (attribution.cue, attribution.speaker))
    outside = [span for span in (cue_span, speaker_span) if span is not None]
    content = snapped(text, attribution.content, article.quotations, outside)
    if not content:
        return []
    taken = [*content, *outside]
    cue = cue_span and cue_in(article.sentence_at(cue_span.start), cue_span)
    speaker = speaker_span and speaker_in(
        article.sentence_at(speaker_span.start), speaker_span, article.speakers
    )
    return [
        Quote(
            sentence_no=article.sentence_at(content[0].start).sentence_no,
            kind=kind_of_content(text, content, article.quotations),
            content=content,
            cue=(cue_span,) if cue_span else (),
            cue_lemma=cue.lemma if cue else None,
            speaker=(speaker.span,) if speaker else (),
            speaker_mention=speaker.mention if speaker else None,
            speaker_name=speaker.name if speaker else None,
            via=through or (_via(cue, taken, article) if cue and speaker else None),
            # "Said Friday": the day may stand within a tagged cue.
            said_on=day_of_saying(cue, content, article.speakers) if cue else None,
            # Processors differ in the last digits of eight-bit arithmetic, and rows should not.
            confidence=max(round(attribution.confidence, CONFIDENCE_DIGITS), MIN_CONFIDENCE),
        )
    ]


def _via(cue: Cue, taken: list[Span], article: _Article) -> str | None:
    """The outlet or spokesman that somebody's words came through, told beside the cue or above it."""
    for finding in article.findings:
        if finding.via is not None and finding.cue is not None and finding.cue.token.span == cue.token.span:
            return finding.via
    return find_via(cue, article.speakers.text, taken)
