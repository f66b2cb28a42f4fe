"""Which words fill the places around a verb: subjects, objects, complements, whatever the voice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.syntax import children_with

if TYPE_CHECKING:
    from collections.abc import Collection

    from copydesk.records import Sentence

_OBJECT_DEPS = ("dobj", "attr", "oprd")
# A verb in one of these relations takes its subject from the verb above it when it has none.
_SHARED_SUBJECT_DEPS = frozenset({"conj", "xcomp", "advcl", "pcomp", "ccomp", "dep", "acomp"})
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
    # Grows while it is read: the third of a list hangs on the second.
    for each in found:
        found.extend(children_with(sentence, each, ("conj",)))
    return sorted(found)


def doers(sentence: Sentence, verb: int) -> list[int]:
    """The heads of the phrases that do what the verb says; empty where the sentence does not tell.

    A verb without a subject has that of the verb it is joined to or depends on.
    """
    if is_passive(sentence, verb):
        return _agents(sentence, verb)
    while True:
        subjects = [_antecedent(sentence, verb, head) for head in children_with(sentence, verb, ("nsubj",))]
        if subjects:
            return [each for head in subjects for each in coordinated(sentence, head)]
        if sentence.tokens[verb].dep == "acl":
            return [sentence.tokens[verb].head]
        above = _lender(sentence, verb)
        if above is None:
            return []
        if is_passive(sentence, above) or _is_reason(sentence, verb):
            return undergoers(sentence, above)
        verb = above


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


def _agents(sentence: Sentence, verb: int) -> list[int]:
    """Who is named behind `by`, after this passive or the one it is joined to."""
    agents = prepositional(sentence, verb, ("by",))
    token = sentence.tokens[verb]
    if not agents and token.dep == "conj" and is_passive(sentence, token.head):
        return prepositional(sentence, token.head, ("by",))
    return agents


def _lender(sentence: Sentence, verb: int) -> int | None:
    """The verb or adjective above that lends its subject, if there is one."""
    token = sentence.tokens[verb]
    if token.head == verb or token.dep not in _SHARED_SUBJECT_DEPS:
        return None
    above = sentence.tokens[token.head].head if token.dep == "pcomp" else token.head
    is_predicate = sentence.tokens[above].pos in {"VERB", "AUX", "ADJ"}
    return above if is_predicate or token.dep == "xcomp" else None


def _is_reason(sentence: Sentence, verb: int) -> bool:
    """Whether the clause is the deed of the one thanked or blamed: `thanked Russia for allowing`."""
    token = sentence.tokens[verb]
    if token.dep != "pcomp" or sentence.tokens[token.head].text.lower() != "for":
        return False
    return bool(undergoers(sentence, sentence.tokens[token.head].head))
