"""Finds the rule that a line matches without trying all of them.

The hints of the patterns (see `rule.py`) leave a handful of rules to try on a line. They are tried in
their order, so that the outcome is that of trying every rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from copydesk.cleaning.junk.rule import (
    MAX_RULE_CHARACTERS,
    ends_sentence,
    first_word,
    small_letters,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.cleaning.junk.rule import JunkRule


@dataclass(frozen=True, slots=True)
class _Hints:
    """The positions of the rules for one kind of line, by what a line must have for them.

    Attributes:
        by_first_word: The rules to try on lines that begin with a word, `always` among them.
        always: The rules that hint at nothing that is looked for here.
        pieces: A piece that a line may have, and the rule to try then.
        odd_pieces: The same for pieces outside ASCII, which few lines can have.
        endings: By the last character of a line the ends that it may have, and the rule to try then.
    """

    by_first_word: dict[str, tuple[int, ...]]
    always: tuple[int, ...]
    pieces: tuple[tuple[str, int], ...]
    odd_pieces: tuple[tuple[str, int], ...]
    endings: dict[str, tuple[tuple[str, int], ...]]


class RuleIndex:
    """Rules, of which the first that matches a line is found quickly."""

    def __init__(self, rules: Sequence[JunkRule]) -> None:
        self._rules = tuple(rules)
        numbered = list(enumerate(self._rules))
        self._for_sentences = _hints([pair for pair in numbered if pair[1].pattern.may_end_sentence])
        self._for_others = _hints(numbered)

    def first_match(self, line: str) -> JunkRule | None:
        """The first of the rules that the line matches, if any."""
        if len(line) > MAX_RULE_CHARACTERS:
            return None
        small = small_letters(line)
        for no in _to_try(self._for_sentences if ends_sentence(line) else self._for_others, small):
            pattern = self._rules[no].pattern
            if pattern.regex.fullmatch(small if pattern.in_small_letters else line) is not None:
                return self._rules[no]
        return None


def _to_try(hints: _Hints, small: str) -> Sequence[int]:
    """The positions of the rules that a line in small letters may match, in order."""
    by_word = hints.by_first_word.get(first_word(small), hints.always)
    others: set[int] = set()
    # Loops without a comprehension: this is the innermost of all that cleaning does.
    for piece, no in hints.pieces:
        if piece in small:
            others.add(no)
    if not small.isascii():
        for piece, no in hints.odd_pieces:
            if piece in small:
                others.add(no)
    for ending, no in hints.endings.get(small[-1:], ()):
        if small.endswith(ending):
            others.add(no)
    return sorted(others.union(by_word)) if others else by_word


def _hints(rules: Sequence[tuple[int, JunkRule]]) -> _Hints:
    """Sort rules by the most telling of their hints."""
    by_first_word: dict[str, list[int]] = {}
    always, pieces, endings = [], [], []
    for no, rule in rules:
        if rule.pattern.first_words:
            for word in rule.pattern.first_words:
                by_first_word.setdefault(word, []).append(no)
        elif rule.pattern.needs:
            pieces += [(piece, no) for piece in rule.pattern.needs]
        elif rule.pattern.endings:
            endings += [(ending, no) for ending in rule.pattern.endings]
        else:
            always.append(no)
    return _Hints(
        {word: tuple(sorted({*numbers, *always})) for word, numbers in by_first_word.items()},
        tuple(always),
        tuple((piece, no) for piece, no in pieces if piece.isascii()),
        tuple((piece, no) for piece, no in pieces if not piece.isascii()),
        {
            last: tuple(pair for pair in endings if pair[0][-1] == last)
            for last in {e[-1] for e, _ in endings}
        },
    )
