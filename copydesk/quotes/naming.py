"""Reported words that are no clause: what something was called, and quoted fragments beside a cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.quotes.clauses import holds_quotation, spans_of_clause
from copydesk.quotes.content import token_spans
from copydesk.quotes.cues import Way
from copydesk.syntax import children_with, subtree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.quotes.attribute import Voice
    from copydesk.quotes.content import Report
    from copydesk.quotes.marks import Quotation
    from copydesk.records import Sentence
    from copydesk.spans import Span

CONFIDENCE_OF_NAMING = 0.75
CONFIDENCE_OF_FRAGMENT = 0.65

_OBJECTS = frozenset({"dobj", "oprd", "attr", "acomp", "pobj"})
_FRAGMENT_PREPOSITIONS = frozenset({"as", "of", "for", "about", "against", "on"})
_REPORTING_FRAGMENTS = frozenset({Way.STATEMENT, Way.COMMITMENT, Way.BESIDE_QUOTATION})


def report_naming(voice: Voice, quotations: Sequence[Quotation]) -> Report | None:
    """Find the thing and its name in "called the letter a serious document"."""
    cue = voice.cue
    if Way.JUDGEMENT not in cue.ways or voice.speaker is None or _asks_for_something(voice):
        return None
    names = children_with(cue.sentence, cue.position, {"oprd"}) + _as_phrases(voice, quotations)
    if not names:
        return _small_clause(voice)
    objects = children_with(cue.sentence, cue.position, {"dobj"})
    things = [thing for thing in objects if thing > cue.position]
    quoted = [name for name in names if holds_quotation(cue.sentence, name, quotations)]
    if not things and not quoted:
        return None
    if cue.position + 1 in quoted and _is_as(cue.sentence, cue.position + 1):
        return _quoted_name(cue.sentence, cue.position + 1, quotations), CONFIDENCE_OF_NAMING
    positions = {position for part in (*things, *names) for position in subtree(cue.sentence, part)}
    if not things:
        positions.difference_update(name for name in names if _is_as(cue.sentence, name))
    return token_spans(cue.sentence, positions), CONFIDENCE_OF_NAMING


def report_fragment(voice: Voice, quotations: Sequence[Quotation]) -> Report | None:
    """Find the object of a reporting verb, if words of it are quoted: "spoke of a 'dangerous drift'"."""
    cue = voice.cue
    if voice.speaker is None or not cue.ways & _REPORTING_FRAGMENTS:
        return None
    parts = children_with(cue.sentence, cue.position, _OBJECTS)
    for preposition in children_with(cue.sentence, cue.position, {"prep"}):
        if cue.sentence.tokens[preposition].text.lower() in _FRAGMENT_PREPOSITIONS:
            parts.extend(children_with(cue.sentence, preposition, _OBJECTS))
    quoted = [
        part for part in parts if part > cue.position and holds_quotation(cue.sentence, part, quotations)
    ]
    if not quoted:
        return None
    positions = {position for part in quoted for position in subtree(cue.sentence, part)}
    return token_spans(cue.sentence, positions), CONFIDENCE_OF_FRAGMENT


def _quoted_name(sentence: Sentence, name: int, quotations: Sequence[Quotation]) -> list[Span]:
    """The name alone in "described as 'brave' a speech by ...", where the thing may be long."""
    spans = token_spans(sentence, subtree(sentence, name)[1:])
    first = next(quotation for quotation in quotations if quotation.inside.end > spans[0].start)
    return [first.inside] if _is_followed_by_thing(sentence, first) else spans


def _is_followed_by_thing(sentence: Sentence, quotation: Quotation) -> bool:
    """Whether another noun phrase begins right behind a quotation: "as 'brave' a speech"."""
    following = [token for token in sentence.tokens if token.start >= quotation.span.end]
    return bool(following) and (following[0].pos == "DET" or following[0].tag == "PRP$")


def _is_as(sentence: Sentence, position: int) -> bool:
    return sentence.tokens[position].text.lower() == "as"


def _asks_for_something(voice: Voice) -> bool:
    """Whether "call" asks for something and names nothing: "called for calm"."""
    position = voice.cue.position
    return any(
        token.text in {"for", "on", "upon"}
        for token in voice.cue.sentence.tokens[position + 1 : position + 2]
    )


def _small_clause(voice: Voice) -> Report | None:
    """The thing and its name where the parser sees a clause without a verb: "called the plan dangerous"."""
    cue = voice.cue
    for clause in children_with(cue.sentence, cue.position, {"ccomp", "xcomp"}):
        if clause > cue.position and cue.sentence.tokens[clause].pos in {"NOUN", "PROPN", "ADJ"}:
            return spans_of_clause(cue.sentence, clause), CONFIDENCE_OF_NAMING
    return None


def _as_phrases(voice: Voice, quotations: Sequence[Quotation]) -> list[int]:
    """Where an "as" gives the name; behind a long object only quoted words tell that it is the verb's."""
    sentence, position = voice.cue.sentence, voice.cue.position
    own = set(children_with(sentence, position, {"prep"}))
    for thing in children_with(sentence, position, {"dobj"}):
        own.update(children_with(sentence, thing, {"prep"}))
    found = [
        below
        for below in subtree(sentence, position)
        if below > position and _is_as(sentence, below) and sentence.tokens[below].dep == "prep"
    ]
    return [below for below in found if below in own or holds_quotation(sentence, below, quotations)]
