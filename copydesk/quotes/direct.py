"""Direct speech by its place: who speaks before, after and between quotation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from copydesk.quotes.attribute import subject_of_sentence
from copydesk.quotes.content import Finding
from copydesk.quotes.cues import Way

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.quotes.attribute import Speaker, Speakers, Voice
    from copydesk.quotes.marks import Quotation
    from copydesk.quotes.passage import Passage

CONFIDENCE_OF_CUE_BESIDE = 0.98
CONFIDENCE_OF_LONE_COLON = 0.6
CONFIDENCE_OF_SENTENCE_BEFORE = 0.55
CONFIDENCE_OF_PARAGRAPH_BEFORE = 0.5
CONFIDENCE_OF_UNKNOWN_SPEAKER = 0.3
CONTINUED_FACTOR = 0.8
WITHOUT_SPEAKER_FACTOR = 0.5

# Words that may stand between a closing mark and the speaker: "and then".
MAX_WORDS_BEFORE_ATTRIBUTION = 3
# Words between a cue and the quotation it introduces: "said in Munich on Friday,".
MAX_WORDS_BEFORE_QUOTATION = 9
# Shorter stretches without a cue are names and scare quotes.
MIN_WORDS_OF_UTTERANCE = 5

_WORD = re.compile(r"\w+")
_ENDS_UTTERANCE = re.compile(r"[,.?!…–—-]$")
_GOES_ON = re.compile(r"\s*[,–—]")
_ENDS_SENTENCE = re.compile(r"[.?!…]$")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_JOINING = frozenset({"", "and", "but", "or", "then", "and then"})


@dataclass(frozen=True, slots=True)
class Turn:
    """A direct quote in the making: its quotations so far and who speaks."""

    quotations: tuple[Quotation, ...]
    voice: Voice | None
    speaker: Speaker | None
    confidence: float

    @property
    def last(self) -> Quotation:
        """The quotation it ends with."""
        return self.quotations[-1]


def find_direct(passages: Sequence[Passage], speakers: Speakers) -> list[Finding]:
    """Find the quotations of an article that are somebody's utterances, with who utters them."""
    turns: list[Turn] = []
    before: Passage | None = None
    for passage in passages:
        for number in range(len(passage.quotations)):
            _take(turns, passage, number, _Context(before, speakers))
        before = passage
    return [_finding(turn) for turn in turns]


@dataclass(frozen=True, slots=True)
class _Context:
    """What lies outside the paragraph: the paragraph before, and the mentions."""

    before: Passage | None
    speakers: Speakers


def _take(turns: list[Turn], passage: Passage, number: int, context: _Context) -> None:
    """Join a quotation to the last turn, or open a new one; or leave it, if it is no utterance."""
    quotation = passage.quotations[number]
    last = turns[-1] if turns else None
    own = _own_turn(passage, number)
    if last is not None and _is_joined(last, passage, number):
        turns[-1] = _prolonged(last, quotation, own)
        return
    if last is not None and _goes_on_after_cue(last, own, passage, number):
        turns[-1] = replace(last, quotations=(*last.quotations, quotation))
        return
    turn = own or _turn_without_cue(last, passage, number, context)
    if turn is not None:
        turns.append(turn)


def _prolonged(last: Turn, quotation: Quotation, own: Turn | None) -> Turn:
    """The last turn with the next paragraph of it; the attribution may come only there."""
    quotations = (*last.quotations, quotation)
    if last.voice is None and own is not None:
        return replace(own, quotations=quotations)
    return replace(last, quotations=quotations)


def _is_joined(last: Turn, passage: Passage, number: int) -> bool:
    """Whether a quotation goes on from the paragraph before, where its mark was left open."""
    quotation = passage.quotations[number]
    return (
        not last.last.is_closed
        and last.last.paragraph_no == quotation.paragraph_no - 1
        and not passage.text[passage.span.start : quotation.span.start].strip()
    )


def _goes_on_after_cue(last: Turn, own: Turn | None, passage: Passage, number: int) -> bool:
    """Whether only an attribution stands between the last quotation and this one."""
    if number == 0 or passage.quotations[number - 1] != last.last:
        return False
    quotation = passage.quotations[number]
    same_cue = own is not None and own.voice is not None and own.voice == last.voice
    if own is not None and not same_cue:
        return False
    between = passage.text[last.last.span.end : quotation.span.start]
    if between.strip(" \n,;") in _JOINING:
        return True
    if last.voice is None or last.voice.cue.token.start < last.last.span.end:
        return False
    end_of_attribution = _end_of_attribution(passage, number - 1)
    if _WORD.search(passage.text, end_of_attribution, quotation.span.start):
        return False
    return same_cue or passage.is_sentence_start(quotation.span.start)


def _own_turn(passage: Passage, number: int) -> Turn | None:
    """The turn of a quotation with a cue beside it."""
    after = _voice_after(passage, number)
    before = _voice_before(passage, number)
    voice = after or before
    if voice is not None:
        confidence = CONFIDENCE_OF_CUE_BESIDE * voice.cue.confidence
        if voice.speaker is None:
            confidence *= WITHOUT_SPEAKER_FACTOR
        return Turn((passage.quotations[number],), voice, voice.speaker, confidence)
    return None


def _voice_after(passage: Passage, number: int) -> Voice | None:
    """The voice in '"...," Ivanov said'."""
    quotation = passage.quotations[number]
    if _is_embedded(passage, number):
        return None
    end = _end_of_attribution(passage, number)
    inside = quotation.inside.of(passage.text)
    following = passage.text[quotation.span.end : end]
    goes_on = _GOES_ON.match(following) is not None
    if not goes_on and not _ENDS_UTTERANCE.search(inside):
        return None
    if inside.endswith(".") and not goes_on and not following.lstrip()[:1].islower():
        return None
    for voice in passage.voices_within(quotation.span.end, end):
        n_before = len(_WORD.findall(passage.text[quotation.span.end : max(voice.start, quotation.span.end)]))
        if n_before <= MAX_WORDS_BEFORE_ATTRIBUTION and Way.NOUN not in voice.cue.ways:
            return voice
    return None


def _end_of_attribution(passage: Passage, number: int) -> int:
    """Where the sentence that a quotation stands in ends, or the next quotation begins."""
    start = passage.quotations[number].span.end
    is_last = number + 1 == len(passage.quotations)
    end = passage.span.end if is_last else passage.quotations[number + 1].span.start
    for sentence in passage.sentences:
        begin = sentence.span.start
        if (
            start < begin < end
            and _WORD.search(passage.text, start, begin)
            and passage.is_sentence_start(begin)
        ):
            return begin
    return end


def _voice_before(passage: Passage, number: int) -> Voice | None:
    """The voice in 'Ivanov said: "..."'."""
    start, end = _gap_before(passage, number)
    lead = passage.text[start:end].rstrip()
    voices = [voice for voice in passage.voices_within(start, end) if Way.NOUN not in voice.cue.ways]
    if not voices:
        return None
    voice = voices[-1]
    if lead.endswith(":"):
        return voice
    between = passage.text[voice.cue.token.end : end]
    n_between = len(_WORD.findall(between))
    if lead.endswith((",", "–", "—")):
        return voice if n_between <= MAX_WORDS_BEFORE_QUOTATION else None
    is_at_cue = not n_between or between.strip() in {"that", "as"}
    return voice if is_at_cue and _is_utterance(passage, passage.quotations[number]) else None


def _gap_before(passage: Passage, number: int) -> tuple[int, int]:
    """The text of the same sentence between a quotation and the one before."""
    quotation = passage.quotations[number]
    start = passage.sentence_start(quotation.span.start)
    if number > 0:
        start = max(start, passage.quotations[number - 1].span.end)
    return start, quotation.span.start


def _is_embedded(passage: Passage, number: int) -> bool:
    """Whether a quotation stands in the middle of a clause: 'were "very practical"'."""
    quotation = passage.quotations[number]
    start = passage.sentence_start(quotation.span.start)
    lead = passage.text[start : quotation.span.start].rstrip()
    return _WORD.search(lead) is not None and not lead.endswith((":", ",", "–", "—"))


def _is_utterance(passage: Passage, quotation: Quotation) -> bool:
    """Whether the words between the marks are long enough, and sentence-like, to be somebody's speech."""
    inside = quotation.inside.of(passage.text)
    if len(_WORD.findall(inside)) < MIN_WORDS_OF_UTTERANCE:
        return False
    verbs = _FINITE | {"VB"} if _ENDS_SENTENCE.search(inside) else _FINITE
    return any(
        token.tag in verbs
        for sentence in passage.sentences
        if sentence.span.overlaps(quotation.inside)
        for token in sentence.tokens
        if quotation.inside.contains(token.span)
    )


def _turn_without_cue(last: Turn | None, passage: Passage, number: int, context: _Context) -> Turn | None:
    """The turn of an utterance whose speaker has to be looked for further away."""
    quotation = passage.quotations[number]
    if not _is_utterance(passage, quotation):
        return None
    start, end = _gap_before(passage, number)
    lead = passage.text[start:end].rstrip()
    speaker, confidence = None, CONFIDENCE_OF_UNKNOWN_SPEAKER
    if lead.endswith(":"):
        speaker = _subject_at(passage, end - 1, context.speakers)
        confidence = CONFIDENCE_OF_LONE_COLON
    elif last is not None and number > 0 and passage.quotations[number - 1] == last.last:
        speaker, confidence = last.speaker, last.confidence * CONTINUED_FACTOR
    elif start > passage.span.start or _WORD.search(lead) is not None:
        speaker = _speaker_up_to(passage, quotation.span.start, context.speakers)
        confidence = CONFIDENCE_OF_SENTENCE_BEFORE
    if speaker is None and not (start > passage.span.start):
        speaker, confidence = _speaker_before_paragraph(last, passage, number, context)
    ends = _ENDS_SENTENCE.search(quotation.inside.of(passage.text))
    if speaker is None and (ends is None or _is_embedded(passage, number)):
        return None
    return Turn((quotation,), None, speaker, confidence if speaker else CONFIDENCE_OF_UNKNOWN_SPEAKER)


def _speaker_up_to(passage: Passage, offset: int, speakers: Speakers) -> Speaker | None:
    """Who spoke last before `offset` in the paragraph, else who its sentence there is about."""
    voices = [
        voice for voice in passage.voices_within(passage.span.start, offset) if voice.speaker is not None
    ]
    return voices[-1].speaker if voices else _subject_at(passage, offset - 1, speakers)


def _subject_at(passage: Passage, offset: int, speakers: Speakers) -> Speaker | None:
    """The person that the last sentence to begin before `offset` is about."""
    sentences = [sentence for sentence in passage.sentences if sentence.span.start < offset]
    return subject_of_sentence(sentences[-1], passage.quotations, speakers) if sentences else None


def _speaker_before_paragraph(
    last: Turn | None, passage: Passage, number: int, context: _Context
) -> tuple[Speaker | None, float]:
    """Who spoke last in the paragraph before."""
    before = context.before
    if number > 0 or before is None:
        return None, CONFIDENCE_OF_UNKNOWN_SPEAKER
    end = before.span.end
    if last is not None and last.last in before.quotations and last.speaker is not None:
        speaker: Speaker | None = last.speaker
    else:
        speaker = _speaker_up_to(before, end, context.speakers)
    return speaker, CONFIDENCE_OF_PARAGRAPH_BEFORE


def _finding(turn: Turn) -> Finding:
    content = tuple(quotation.inside for quotation in turn.quotations)
    return Finding(content, None if turn.voice is None else turn.voice.cue, turn.speaker, turn.confidence)
