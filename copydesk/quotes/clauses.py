"""Walking the clauses and phrases below a cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.quotes.content import token_spans
from copydesk.syntax import children_with, subtree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.quotes.marks import Quotation
    from copydesk.records import Sentence
    from copydesk.spans import Span

_HOST_CLAUSES = frozenset({"ROOT", "ccomp", "conj", "advcl", "relcl", "parataxis", "dep"})


def spans_of_clause(sentence: Sentence, clause: int) -> list[Span]:
    """A clause behind its cue, without the "that" it begins with."""
    cue = sentence.tokens[clause].head
    positions = [position for position in subtree(sentence, clause) if position > cue]
    first = sentence.tokens[positions[0]]
    # The parser takes some a conjunction for an object; a pronoun has another tag.
    is_conjunction = first.text.lower() == "that" and (first.dep == "mark" or first.tag == "IN")
    return token_spans(sentence, positions[1:] if is_conjunction else positions)


def host_clause(sentence: Sentence, position: int) -> int:
    """The verb of the clause that a phrase belongs to."""
    current = sentence.tokens[position].head
    while sentence.tokens[current].dep not in _HOST_CLAUSES and sentence.tokens[current].head != current:
        current = sentence.tokens[current].head
    return current


def begins_with(sentence: Sentence, clause: int, word: str) -> bool:
    """Whether a clause is introduced by this word."""
    marks = children_with(sentence, clause, {"mark", "prep", "advmod"})
    return any(sentence.tokens[mark].text.lower() == word for mark in marks)


def is_infinitive(sentence: Sentence, clause: int) -> bool:
    """Whether the verb of a clause has its "to"."""
    return any(sentence.tokens[child].tag == "TO" for child in children_with(sentence, clause, {"aux"}))


def holds_quotation(sentence: Sentence, position: int, quotations: Sequence[Quotation]) -> bool:
    """Whether words of a phrase, its relative clauses aside, stand in quotation marks."""
    below = subtree(sentence, position)
    clauses = [clause for clause in below if sentence.tokens[clause].dep == "relcl" and clause != position]
    aside = {word for clause in clauses for word in subtree(sentence, clause)}
    spans = [sentence.tokens[word].span for word in below if word not in aside]
    return any(span.overlaps(quotation.inside) for span in spans for quotation in quotations)
