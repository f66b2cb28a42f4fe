"""Reported speech by the parse: clauses, infinitives and names that hang below a cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.quotes.content import Finding, clean_content, token_spans, without
from copydesk.quotes.cues import TAKING_A_CLAUSE, TAKING_AN_INFINITIVE, Way
from copydesk.spans import Span
from copydesk.syntax import children_with, subtree

if TYPE_CHECKING:
    from collections.abc import Callable

    from copydesk.quotes.attribute import Voice
    from copydesk.quotes.marks import Quotation
    from copydesk.quotes.passage import Passage
    from copydesk.records import Sentence

CONFIDENCE_OF_CLAUSE_WITH_THAT = 0.95
CONFIDENCE_OF_CLAUSE = 0.85
CONFIDENCE_OF_INSERTED_CUE = 0.8
CONFIDENCE_OF_ACCORDING = 0.9
CONFIDENCE_OF_INFINITIVE = 0.7
CONFIDENCE_OF_NOUN = 0.9
CONFIDENCE_OF_NAMING = 0.75
CONFIDENCE_OF_FRAGMENT = 0.65
WITHOUT_SPEAKER_FACTOR = 0.5

_OBJECTS = frozenset({"dobj", "oprd", "attr", "acomp", "pobj"})
_FRAGMENT_PREPOSITIONS = frozenset({"as", "of", "for", "about", "against", "on"})
_HOST_CLAUSES = frozenset({"ROOT", "ccomp", "conj", "advcl", "relcl", "parataxis", "dep"})

Report = tuple[list[Span], float]


def find_indirect(passage: Passage) -> list[Finding]:
    """Find what the cues of a paragraph report, wholly or partly in the reporter's words."""
    reports: list[tuple[Voice, list[Span], float]] = []
    for voice in passage.voices:
        quotations = [
            quoted for quoted in passage.quotations if quoted.span.overlaps(voice.cue.sentence.span)
        ]
        report = _report(voice, quotations)
        if report is not None:
            reports.append((voice, *report))
    closing = [_closing_clause(voice, spans) for voice, spans, _ in reports]
    findings: list[Finding] = []
    for number, (voice, spans, confidence) in enumerate(reports):
        others = [clause for i, clause in enumerate(closing) if clause is not None and i != number]
        own = [span for span in _own_words(voice) if span is not None]
        left = without(spans, [*others, *own])
        content = clean_content(passage.text, left, passage.quotations)
        content = tuple(without(content, own))
        if content:
            findings.append(_finding(voice, content, confidence))
    return findings


def _finding(voice: Voice, content: tuple[Span, ...], confidence: float) -> Finding:
    confidence *= voice.cue.confidence
    if voice.speaker is None:
        confidence *= WITHOUT_SPEAKER_FACTOR
    return Finding(content, voice.cue, voice.speaker, confidence)


def _own_words(voice: Voice) -> list[Span]:
    """The speaker and the cue, which never are part of what was said."""
    words = [voice.cue.sentence.tokens[position].span for position in voice.cue.words]
    return words if voice.speaker is None else [*words, voice.speaker.span]


def _closing_clause(voice: Voice, spans: list[Span]) -> Span | None:
    """The clause ", analysts say" behind what it reports: no other cue's content reaches over it."""
    if not spans or max(span.end for span in spans) > voice.start or Way.ACCORDING in voice.cue.ways:
        return None
    return Span(voice.start, voice.cue.token.end)


def _report(voice: Voice, quotations: list[Quotation]) -> Report | None:
    rules: tuple[Callable[[Voice, list[Quotation]], Report | None], ...] = (
        _according,
        _noun_clause,
        _clause,
        _inserted,
        _infinitive,
        _naming,
        _fragment,
    )
    for rule in rules:
        report = rule(voice, quotations)
        if report is not None:
            return report
    return None


def _according(voice: Voice, _: list[Quotation]) -> Report | None:
    """The clause that "according to X" belongs to, without the phrase."""
    cue = voice.cue
    if Way.ACCORDING not in cue.ways or voice.speaker is None:
        return None
    host = _host_clause(cue.sentence, cue.position)
    if host == cue.position:
        return None
    positions = set(subtree(cue.sentence, host)) - set(subtree(cue.sentence, cue.position))
    return token_spans(cue.sentence, positions), CONFIDENCE_OF_ACCORDING


def _host_clause(sentence: Sentence, position: int) -> int:
    current = sentence.tokens[position].head
    while sentence.tokens[current].dep not in _HOST_CLAUSES and sentence.tokens[current].head != current:
        current = sentence.tokens[current].head
    return current


def _noun_clause(voice: Voice, _: list[Quotation]) -> Report | None:
    """The clause of "his claim that ..."."""
    cue = voice.cue
    if Way.NOUN not in cue.ways or voice.speaker is None:
        return None
    for clause in children_with(cue.sentence, cue.position, {"acl", "ccomp", "relcl"}):
        for mark in children_with(cue.sentence, clause, {"mark"}):
            if cue.sentence.tokens[mark].text.lower() == "that":
                return _spans_of_clause(cue.sentence, clause), CONFIDENCE_OF_NOUN
    return None


def _clause(voice: Voice, _: list[Quotation]) -> Report | None:
    """The clause below a verb: before it or behind it."""
    cue = voice.cue
    if not cue.ways & TAKING_A_CLAUSE:
        return None
    clauses = children_with(cue.sentence, cue.position, {"ccomp"})
    behind = [clause for clause in clauses if clause > cue.position]
    if behind:
        has_that = any(
            cue.sentence.tokens[mark].text.lower() == "that"
            for mark in children_with(cue.sentence, behind[0], {"mark"})
        )
        confidence = CONFIDENCE_OF_CLAUSE_WITH_THAT if has_that else CONFIDENCE_OF_CLAUSE
        return [span for clause in behind for span in _spans_of_clause(cue.sentence, clause)], confidence
    before = clauses or [
        child for child in children_with(cue.sentence, cue.position, {"dep"}) if child < cue.position
    ]
    if not before:
        return None
    return _up_to(voice, cue.sentence, before[0])


def _up_to(voice: Voice, sentence: Sentence, clause: int) -> Report | None:
    """From the beginning of a clause to the comma before the speaker: parsers often lose its last words."""
    first = sentence.tokens[subtree(sentence, clause)[0]].start
    if first >= voice.start:
        return None
    return [Span(first, voice.start)], CONFIDENCE_OF_INSERTED_CUE


def _inserted(voice: Voice, _: list[Quotation]) -> Report | None:
    """The clause around an inserted ", she said,"."""
    cue = voice.cue
    token = cue.token
    is_inserted = token.dep == "parataxis" or (
        token.dep == "advcl" and _has_mark(cue.sentence, cue.position, "as")
    )
    if not is_inserted or voice.speaker is None or not cue.ways & TAKING_A_CLAUSE:
        return None
    positions = set(subtree(cue.sentence, token.head)) - set(subtree(cue.sentence, cue.position))
    return token_spans(cue.sentence, positions), CONFIDENCE_OF_INSERTED_CUE


def _infinitive(voice: Voice, _: list[Quotation]) -> Report | None:
    """What was promised or asked for: "to follow the course"."""
    cue = voice.cue
    if not cue.ways & TAKING_AN_INFINITIVE:
        return None
    for clause in children_with(cue.sentence, cue.position, {"xcomp", "ccomp"}):
        if clause > cue.position and _has_infinitive(cue.sentence, clause):
            return _spans_of_clause(cue.sentence, clause), CONFIDENCE_OF_INFINITIVE
    return None


def _naming(voice: Voice, quotations: list[Quotation]) -> Report | None:
    """The thing and its name in "called the letter a serious document"."""
    cue = voice.cue
    if Way.JUDGEMENT not in cue.ways or voice.speaker is None:
        return None
    names = children_with(cue.sentence, cue.position, {"oprd"}) + _as_phrases(voice)
    if not names:
        return _small_clause(voice)
    things = children_with(cue.sentence, cue.position, {"dobj"})
    is_quoted = any(_holds_quotation(cue.sentence, name, quotations) for name in names)
    if not is_quoted and not things:
        return None
    positions = {position for part in (*things, *names) for position in subtree(cue.sentence, part)}
    return token_spans(cue.sentence, positions), CONFIDENCE_OF_NAMING


def _small_clause(voice: Voice) -> Report | None:
    """The thing and its name where the parser sees a clause without a verb: "called the plan dangerous"."""
    cue = voice.cue
    for clause in children_with(cue.sentence, cue.position, {"ccomp", "xcomp"}):
        if clause > cue.position and cue.sentence.tokens[clause].pos in {"NOUN", "PROPN", "ADJ"}:
            return _spans_of_clause(cue.sentence, clause), CONFIDENCE_OF_NAMING
    return None


def _fragment(voice: Voice, quotations: list[Quotation]) -> Report | None:
    """The object of a reporting verb, if some of its words are quoted: "spoke of a 'dangerous drift'"."""
    cue = voice.cue
    if voice.speaker is None or not cue.ways & (
        TAKING_A_CLAUSE | TAKING_AN_INFINITIVE | {Way.BESIDE_QUOTATION}
    ):
        return None
    objects = children_with(cue.sentence, cue.position, _OBJECTS)
    prepositions = [
        child
        for child in children_with(cue.sentence, cue.position, {"prep"})
        if cue.sentence.tokens[child].text.lower() in _FRAGMENT_PREPOSITIONS
    ]
    parts = objects + [
        inner for child in prepositions for inner in children_with(cue.sentence, child, _OBJECTS)
    ]
    quoted = [
        part for part in parts if part > cue.position and _holds_quotation(cue.sentence, part, quotations)
    ]
    if not quoted:
        return None
    positions = {position for part in quoted for position in subtree(cue.sentence, part)}
    return token_spans(cue.sentence, positions), CONFIDENCE_OF_FRAGMENT


def _as_phrases(voice: Voice) -> list[int]:
    sentence = voice.cue.sentence
    candidates = children_with(sentence, voice.cue.position, {"prep"})
    for thing in children_with(sentence, voice.cue.position, {"dobj"}):
        candidates.extend(children_with(sentence, thing, {"prep"}))
    return [child for child in candidates if sentence.tokens[child].text.lower() == "as"]


def _holds_quotation(sentence: Sentence, position: int, quotations: list[Quotation]) -> bool:
    positions = subtree(sentence, position)
    span = Span(sentence.tokens[positions[0]].start, sentence.tokens[positions[-1]].end)
    return any(span.overlaps(quotation.inside) for quotation in quotations)


def _has_mark(sentence: Sentence, position: int, word: str) -> bool:
    marks = children_with(sentence, position, {"mark", "prep", "advmod"})
    return any(sentence.tokens[mark].text.lower() == word for mark in marks)


def _has_infinitive(sentence: Sentence, position: int) -> bool:
    return any(sentence.tokens[child].tag == "TO" for child in children_with(sentence, position, {"aux"}))


def _spans_of_clause(sentence: Sentence, clause: int) -> list[Span]:
    """A clause without the "that" it begins with."""
    positions = subtree(sentence, clause)
    if sentence.tokens[positions[0]].text.lower() == "that" and sentence.tokens[positions[0]].dep == "mark":
        positions = positions[1:]
    return token_spans(sentence, positions)
