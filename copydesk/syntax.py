"""Walking a parsed sentence: what hangs below a token, and where it stands in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from copydesk.records import Sentence
    from copydesk.spans import Span


def children_with(sentence: Sentence, position: int, deps: Collection[str]) -> list[int]:
    """The dependents of the token at `position` whose relation is one of `deps`, in order."""
    return [child for child in sentence.children[position] if sentence.tokens[child].dep in deps]


def subtree(sentence: Sentence, position: int) -> list[int]:
    """The token at `position` and everything below it, in the order of the text."""
    found: list[int] = []
    waiting = [position]
    while waiting:
        current = waiting.pop()
        found.append(current)
        waiting.extend(sentence.children[current])
    return sorted(found)


def ancestors(sentence: Sentence, position: int) -> Iterator[int]:
    """The head of the token, the head's head, up to the root."""
    while (head := sentence.tokens[position].head) != position:
        yield head
        position = head


def tokens_within(sentence: Sentence, span: Span) -> list[int]:
    """The positions of the tokens that lie wholly in `span`, in order."""
    return [
        i for i, token in enumerate(sentence.tokens) if span.start <= token.start and token.end <= span.end
    ]


def head_within(sentence: Sentence, span: Span) -> int | None:
    """The position of the first token of `span` whose head lies outside; None if no token is in it."""
    positions = tokens_within(sentence, span)
    inside = set(positions)
    for position in positions:
        head = sentence.tokens[position].head
        if head == position or head not in inside:
            return position
    return None
