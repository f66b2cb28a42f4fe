"""Finds the rules that lines match without trying all of them.

The hints of the patterns (see `rule.py`) leave a handful of rules to try on a line. They are tried in
their order, so that the outcome is that of trying every rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from copydesk.cleaning.junk.lines import JoinedLines
from copydesk.cleaning.junk.rule import ends_sentence, first_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from copydesk.cleaning.junk.rule import JunkRule


@dataclass(frozen=True, slots=True)
class _WordHints:
    """The positions of the rules for one kind of line, by the first word of the line.

    Attributes:
        by_first_word: The rules to try on lines that begin with a word, `always` among them.
        always: The rules that hint at nothing that is looked for here.
    """

    by_first_word: Mapping[str, Sequence[int]]
    always: Sequence[int]


class RuleIndex:
    """Rules, of which the first that matches a line is found quickly."""

    def __init__(self, rules: Sequence[JunkRule]) -> None:
        self._rules = tuple(rules)
        numbered = list(enumerate(self._rules))
        self._for_sentences = _word_hints([pair for pair in numbered if pair[1].pattern.may_end_sentence])
        self._for_others = _word_hints(numbered)
        without_words = [(no, rule.pattern) for no, rule in numbered if not rule.pattern.first_words]
        self._pieces = [(piece, no) for no, pattern in without_words for piece in pattern.needs]
        self._starts = _by_sign(
            [(start[0], start, no) for no, pattern in without_words for start in pattern.starts]
        )
        self._ends = _by_sign(
            [(end[-1], end, no) for no, pattern in without_words for end in pattern.endings]
        )

    def first_match(self, line: str) -> JunkRule | None:
        """The first of the rules that the line matches, if any."""
        return self.first_matches(JoinedLines((line,)))[0]

    def first_matches(self, page: JoinedLines) -> list[JunkRule | None]:
        """For every line of a page the first of the rules that it matches, if any."""
        hinted = self._hinted(page)
        found: list[JunkRule | None] = []
        for no, (line, small) in enumerate(zip(page.lines, page.small, strict=True)):
            hints = self._for_sentences if ends_sentence(line) else self._for_others
            to_try = hints.by_first_word.get(first_word(small), hints.always)
            if no in hinted:
                to_try = sorted({*to_try, *hinted[no]})
            found.append(self._first_of(to_try, line, small) if to_try else None)
        return found

    def _hinted(self, page: JoinedLines) -> dict[int, list[int]]:
        """The rules to try on a line for its pieces, start or end, by the position of the line."""
        hinted: dict[int, list[int]] = {}
        for no, rule_no in chain(self._by_pieces(page), self._by_edges(page)):
            hinted.setdefault(no, []).append(rule_no)
        return hinted

    def _by_pieces(self, page: JoinedLines) -> Iterator[tuple[int, int]]:
        for piece, rule_no in self._pieces:
            may_end_sentence = self._rules[rule_no].pattern.may_end_sentence
            for no in page.having(piece):
                if may_end_sentence or not ends_sentence(page.lines[no]):
                    yield no, rule_no

    def _by_edges(self, page: JoinedLines) -> Iterator[tuple[int, int]]:
        for no, small in enumerate(page.small):
            for start, rule_no in self._starts.get(small[:1], ()):
                if small.startswith(start):
                    yield no, rule_no
            for end, rule_no in self._ends.get(small[-1:], ()):
                if small.endswith(end):
                    yield no, rule_no

    def _first_of(self, to_try: Sequence[int], line: str, small: str) -> JunkRule | None:
        for no in to_try:
            pattern = self._rules[no].pattern
            if pattern.regex.fullmatch(small if pattern.in_small_letters else line) is not None:
                return self._rules[no]
        return None


def _word_hints(rules: Sequence[tuple[int, JunkRule]]) -> _WordHints:
    always = [no for no, rule in rules if not rule.pattern.has_hints]
    by_first_word: dict[str, set[int]] = {}
    for no, rule in rules:
        for word in rule.pattern.first_words:
            by_first_word.setdefault(word, set(always)).add(no)
    return _WordHints({word: tuple(sorted(numbers)) for word, numbers in by_first_word.items()}, always)


def _by_sign(edges: Sequence[tuple[str, str, int]]) -> dict[str, list[tuple[str, int]]]:
    """The starts or ends of lines, with the rule to try then, by the outermost sign of them."""
    by_sign: dict[str, list[tuple[str, int]]] = {}
    for sign, edge, rule_no in edges:
        by_sign.setdefault(sign, []).append((edge, rule_no))
    return by_sign
