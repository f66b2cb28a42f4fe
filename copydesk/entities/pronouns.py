"""Who "he" and "she" are: the nearest fitting person, subjects first; not inside quotations."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from copydesk.entities.inside import is_inside
from copydesk.entities.named import tokens_of
from copydesk.entities.titles import Gender
from copydesk.syntax import ancestors, children_with
from schemas.vocabulary import MentionForm, MentionLabel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from copydesk.records import Mention, Sentence
    from copydesk.spans import Span

PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), Gender.MALE),
    **dict.fromkeys(("she", "her", "hers", "herself"), Gender.FEMALE),
}
# How far back a person is looked for, counted in sentences that mention one, and in paragraphs.
MAX_SENTENCES_BACK = 2
MAX_PARAGRAPHS_BACK = 2
CONFIDENCE_BY_CHOICES = {1: 0.75, 2: 0.6}
CONFIDENCE_AMONG_MANY = 0.45
# Taken off when nothing tells the gender of the person chosen.
UNKNOWN_GENDER_PENALTY = 0.1
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SAID = frozenset({"ccomp", "parataxis"})


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A person mentioned outside quotations, and the position of the last token of the mention."""

    mention: Mention
    position: int
    is_subject: bool
    paragraph_no: int


def find_pronouns(
    sentences: tuple[Sentence, ...],
    persons: Iterable[Mention],
    genders: Mapping[int, Gender],
    quoted: tuple[Span, ...],
) -> tuple[Mention, ...]:
    """Find the pronouns that mean a person of the article, in order; unclear ones are left out.

    Args:
        sentences: The parsed sentences of the article.
        persons: Mentions of people by name or description.
        genders: What is known of their gender, by cluster.
        quoted: Stretches within quotation marks, in order.
    """
    by_start = {mention.span.start: mention for mention in persons if mention.label is MentionLabel.PERSON}
    known = dict(genders)
    earlier: deque[list[_Candidate]] = deque(maxlen=MAX_SENTENCES_BACK)
    found: list[Mention] = []
    for sentence in sentences:
        here = _candidates(sentence, by_start, quoted)
        for position, token in enumerate(sentence.tokens):
            gender = PRONOUNS.get(token.text.casefold())
            if gender is None or is_inside(quoted, token.start):
                continue
            mention = _resolved(sentence, position, _groups(sentence, position, here, earlier), known)
            if mention is not None and mention.cluster_no is not None:
                found.append(mention)
                known.setdefault(mention.cluster_no, gender)
                here = sorted(
                    [*here, _candidate(sentence, mention)], key=lambda candidate: candidate.position
                )
        if here:
            earlier.append(here)
    return tuple(found)


def _candidates(
    sentence: Sentence, by_start: Mapping[int, Mention], quoted: tuple[Span, ...]
) -> list[_Candidate]:
    return [
        _candidate(sentence, mention)
        for token in sentence.tokens
        if (mention := by_start.get(token.start)) and not is_inside(quoted, token.start)
    ]


def _candidate(sentence: Sentence, mention: Mention) -> _Candidate:
    _, last = tokens_of(sentence, mention.span)
    return _Candidate(mention, last, sentence.tokens[last].dep in _SUBJECTS, sentence.paragraph_no)


def _groups(
    sentence: Sentence, position: int, here: list[_Candidate], earlier: Iterable[list[_Candidate]]
) -> Iterator[list[_Candidate]]:
    """The candidates, best group first, the best of a group first."""
    yield [candidate for candidate in here if _is_announced(sentence, position, candidate)]
    yield _subjects_first(
        [candidate for candidate in reversed(here) if _may_precede(sentence, position, candidate.position)]
    )
    for group in reversed(list(earlier)):
        near = [one for one in group if sentence.paragraph_no - one.paragraph_no <= MAX_PARAGRAPHS_BACK]
        yield _subjects_first(near)


def _subjects_first(candidates: list[_Candidate]) -> list[_Candidate]:
    return sorted(candidates, key=lambda candidate: not candidate.is_subject)


def _is_announced(sentence: Sentence, position: int, candidate: _Candidate) -> bool:
    """Whether a pronoun runs ahead of its person: "In his speech, Mr Orlov said"."""
    subject = sentence.tokens[candidate.position]
    is_main = candidate.is_subject and sentence.tokens[subject.head].dep == "ROOT"
    if not is_main or candidate.position < position:
        return False
    pronoun = sentence.tokens[position]
    return not (pronoun.dep in _SUBJECTS and pronoun.head == subject.head)


def _may_precede(sentence: Sentence, position: int, other: int) -> bool:
    """Whether a person named before a pronoun in one sentence can be meant by it."""
    if other >= position:
        return False
    pronoun = sentence.tokens[position]
    if pronoun.dep in _SUBJECTS:
        # "The plan of Mr Orlov is dead, he said": the speaker is not the one spoken of.
        chain = [other, *ancestors(sentence, other)]
        return not any(
            sentence.tokens[place].dep in _SAID and sentence.tokens[place].head == pronoun.head
            for place in chain
        )
    if pronoun.dep in ("poss", "") or pronoun.text.casefold().endswith("self"):
        return True
    # "Mr Orlov met him", "Mr Orlov has promised to meet him": somebody else.
    verbs = _verbs_above(sentence, position)
    other_head = sentence.tokens[other].head
    return other_head not in verbs or (sentence.tokens[other].dep not in _SUBJECTS and other_head != verbs[0])


def _verbs_above(sentence: Sentence, position: int) -> list[int]:
    """The verb whose object a pronoun is, then the verbs that lend it their subject."""
    verbs: list[int] = []
    for place in ancestors(sentence, position):
        dep = sentence.tokens[place].dep
        if dep != "prep":
            verbs.append(place)
        if dep not in ("prep", "xcomp", "conj") or children_with(sentence, place, _SUBJECTS):
            break
    return verbs or [position]


def _resolved(
    sentence: Sentence, position: int, groups: Iterable[list[_Candidate]], genders: Mapping[int, Gender]
) -> Mention | None:
    token = sentence.tokens[position]
    wanted = PRONOUNS[token.text.casefold()]
    for group in groups:
        fitting = [one for one in group if genders.get(one.mention.cluster_no or 0, wanted) is wanted]
        if fitting:
            chosen = fitting[0].mention
            return replace(
                chosen,
                span=token.span,
                sentence_no=sentence.sentence_no,
                form=MentionForm.PRONOUN,
                confidence=_confidence(fitting, genders),
                role=None,
            )
    return None


def _confidence(fitting: list[_Candidate], genders: Mapping[int, Gender]) -> float:
    choices = len({candidate.mention.cluster_no for candidate in fitting})
    confidence = CONFIDENCE_BY_CHOICES.get(choices, CONFIDENCE_AMONG_MANY)
    is_known = fitting[0].mention.cluster_no in genders
    return round(confidence if is_known else confidence - UNKNOWN_GENDER_PENALTY, 3)
