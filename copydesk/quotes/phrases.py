"""The words of a noun phrase, as a newspaper reader would cut it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.spans import Span, merged
from copydesk.syntax import children_with, subtree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.records import Sentence

_CLAUSES = frozenset({"relcl", "advcl", "ccomp", "parataxis", "acl"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM"})
_BETWEEN_SUBJECT_AND_VERB = frozenset({"AUX", "ADV", "PART"})
# "OSLO, March 3 -- President Nowak said".
_DASHES = frozenset({"--", "–", "—"})
# "On Saturday Mr Orlov said": the day is no part of the name.
_TIMES = frozenset({"DATE", "TIME"})
# Names with their functions are long, but not longer than this.
MAX_WIDENED_WORDS = 8


def noun_phrase(sentence: Sentence, head: int, marked: Sequence[Span]) -> Span | None:
    """The noun phrase of the token `head`, its clauses left out.

    Args:
        sentence: The sentence it stands in.
        head: The position of its main word.
        marked: Stretches between quotation marks; the phrase stops before them.

    Returns:
        Its span, or None when the head itself stands in quotation marks.
    """
    if any(span.overlaps(sentence.tokens[head].span) for span in marked):
        return None
    left_out = {
        position
        for clause in children_with(sentence, head, _CLAUSES)
        if _is_set_off(sentence, clause)
        for position in subtree(sentence, clause)
    }
    kept = [
        position
        for position in subtree(sentence, head)
        if position not in left_out
        and not any(span.overlaps(sentence.tokens[position].span) for span in marked)
    ]
    run = _over_hyphens(sentence, _run_around(kept, head))
    return _trimmed(sentence, run, head)


def _trimmed(sentence: Sentence, run: list[int], head: int) -> Span:
    """The run without signs and "and" at its ends, without a dateline, without half a pair of brackets."""
    written = [sentence.tokens[position].text for position in run]
    if "(" in written and ")" not in written:
        run = run[: max(written.index("("), run.index(head) + 1)]
    dashes = [index for index, position in enumerate(run) if position < head and written[index] in _DASHES]
    if dashes:
        run = run[dashes[-1] :]
    left_out = {"PUNCT", "CCONJ", "SPACE"}
    while run[-1] > head and (
        sentence.tokens[run[-1]].pos in left_out or sentence.tokens[run[-1]].tag == "POS"
    ):
        if sentence.tokens[run[-1]].text == ")":
            break
        run = run[:-1]
    while run[0] < head and (sentence.tokens[run[0]].pos in left_out or _is_day(sentence, run[0])):
        run = run[1:]
    return Span(sentence.tokens[run[0]].start, sentence.tokens[run[-1]].end)


def _is_day(sentence: Sentence, position: int) -> bool:
    """Whether a word dates the saying, and not the phrase: "Monday" but not in "Monday's visitor"."""
    is_owner = sentence.tokens[position + 1].tag == "POS"
    return (
        sentence.tokens[position].entity in _TIMES
        and sentence.tokens[position].pos == "PROPN"
        and not is_owner
    )


def _is_set_off(sentence: Sentence, clause: int) -> bool:
    """Whether a clause is one to leave out: relative, or a participle after a comma."""
    if sentence.tokens[clause].dep != "acl":
        return True
    first = subtree(sentence, clause)[0]
    return first > 0 and sentence.tokens[first - 1].pos == "PUNCT"


def _over_hyphens(sentence: Sentence, run: list[int]) -> list[int]:
    """The run with the words tied to its first by a hyphen: "US vice-president Joe Biden"."""
    tokens = sentence.tokens
    # The hyphen may belong to the run while the word before it does not.
    first = run[0] + 1 if tokens[run[0]].text == "-" and len(run) > 1 else run[0]
    while first > 1 and tokens[first - 1].text == "-" and tokens[first - 2].end == tokens[first].start - 1:
        first -= 2
        while first > 0 and tokens[first - 1].pos in {"PROPN", "NOUN", "ADJ"}:
            first -= 1
    return [*range(first, run[0]), *run]


def _run_around(positions: list[int], head: int) -> list[int]:
    present = set(positions)
    first = last = head
    while first - 1 in present:
        first -= 1
    while last + 1 in present:
        last += 1
    return list(range(first, last + 1))


def widened_to_punctuation(sentence: Sentence, phrase: Span) -> Span:
    """The phrase with the nominal words before it, if a sign stands before them.

    In "..., news agency Interfax reported" parsers take "news agency" for a part of what was reported.
    """
    start = next(i for i, token in enumerate(sentence.tokens) if token.start >= phrase.start)
    first = start
    while first > 0 and start - first < MAX_WIDENED_WORDS and sentence.tokens[first - 1].pos in _NOMINAL:
        first -= 1
    if first == 0 or sentence.tokens[first - 1].pos != "PUNCT":
        return phrase
    return Span(sentence.tokens[first].start, phrase.end)


def widened_over_names(sentence: Sentence, phrase: Span) -> Span:
    """The phrase with the nominal words after it: "the weekly" becomes "the weekly The Moscow News"."""
    end = phrase.end
    for token in sentence.tokens:
        if token.start < end:
            continue
        if token.pos not in {"PROPN", "NOUN", "DET"} or token.entity in _TIMES:
            break
        end = token.end
    return Span(phrase.start, end)


def phrase_beside(sentence: Sentence, position: int, marked: Sequence[Span]) -> Span | None:
    """The nominal words between a sign and the verb beside it, for a verb whose subject the parser missed."""
    first = position
    while first > 0 and sentence.tokens[first - 1].pos in _BETWEEN_SUBJECT_AND_VERB:
        first -= 1
    before = _nominal_words(sentence, range(first - 1, -1, -1), marked)
    if before:
        return Span(sentence.tokens[before[-1]].start, sentence.tokens[before[0]].end)
    after = _nominal_words(sentence, range(position + 1, len(sentence.tokens)), marked)
    if after:
        return Span(sentence.tokens[after[0]].start, sentence.tokens[after[-1]].end)
    return None


def _nominal_words(sentence: Sentence, positions: range, marked: Sequence[Span]) -> list[int]:
    """The nominal words from the first position on, if a sign ends them."""
    words: list[int] = []
    for position in positions:
        token = sentence.tokens[position]
        if token.pos == "PUNCT" or any(span.overlaps(token.span) for span in marked):
            return words
        if token.pos not in {*_NOMINAL, "PRON"} or len(words) == MAX_WIDENED_WORDS:
            return []
        words.append(position)
    return words


def spans_of_words(sentence: Sentence, positions: Sequence[int]) -> tuple[Span, ...]:
    """The tokens at `positions` as spans, neighbours in one."""
    tokens = [sentence.tokens[position] for position in positions]
    return tuple(merged([token.span for token in tokens], gap=1))
