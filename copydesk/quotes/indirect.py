"""Reported speech by the parse: the clauses that hang below a cue, or that it was put into."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from copydesk.quotes.clauses import begins_with, host_clause, is_infinitive, spans_of_clause
from copydesk.quotes.content import Finding, clean_content, n_words, token_spans, without
from copydesk.quotes.cues import TAKING_A_CLAUSE, TAKING_AN_INFINITIVE, Way
from copydesk.quotes.marks import quotations_over
from copydesk.quotes.naming import report_fragment, report_naming
from copydesk.quotes.utterances import looks_like_title
from copydesk.spans import Span, merged
from copydesk.syntax import children_with, subtree

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from copydesk.quotes.attribute import Voice
    from copydesk.quotes.content import Report
    from copydesk.quotes.marks import Quotation
    from copydesk.quotes.passage import Passage
    from copydesk.records import Sentence

    Rule = Callable[[Voice, Sequence[Quotation]], Report | None]

CONFIDENCE_OF_CLAUSE_WITH_THAT = 0.95
CONFIDENCE_OF_CLAUSE = 0.85
CONFIDENCE_OF_INSERTED_CUE = 0.8
CONFIDENCE_OF_TRAILING_CUE = 0.65
CONFIDENCE_OF_ACCORDING = 0.9
CONFIDENCE_OF_INFINITIVE = 0.7
CONFIDENCE_OF_NOUN = 0.9
CONFIDENCE_OF_PROMISED_THING = 0.7
WITHOUT_SPEAKER_FACTOR = 0.5
MIN_WORDS_OF_REPORT = 2
# A single capitalised word in marks may be a name somebody was called.
MIN_WORDS_OF_TITLE = 3

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
# "Called on Iran to stop"; in "promised at the summit to stop" nobody is asked.
_ASKING_PREPOSITIONS = frozenset({"for", "on", "upon"})
# "Asked him to do so" tells nothing by itself.
_POINTING_WORDS = frozenset({"and", "do", "go", "he", "her", "him", "it", "so", "that", "them", "this", "to"})
_WITH_OR_WITHOUT_SPEAKER = frozenset({Way.STATEMENT, Way.QUESTION})


def find_indirect(passage: Passage) -> list[Finding]:
    """Find what the cues of a paragraph report, wholly or partly in the reporter's words."""
    by_sentence = groupby(passage.voices, key=lambda voice: voice.cue.sentence.sentence_no)
    return [finding for _, voices in by_sentence for finding in _find_in_sentence(passage, list(voices))]


def _find_in_sentence(passage: Passage, voices: list[Voice]) -> list[Finding]:
    sentence = voices[0].cue.sentence.span
    quotations = [
        quotation
        for quotation in quotations_over(passage.quotations, sentence.start, sentence.end)
        if n_words(passage.text, [quotation.inside]) < MIN_WORDS_OF_TITLE
        or not looks_like_title(quotation.inside.of(passage.text))
    ]
    reports = [(voice, report) for voice in voices if (report := _report(voice, quotations)) is not None]
    closing = [_closing_clause(voice, spans) for voice, (spans, _) in reports]
    findings: list[Finding] = []
    for number, (voice, (spans, confidence)) in enumerate(reports):
        others = [clause for i, clause in enumerate(closing) if clause is not None and i != number]
        own = _own_words(voice)
        content = clean_content(passage.text, without(spans, [*others, *own]), passage.quotations)
        content = tuple(without(content, own))
        if _is_worth_a_quote(passage.text, content):
            findings.append(_finding(voice, content, confidence))
    return findings


def _is_worth_a_quote(text: str, content: tuple[Span, ...]) -> bool:
    """Whether content says something: at least two words, and not all of them pointing words."""
    words = [word for span in content for word in span.of(text).casefold().split()]
    return n_words(text, content) >= MIN_WORDS_OF_REPORT and not _POINTING_WORDS.issuperset(words)


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


def _report(voice: Voice, quotations: Sequence[Quotation]) -> Report | None:
    """What the first rule that fits finds."""
    rules: tuple[Rule, ...] = (
        _clause,
        _inserted,
        _trailing,
        _infinitive,
        report_naming,
        report_fragment,
        _promised_thing,
    )
    if Way.ACCORDING in voice.cue.ways:
        rules = (_according,)
    elif Way.NOUN in voice.cue.ways:
        rules = (_noun_clause,)
    if voice.speaker is None and not voice.cue.ways & _WITH_OR_WITHOUT_SPEAKER:
        return None
    for rule in rules:
        report = rule(voice, quotations)
        if report is not None:
            return report
    return None


def _according(voice: Voice, _: Sequence[Quotation]) -> Report | None:
    """The clause that "according to X" belongs to, without the phrase."""
    cue = voice.cue
    host = host_clause(cue.sentence, cue.position)
    if voice.speaker is None or host == cue.position:
        return None
    positions = set(subtree(cue.sentence, host)) - set(subtree(cue.sentence, cue.position))
    return token_spans(cue.sentence, positions), CONFIDENCE_OF_ACCORDING


def _noun_clause(voice: Voice, _: Sequence[Quotation]) -> Report | None:
    """The clause of "his claim that ...", "her promise to ..."."""
    cue = voice.cue
    for clause in children_with(cue.sentence, cue.position, {"acl", "ccomp", "relcl"}):
        is_promised = Way.PROMISE in cue.ways and is_infinitive(cue.sentence, clause)
        if voice.speaker is not None and (is_promised or begins_with(cue.sentence, clause, "that")):
            return spans_of_clause(cue.sentence, clause), CONFIDENCE_OF_NOUN
    return None


def _clause(voice: Voice, _: Sequence[Quotation]) -> Report | None:
    """The clause below a verb: behind it, or before it."""
    cue = voice.cue
    if not cue.ways & TAKING_A_CLAUSE:
        return None
    clauses = [
        clause
        for clause in children_with(cue.sentence, cue.position, {"ccomp"})
        if not _is_misread_phrase(cue.sentence, clause)
    ]
    behind = [clause for clause in clauses if clause > cue.position]
    if behind:
        has_that = begins_with(cue.sentence, behind[0], "that")
        confidence = CONFIDENCE_OF_CLAUSE_WITH_THAT if has_that else CONFIDENCE_OF_CLAUSE
        return [span for clause in behind for span in spans_of_clause(cue.sentence, clause)], confidence
    before = clauses or [
        child for child in children_with(cue.sentence, cue.position, {"dep"}) if child < cue.position
    ]
    return _up_to_speaker(voice, before[0]) if before else None


def _is_misread_phrase(sentence: Sentence, clause: int) -> bool:
    """Whether a clause is a phrase around a plural noun: "promised action over the disputed plans"."""
    first = sentence.tokens[subtree(sentence, clause)[0]]
    return sentence.tokens[clause].tag == "NNS" and first.dep in {"dep", "prep"}


def _up_to_speaker(voice: Voice, clause: int) -> Report | None:
    """From the beginning of a clause to the comma before the speaker: parsers often lose its last words."""
    sentence = voice.cue.sentence
    below = subtree(sentence, clause)
    first = sentence.tokens[below[0]].start
    before = [token for token in sentence.tokens if token.end <= voice.start]
    has_subject = any(sentence.tokens[word].dep in _SUBJECTS for word in below)
    if not before or before[-1].pos != "PUNCT" or not has_subject:
        return None
    return ([Span(first, voice.start)], CONFIDENCE_OF_INSERTED_CUE) if first < voice.start else None


def _inserted(voice: Voice, _: Sequence[Quotation]) -> Report | None:
    """The clause around an inserted ", she said,"."""
    cue, token = voice.cue, voice.cue.token
    is_inserted = token.dep == "parataxis" or (
        token.dep == "advcl" and begins_with(cue.sentence, cue.position, "as")
    )
    if not is_inserted or voice.speaker is None or not cue.ways & TAKING_A_CLAUSE:
        return None
    positions = set(subtree(cue.sentence, token.head)) - set(subtree(cue.sentence, cue.position))
    return token_spans(cue.sentence, positions), CONFIDENCE_OF_INSERTED_CUE


def _trailing(voice: Voice, _: Sequence[Quotation]) -> Report | None:
    """The sentence before ", the analyst was quoted as saying", where the parser does not see it."""
    cue = voice.cue
    if voice.speaker is None or Way.STATEMENT not in cue.ways or voice.speaker.span.end > cue.token.start:
        return None
    is_quoting = len(cue.words) > 1
    if children_with(cue.sentence, cue.position, {"dobj", "ccomp"}) and not is_quoting:
        return None
    before = [token for token in cue.sentence.tokens if token.end <= voice.start]
    is_set_off = bool(before) and before[-1].pos == "PUNCT"
    has_clause = any(token.dep in _SUBJECTS for token in before)
    if not is_set_off or not has_clause or not (is_quoting or _is_beside_its_speaker(voice)):
        return None
    return [Span(before[0].start, voice.start)], CONFIDENCE_OF_TRAILING_CUE


def _is_beside_its_speaker(voice: Voice) -> bool:
    """Whether only helping words stand between the speaker and the verb behind."""
    if voice.speaker is None:
        return False
    start, end = voice.speaker.span.end, voice.cue.token.start
    between = [token for token in voice.cue.sentence.tokens if start <= token.start < end]
    return all(token.pos in {"AUX", "ADV", "PART"} for token in between)


def _infinitive(voice: Voice, _: Sequence[Quotation]) -> Report | None:
    """What was promised or asked for: "to follow the course", "Iran to follow the course"."""
    cue = voice.cue
    if not cue.ways & TAKING_AN_INFINITIVE:
        return None
    for clause in children_with(cue.sentence, cue.position, {"xcomp", "ccomp"}):
        if clause > cue.position and is_infinitive(cue.sentence, clause):
            spans = spans_of_clause(cue.sentence, clause)
            return merged([*_asked(voice, clause), *spans], gap=1), CONFIDENCE_OF_INFINITIVE
    return None


def _asked(voice: Voice, clause: int) -> list[Span]:
    """Who is to do what was asked for, if the words stand right before that."""
    sentence, position = voice.cue.sentence, voice.cue.position
    if Way.REQUEST not in voice.cue.ways:
        return []
    heads = children_with(sentence, position, {"dobj", "dative"})
    for preposition in children_with(sentence, position, {"prep"}):
        if sentence.tokens[preposition].text.lower() in _ASKING_PREPOSITIONS:
            heads.extend(children_with(sentence, preposition, {"pobj"}))
    first = subtree(sentence, clause)[0]
    for head in heads:
        below = subtree(sentence, head)
        if below[0] > position and below[-1] == first - 1:
            return token_spans(sentence, below)
    return []


def _promised_thing(voice: Voice, _: Sequence[Quotation]) -> Report | None:
    """The object of "promised better access"."""
    cue = voice.cue
    if Way.PROMISE not in cue.ways or voice.speaker is None:
        return None
    for thing in children_with(cue.sentence, cue.position, {"dobj"}):
        if thing > cue.position and cue.sentence.tokens[thing].tag in {"NN", "NNS"}:
            return token_spans(cue.sentence, subtree(cue.sentence, thing)), CONFIDENCE_OF_PROMISED_THING
    return None
