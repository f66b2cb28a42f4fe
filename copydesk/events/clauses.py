"""Which words fill the places around a verb: subjects, objects, complements, whatever the voice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.syntax import children_with

if TYPE_CHECKING:
    from collections.abc import Collection

    from copydesk.records import Sentence

_OBJECT_DEPS = ("dobj", "attr", "oprd")
# A verb in one of these relations takes its subject from the verb above it when it has none.
_SHARED_SUBJECT_DEPS = frozenset({"conj", "xcomp", "advcl", "pcomp", "ccomp", "dep"})
_RELATIVE_WORDS = frozenset({"who", "which", "that", "whom"})


def is_passive(sentence: Sentence, verb: int) -> bool:
    """Whether the verb says what was done to its subject, or to the noun it follows."""
    if children_with(sentence, verb, ("nsubjpass", "auxpass", "csubjpass")):
        return True
    token = sentence.tokens[verb]
    return token.dep == "acl" and token.tag == "VBN"


def coordinated(sentence: Sentence, position: int) -> list[int]:
    """The token and those joined to it by `and` or a comma, in order."""
    found = [position]
    for child in children_with(sentence, position, ("conj",)):
        found.extend(coordinated(sentence, child))
    return found


def doers(sentence: Sentence, verb: int) -> list[int]:
    """The heads of the phrases that do what the verb says; empty where the sentence does not tell."""
    if is_passive(sentence, verb):
        agents = [head for head in prepositional(sentence, verb, ("by",)) if head != verb]
        return agents or _inherited(sentence, verb, wants_passive=True)
    subjects = [_antecedent(sentence, verb, head) for head in children_with(sentence, verb, ("nsubj",))]
    if subjects:
        return [each for head in subjects for each in coordinated(sentence, head)]
    if sentence.tokens[verb].dep == "acl":
        return [sentence.tokens[verb].head]
    return _inherited(sentence, verb, wants_passive=False)


def undergoers(sentence: Sentence, verb: int) -> list[int]:
    """The heads of the phrases that the verb is done to: direct objects, or the subject of a passive."""
    if is_passive(sentence, verb):
        subjects = [
            _antecedent(sentence, verb, head) for head in children_with(sentence, verb, ("nsubjpass",))
        ]
        if not subjects and sentence.tokens[verb].dep == "acl":
            subjects = [sentence.tokens[verb].head]
    else:
        subjects = children_with(sentence, verb, _OBJECT_DEPS)
    return [each for head in subjects for each in coordinated(sentence, head)]


def receivers(sentence: Sentence, verb: int) -> list[int]:
    """The heads of the indirect objects without a preposition: `Lavrov` in `gave Lavrov a button`."""
    return [
        each
        for child in children_with(sentence, verb, ("dative", "iobj"))
        if sentence.tokens[child].pos != "ADP"
        for each in coordinated(sentence, child)
    ]


def prepositional(sentence: Sentence, head: int, prepositions: Collection[str]) -> list[int]:
    """The heads of what stands behind one of these prepositions attached to `head`."""
    found: list[int] = []
    for child in sentence.children[head]:
        token = sentence.tokens[child]
        if token.dep not in {"prep", "agent", "dative", "prt"} or token.text.lower() not in prepositions:
            continue
        for pobj in children_with(sentence, child, ("pobj",)):
            found.extend(coordinated(sentence, pobj))
        # `out of`, `down on`: a preposition behind the preposition.
        for inner in children_with(sentence, child, ("prep",)):
            for pobj in children_with(sentence, inner, ("pobj",)):
                found.extend(coordinated(sentence, pobj))
    return found


def clause_subjects(sentence: Sentence, verb: int) -> list[int]:
    """The subjects of the clauses that the verb takes: `Iran` in `urged that Iran stop`."""
    return [
        each
        for clause in children_with(sentence, verb, ("ccomp", "xcomp"))
        if sentence.tokens[clause].pos in {"VERB", "AUX"}
        for head in children_with(sentence, clause, ("nsubj", "nsubjpass"))
        for each in coordinated(sentence, head)
    ]


def _antecedent(sentence: Sentence, verb: int, subject: int) -> int:
    """The noun a relative pronoun stands for, or the subject itself."""
    is_relative = sentence.tokens[subject].text.lower() in _RELATIVE_WORDS
    return sentence.tokens[verb].head if is_relative and sentence.tokens[verb].dep == "relcl" else subject


def _inherited(sentence: Sentence, verb: int, *, wants_passive: bool) -> list[int]:
    token = sentence.tokens[verb]
    if token.head == verb or token.dep not in _SHARED_SUBJECT_DEPS:
        return []
    above = token.head
    if token.dep == "pcomp":
        # "Thanked Russia for allowing": what follows `for` is the deed of the one thanked.
        is_reason = sentence.tokens[above].text.lower() == "for"
        above = sentence.tokens[above].head
        if is_reason and undergoers(sentence, above):
            return undergoers(sentence, above)
    if sentence.tokens[above].pos not in {"VERB", "AUX", "ADJ"}:
        return _inherited(sentence, above, wants_passive=wants_passive) if token.dep == "xcomp" else []
    if wants_passive:
        return doers(sentence, above) if token.dep == "conj" and is_passive(sentence, above) else []
    return undergoers(sentence, above) if is_passive(sentence, above) else doers(sentence, above)
