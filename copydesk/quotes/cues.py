"""Words that report: verbs such as "said", nouns such as "claim", "according to"."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from copydesk.lexicons import lexicon
from copydesk.syntax import children_with

if TYPE_CHECKING:
    from copydesk.records import Sentence, Token

_LEXICON = "reporting_verbs"
_ACCORDING_CONFIDENCE = 0.95
# "She did not say that ..." tells what she left out; only of a thought is it still a report.
_NEGATED_CONFIDENCE = 0.5
_NOBODY = frozenset({"neither", "no", "nobody", "none"})
# "was quoted as saying": the saying is the report, but the quoting has the subject.
_QUOTING = frozenset({"quote", "cite", "report"})
# After these a clause has a bare verb: "let the minister explain", "demands that he explain".
_BEFORE_BARE_VERB = frozenset(
    {"ask", "demand", "have", "hear", "help", "insist", "let", "make", "propose", "recommend", "request"}
    | {"see", "suggest", "urge", "watch"}
)


class Way(StrEnum):
    """A way of reporting: the sections of the lexicon, and "according to"."""

    STATEMENT = "statement"
    QUESTION = "question"
    THOUGHT = "thought"
    FINDING = "finding"
    COMMITMENT = "commitment"
    PROMISE = "promise"
    REQUEST = "request"
    JUDGEMENT = "judgement"
    BESIDE_QUOTATION = "beside_quotation"
    NOUN = "noun"
    ACCORDING = "according"


TAKING_A_CLAUSE = frozenset({Way.STATEMENT, Way.QUESTION, Way.THOUGHT, Way.FINDING})
TAKING_AN_INFINITIVE = frozenset({Way.COMMITMENT, Way.REQUEST})


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that may report something.

    Attributes:
        sentence: The sentence it stands in.
        position: Its token there, the one that complement and subject depend on.
        words: The tokens of the whole cue, particles included.
        lemma: The dictionary form of the reporting word.
        ways: How the word reports.
        confidence: How often such a word is a report at all.
    """

    sentence: Sentence
    position: int
    words: tuple[int, ...]
    lemma: str
    ways: frozenset[Way]
    confidence: float

    @property
    def token(self) -> Token:
        """The reporting word."""
        return self.sentence.tokens[self.position]


def find_cues(sentence: Sentence) -> list[Cue]:
    """Find the reporting words of a sentence, whether or not they report something there."""
    cues: list[Cue] = []
    for position, token in enumerate(sentence.tokens):
        cue = None
        if token.pos in {"VERB", "AUX"}:
            cue = _verb_cue(sentence, position)
        elif token.pos == "NOUN":
            cue = _noun_cue(sentence, position)
        if cue is None and token.text.lower() == "according":
            cue = _according_cue(sentence, position)
        if cue is not None:
            cues.append(cue)
    return cues


def _verb_cue(sentence: Sentence, position: int) -> Cue | None:
    token = sentence.tokens[position]
    ways = _ways_by_lemma().get(token.lemma.lower(), frozenset()) - {Way.NOUN}
    if not ways or _is_misread_noun(sentence, position):
        return None
    confidence = max(_confidence(way) for way in ways)
    if _is_negated(sentence, position) and Way.THOUGHT not in ways:
        confidence *= _NEGATED_CONFIDENCE
    words = (*_quoting_words(sentence, position), position, *children_with(sentence, position, {"prt"}))
    return Cue(sentence, position, tuple(sorted(words)), token.lemma.lower(), ways, confidence)


def _is_negated(sentence: Sentence, position: int) -> bool:
    """Whether nothing was said: "did not say that", "neither minister said that"."""
    subjects = children_with(sentence, position, {"nsubj"})
    words = [*subjects, *(child for subject in subjects for child in sentence.children[subject])]
    nobody = any(sentence.tokens[word].text.lower() in _NOBODY for word in words)
    return nobody or bool(children_with(sentence, position, {"neg"}))


def _is_misread_noun(sentence: Sentence, position: int) -> bool:
    """Whether a bare verb with a subject is a noun in truth: "welcomed the French promise to help"."""
    token = sentence.tokens[position]
    is_object = token.dep == "ccomp" and token.head < position
    is_bare = token.tag == "VB" and not children_with(sentence, position, {"aux", "mark"})
    has_subject = bool(children_with(sentence, position, {"nsubj"}))
    governs_verb = sentence.tokens[token.head].lemma in _BEFORE_BARE_VERB
    return is_object and is_bare and has_subject and not governs_verb


def _quoting_words(sentence: Sentence, position: int) -> tuple[int, ...]:
    """The words "quoted as" before "saying"."""
    preposition = sentence.tokens[position].head
    quoting = sentence.tokens[preposition].head
    if sentence.tokens[position].dep == "pcomp" and sentence.tokens[quoting].lemma in _QUOTING:
        return (quoting, preposition)
    return ()


def _noun_cue(sentence: Sentence, position: int) -> Cue | None:
    lemma = sentence.tokens[position].lemma.lower()
    if Way.NOUN not in _ways_by_lemma().get(lemma, frozenset()):
        return None
    # A promise is one as a noun, too, and takes an infinitive in both.
    ways = frozenset({Way.NOUN}) | (_ways_by_lemma()[lemma] & {Way.PROMISE})
    return Cue(sentence, position, (position,), lemma, ways, _confidence(Way.NOUN))


def _according_cue(sentence: Sentence, position: int) -> Cue | None:
    following = position + 1
    if following == len(sentence.tokens) or sentence.tokens[following].text != "to":
        return None
    ways = frozenset({Way.ACCORDING})
    return Cue(sentence, position, (position, following), "according to", ways, _ACCORDING_CONFIDENCE)


@cache
def _ways_by_lemma() -> dict[str, frozenset[Way]]:
    ways: dict[str, set[Way]] = {}
    for section, keys in lexicon(_LEXICON).items():
        for lemma in keys["lemmas"]:
            ways.setdefault(lemma, set()).add(Way(section))
    return {lemma: frozenset(found) for lemma, found in ways.items()}


@cache
def _confidence(way: Way) -> float:
    return float(lexicon(_LEXICON)[way]["confidence"][0])
