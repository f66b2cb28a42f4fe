"""Who speaks: from a cue, or from the words that name somebody, to the speaker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from copydesk.quotes.cues import Way
from copydesk.quotes.marks import quotations_over
from copydesk.quotes.phrases import noun_phrase, phrase_beside, widened_to_punctuation
from copydesk.quotes.relatives import RELATIVE_TAGS, antecedent, is_relative
from copydesk.syntax import ancestors, children_with, head_within
from schemas.vocabulary import DatePrecision, MentionForm, MentionLabel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from copydesk.quotes.cues import Cue
    from copydesk.quotes.marks import Quotation
    from copydesk.records import Mention, Sentence
    from copydesk.spans import Span

_NOMINAL = frozenset({"NOUN", "PRON", "PROPN"})
# "In April" is no day that something was said on.
_PERIODS = frozenset({DatePrecision.MONTH, DatePrecision.YEAR})
# Relations over which a verb without a subject of its own shares that of the word above.
_SHARING = frozenset({"xcomp", "conj", "advcl", "pcomp", "prep", "acomp", "ccomp", "dep"})
# Where a past form without a subject is a participle: "asked whether it was safe, the mayor said".
_PARTICIPIAL = frozenset({"advcl", "acl", "prep", "dep", "ccomp"})
_OF_PERSONS = frozenset({"who", "whom", "whose"})
_OWNER_PREPOSITIONS = frozenset({"by", "of", "from"})
_FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks: where it says so, the mention of them there, and their full name if known."""

    span: Span
    mention: int | None
    name: str | None


@dataclass(frozen=True, slots=True)
class Voice:
    """A cue with its speaker. `start` is where the two begin in the text."""

    cue: Cue
    speaker: Speaker | None
    start: int


@dataclass(frozen=True, slots=True)
class Speakers:
    """The mentions of an article, found by sentence."""

    text: str
    mentions: tuple[Mention, ...]
    numbers: dict[int, tuple[int, ...]]
    published_on: date | None = None

    def speaker(self, sentence: Sentence, head: int, span: Span) -> Speaker:
        """Make the speaker of a noun phrase whose head is the token `head`; "who" is who it stands for."""
        if is_relative(sentence, head):
            return self._behind_relative(sentence, head, span)
        number = self._mention_number(sentence, head)
        if number is not None and self._is_one_of_several(sentence, head, span, number):
            return Speaker(span, None, None)
        if number is None:
            number = self._named_beside(sentence, head)
        if number is None:
            number = self._named_at_end(sentence, span)
        name = None if number is None else self.mentions[number].name
        return Speaker(span, number, name)

    def dates(self, sentence: Sentence) -> list[Mention]:
        """The days named in a sentence."""
        found = [self.mentions[number] for number in self.numbers.get(sentence.sentence_no, ())]
        days = [mention for mention in found if mention.date_precision not in _PERIODS]
        return [mention for mention in days if mention.resolved_date is not None]

    def _is_one_of_several(self, sentence: Sentence, head: int, span: Span, number: int) -> bool:
        """Whether somebody else speaks, too: "Moscow and Washington", "Trump and his aides"."""
        return any(
            sentence.tokens[other].pos in _NOMINAL
            and span.contains(sentence.tokens[other].span)
            and self._mention_number(sentence, other) != number
            for other in children_with(sentence, head, {"conj"})
        )

    def _behind_relative(self, sentence: Sentence, position: int, span: Span) -> Speaker:
        noun = antecedent(sentence, position)
        if noun is None:
            return Speaker(span, None, None)
        number = self._mention_number(sentence, noun)
        if number is None:
            number = self._named_beside(sentence, noun)
        if number is None and sentence.tokens[noun].dep == "appos":
            # "Eva Lind, a lawyer who said"
            number = self._mention_number(sentence, sentence.tokens[noun].head)
        is_who = sentence.tokens[position].text.lower() in _OF_PERSONS
        if number is None or (is_who and self.mentions[number].label is not MentionLabel.PERSON):
            return Speaker(span, None, None)
        return Speaker(span, number, self.mentions[number].name)

    def _mention_number(self, sentence: Sentence, position: int) -> int | None:
        token = sentence.tokens[position].span
        for number in self.numbers.get(sentence.sentence_no, ()):
            mention = self.mentions[number]
            if mention.label is not MentionLabel.DATE and mention.span.contains(token):
                return number
        return None

    def _named_beside(self, sentence: Sentence, head: int) -> int | None:
        """The name in "the spokesman, Dmitry Peskov"."""
        for apposition in children_with(sentence, head, {"appos"}):
            number = self._mention_number(sentence, apposition)
            if number is not None and self._is_named_person(number):
                return number
        return None

    def _named_at_end(self, sentence: Sentence, span: Span) -> int | None:
        """The name in "the head of the bank, Eva Lind", which parsers take for the bank's."""
        for number in self.numbers.get(sentence.sentence_no, ()):
            name = self.mentions[number].span
            if name.end == span.end and self._is_named_person(number):
                lead = self.text[span.start : name.start].rstrip()
                return number if lead.endswith(",") and lead.count(",") == 1 else None
        return None

    def _is_named_person(self, number: int) -> bool:
        mention = self.mentions[number]
        return mention.label is MentionLabel.PERSON and mention.form is MentionForm.NAME


def index_speakers(text: str, mentions: tuple[Mention, ...], published_on: date | None = None) -> Speakers:
    """Sort the mentions of an article by sentence."""
    numbers: dict[int, tuple[int, ...]] = {}
    for number, mention in enumerate(mentions):
        numbers[mention.sentence_no] = (*numbers.get(mention.sentence_no, ()), number)
    return Speakers(text, mentions, numbers, published_on)


def attribute_cue(cue: Cue, quotations: Sequence[Quotation], speakers: Speakers) -> Voice:
    """Find who speaks where a cue stands; the speaker is None where the text does not tell."""
    marked = [quotation.span for quotation in quotations]
    head = _speaker_head(cue)
    phrase = None if head is None else noun_phrase(cue.sentence, head, marked)
    if phrase is not None and phrase.end <= cue.token.start:
        phrase = widened_to_punctuation(cue.sentence, phrase)
    if phrase is None and cue.token.tag in _FINITE_TAGS and not _is_passive(cue.sentence, cue.position):
        phrase = phrase_beside(cue.sentence, cue.position, marked)
        head = None if phrase is None else head_within(cue.sentence, phrase)
    speaker = None if phrase is None or head is None else speakers.speaker(cue.sentence, head, phrase)
    return Voice(cue, speaker, _start(cue, speaker))


def subject_of_sentence(
    sentence: Sentence, quotations: Sequence[Quotation], speakers: Speakers
) -> Speaker | None:
    """The subject of the sentence's main verb, if it is a person."""
    nearby = quotations_over(quotations, sentence.span.start, sentence.span.end)
    marked = [quotation.span for quotation in nearby]
    roots = [position for position, token in enumerate(sentence.tokens) if token.head == position]
    for subject in (child for root in roots for child in children_with(sentence, root, {"nsubj"})):
        phrase = noun_phrase(sentence, subject, marked)
        speaker = None if phrase is None else speakers.speaker(sentence, subject, phrase)
        if speaker is not None and speaker.mention is not None:
            is_person = speakers.mentions[speaker.mention].label is MentionLabel.PERSON
            return speaker if is_person else None
    return None


def speaker_at(span: Span, sentences: Sequence[Sentence], speakers: Speakers) -> Speaker | None:
    """The speaker that the words of `span` mean, whatever stands around them."""
    for sentence in sentences:
        if sentence.span.overlaps(span):
            head = head_within(sentence, span)
            return None if head is None else speakers.speaker(sentence, head, span)
    return None


def _start(cue: Cue, speaker: Speaker | None) -> int:
    helpers = children_with(cue.sentence, cue.position, {"aux", "auxpass", "neg"})
    starts = [cue.sentence.tokens[position].start for position in (*cue.words, *helpers)]
    if speaker is not None:
        starts.append(speaker.span.start)
    return min(starts)


def _speaker_head(cue: Cue) -> int | None:
    sentence, position = cue.sentence, cue.position
    if Way.ACCORDING in cue.ways:
        return _object_of(sentence, position, frozenset({"to"}))
    if Way.NOUN in cue.ways:
        owners = children_with(sentence, position, {"poss"})
        return owners[0] if owners else _object_of(sentence, position, _OWNER_PREPOSITIONS)
    if _is_passive(sentence, position):
        return _agent(sentence, position)
    subject = _subject(sentence, position, {"nsubj"})
    return subject if subject is not None else _shared_subject(sentence, position)


def _is_passive(sentence: Sentence, position: int) -> bool:
    """Whether a verb's subject is the hearer: "he was told that", "asked whether he knew, he said"."""
    if children_with(sentence, position, {"nsubjpass", "auxpass"}):
        return True
    token = sentence.tokens[position]
    helpers = children_with(sentence, position, {"aux"})
    has_subject = bool(children_with(sentence, position, {"nsubj"}))
    return token.tag in {"VBN", "VBD"} and token.dep in _PARTICIPIAL and not helpers and not has_subject


def _agent(sentence: Sentence, position: int) -> int | None:
    for agent in children_with(sentence, position, {"agent"}):
        for named in children_with(sentence, agent, {"pobj"}):
            return named
    return None


def _object_of(sentence: Sentence, position: int, prepositions: frozenset[str]) -> int | None:
    for preposition in children_with(sentence, position, {"prep", "agent"}):
        if sentence.tokens[preposition].text.lower() in prepositions:
            for named in children_with(sentence, preposition, {"pobj"}):
                return named
    return None


def _subject(sentence: Sentence, position: int, deps: set[str]) -> int | None:
    nearest_first = sorted(children_with(sentence, position, deps), key=lambda child: abs(child - position))
    for subject in nearest_first:
        if sentence.tokens[subject].tag not in RELATIVE_TAGS:
            return subject
        if sentence.tokens[position].dep == "relcl":
            return sentence.tokens[position].head
    return None


def _shared_subject(sentence: Sentence, position: int) -> int | None:
    current = position
    for above in ancestors(sentence, position):
        dep = sentence.tokens[current].dep
        if dep in {"acl", "relcl"}:
            return above
        if dep not in _SHARING:
            return None
        subject = _subject(sentence, above, {"nsubj", "nsubjpass"})
        if subject is not None:
            return subject
        current = above
    return None
