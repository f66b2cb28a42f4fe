"""Direct speech by its place: who speaks before, after and between quotation marks."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from copydesk.quotes.content import Finding
from copydesk.quotes.cues import Way
from copydesk.quotes.distant import Surroundings, Turn, turn_without_cue
from copydesk.quotes.utterances import end_of_attribution, gap_before, is_embedded, is_utterance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.quotes.attribute import Speakers, Voice
    from copydesk.quotes.marks import Quotation
    from copydesk.quotes.passage import Passage

CONFIDENCE_OF_CUE_BESIDE = 0.98
WITHOUT_SPEAKER_FACTOR = 0.5

# Words that may stand between a closing mark and the speaker: "and then".
MAX_WORDS_BEFORE_ATTRIBUTION = 3
# Words between a cue and the quotation it introduces: "said in Munich on Friday,".
MAX_WORDS_BEFORE_QUOTATION = 9

_WORD = re.compile(r"\w+")
_ENDS_UTTERANCE = re.compile(r"[,.?!…–—-]$")
_GOES_ON = re.compile(r"\s*[,–—]")
_JOINING = frozenset({"", "and", "but", "or", "then", "and then"})


def find_direct(passages: Sequence[Passage], speakers: Speakers) -> list[Finding]:
    """Find the quotations of an article that are somebody's utterances, with who utters them."""
    turns: list[Turn] = []
    before: Passage | None = None
    for passage in passages:
        for number in range(len(passage.quotations)):
            around = Surroundings(turns[-1] if turns else None, before, speakers)
            _take(turns, passage, number, around)
        before = passage
    return [_finding(turn) for turn in turns]


def _take(turns: list[Turn], passage: Passage, number: int, around: Surroundings) -> None:
    """Join a quotation to the last turn, or open a new one; or leave it, if it is no utterance."""
    quotation, last = passage.quotations[number], around.last
    own = _turn_beside_cue(passage, number)
    if last is not None and _is_left_open(last, passage, number):
        turns[-1] = _prolonged(last, quotation, own)
    elif last is not None and _goes_on(last, own, passage, number):
        turns[-1] = replace(last, quotations=(*last.quotations, quotation))
    else:
        turn = own or turn_without_cue(passage, number, around)
        if turn is not None:
            turns.append(turn)


def _prolonged(last: Turn, quotation: Quotation, own: Turn | None) -> Turn:
    """The last turn with the next paragraph of it; the attribution may come only there."""
    quotations = (*last.quotations, quotation)
    if last.voice is None and own is not None:
        return replace(own, quotations=quotations)
    return replace(last, quotations=quotations)


def _is_left_open(last: Turn, passage: Passage, number: int) -> bool:
    """Whether a quotation begins a paragraph, and the one before was left open at the end of its own."""
    quotation = passage.quotations[number]
    return (
        not last.last.is_closed
        and last.last.paragraph_no == quotation.paragraph_no - 1
        and not passage.text[passage.span.start : quotation.span.start].strip()
    )


def _goes_on(last: Turn, own: Turn | None, passage: Passage, number: int) -> bool:
    """Whether only an attribution stands between the last quotation and this one."""
    if number == 0 or passage.quotations[number - 1] != last.last:
        return False
    has_same_cue = own is not None and own.voice == last.voice
    if own is not None and not has_same_cue:
        return False
    start, end = last.last.span.end, passage.quotations[number].span.start
    if passage.text[start:end].strip(" \n,;") in _JOINING:
        return True
    if last.voice is None or last.voice.cue.token.start < start:
        return False
    if _WORD.search(passage.text, end_of_attribution(passage, number - 1), end):
        return False
    return has_same_cue or passage.is_sentence_start(end)


def _turn_beside_cue(passage: Passage, number: int) -> Turn | None:
    """The turn of a quotation with a cue behind or before it."""
    voice = _voice_behind(passage, number) or _voice_before(passage, number)
    if voice is None:
        return None
    confidence = CONFIDENCE_OF_CUE_BESIDE * voice.cue.confidence
    if voice.speaker is None:
        confidence *= WITHOUT_SPEAKER_FACTOR
    return Turn((passage.quotations[number],), voice, voice.speaker, confidence)


def _voice_behind(passage: Passage, number: int) -> Voice | None:
    """The voice in '"...," Ivanov said'."""
    start, end = passage.quotations[number].span.end, end_of_attribution(passage, number)
    if is_embedded(passage, number) or not _may_have_voice_behind(passage, number, end):
        return None
    for voice in _spoken(passage, start, end):
        n_before = len(_WORD.findall(passage.text[start : max(voice.start, start)]))
        if n_before <= MAX_WORDS_BEFORE_ATTRIBUTION:
            return voice
    return None


def _may_have_voice_behind(passage: Passage, number: int, end: int) -> bool:
    """Whether the sentence goes on behind the quotation: '."' before a capital letter has ended it."""
    quotation = passage.quotations[number]
    inside = quotation.inside.of(passage.text)
    following = passage.text[quotation.span.end : end]
    if _GOES_ON.match(following):
        return True
    if inside.endswith("."):
        return following.lstrip()[:1].islower()
    return _ENDS_UTTERANCE.search(inside) is not None


def _voice_before(passage: Passage, number: int) -> Voice | None:
    """The voice in 'Ivanov said: "..."'."""
    start, end = gap_before(passage, number)
    voices = _spoken(passage, start, end)
    if not voices:
        return None
    lead, voice = passage.text[start:end].rstrip(), voices[-1]
    if lead.endswith(":"):
        return voice
    between = passage.text[voice.cue.token.end : end]
    n_between = len(_WORD.findall(between))
    if lead.endswith((",", "–", "—")):
        return voice if n_between <= MAX_WORDS_BEFORE_QUOTATION else None
    is_at_cue = not n_between or between.strip() in {"that", "as"}
    return voice if is_at_cue and is_utterance(passage, passage.quotations[number]) else None


def _spoken(passage: Passage, start: int, end: int) -> list[Voice]:
    """The voices between two offsets whose cue can stand beside a quotation."""
    return [voice for voice in passage.voices_within(start, end) if Way.NOUN not in voice.cue.ways]


def _finding(turn: Turn) -> Finding:
    content = tuple(quotation.span for quotation in turn.quotations)
    cue = None if turn.voice is None else turn.voice.cue
    return Finding(content, cue, turn.speaker, turn.confidence, is_by_place=True)
