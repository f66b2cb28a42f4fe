"""Who holds which office in an article, as far as it has been read: what "the Swedish minister" looks up."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from copydesk.entities.countries import country_of
from copydesk.entities.titles import is_office
from copydesk.lexicons import lexicon
from copydesk.lexicons.outlets import outlet_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.records import Mention, Sentence, Token

ONLY_ONE_CONFIDENCE = 0.6
LATEST_CONFIDENCE = 0.4
# "The Norwegian nominee" after "Norwegian Eva Lind", who is not called a nominee anywhere.
DESCRIBED_CONFIDENCE = 0.5
MAX_PARAGRAPHS_BACK = 2
# So many words before a name may describe its bearer.
MAX_DESCRIBING_WORDS = 6
_DESCRIBING = frozenset({"NOUN", "PROPN", "ADJ"})
_REGIONS = frozenset({"GPE", "LOC"})
# "The president" is not the vice president.
_TELLING = frozenset({"acting", "assistant", "deputy", "ex", "former", "under", "vice"})
# Too many people are one for the word to point at somebody.
_VAGUE = frozenset({"head", "member", "official", "officer", "general", "expert", "state", "deputy", "chief"})
# Whoever runs for an office is one, called so or not; for what, the article has said or need not say.
_RUNNING = "nominee"
# Who works for an outlet is its correspondent, called so or not: "the BBC's Eva Lind".
CORRESPONDENT = "correspondent"
_FOR_OFFICE = frozenset({"presidential"})


@dataclass(frozen=True, slots=True)
class Holder:
    """Whom a description means, and how sure that is."""

    mention: Mention
    confidence: float


@dataclass(frozen=True, slots=True)
class _Held:
    """A role somebody was mentioned with, and its words in lower case."""

    mention: Mention
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class RoleHolders:
    """The people mentioned so far, by the noun of their role, and all words that described them."""

    by_role: dict[str, dict[int | None, _Held]] = field(default_factory=dict)
    described: dict[int | None, set[str]] = field(default_factory=dict)
    persons: dict[int | None, Mention] = field(default_factory=dict)
    paragraphs: dict[int | None, int] = field(default_factory=dict)

    def remember(self, person: Mention, sentence: Sentence, first: int, last: int) -> None:
        """Take in a mention of a person by name, from the token `first` to `last`."""
        words = _role_words(person.role)
        head = _head(words) or (CORRESPONDENT if _is_of_outlet(sentence, first) else None)
        self.persons.pop(person.cluster_no, None)
        # The last of the dictionary is the one mentioned last.
        self.persons[person.cluster_no] = person
        self.paragraphs[person.cluster_no] = sentence.paragraph_no
        described = self.described.setdefault(person.cluster_no, set())
        described.update(words, _words_before(sentence, first))
        if head and head not in _VAGUE:
            of_this_role = self.by_role.setdefault(head, {})
            of_this_role.pop(person.cluster_no, None)
            of_this_role[person.cluster_no] = _Held(person, frozenset(words))

    def know(self, noun: str) -> bool:
        """Whether a noun may stand for somebody who was mentioned."""
        return noun in self.by_role or (noun == _RUNNING and bool(self.persons))

    def holder(self, noun: str, modifiers: Sequence[Token], paragraph_no: int) -> Holder | None:
        """Tell who is meant by a noun with its modifiers; of several the one mentioned last."""
        held = self.by_role.get(noun, {})
        fitting = {
            cluster for cluster, one in held.items() if self._fits(modifiers, one, is_only=len(held) == 1)
        }
        if fitting:
            latest = [mention for cluster, mention in self.persons.items() if cluster in fitting][-1]
            return Holder(latest, ONLY_ONE_CONFIDENCE if len(fitting) == 1 else LATEST_CONFIDENCE)
        return self._running(modifiers, paragraph_no) if noun == _RUNNING else None

    def _fits(self, modifiers: Sequence[Token], held: _Held, *, is_only: bool) -> bool:
        """Whether all words with a noun belong to the role, and its telling words are among them."""
        own = {same_word(token.text) for token in modifiers if country_of(token.text) is None}
        if is_only:
            # Where only one is a senator, "the Vermont senator" tells where she is from.
            own -= {same_word(token.text) for token in modifiers if token.entity in _REGIONS}
        countries = {country_of(token.text) for token in modifiers} - {None, held.mention.country}
        known = held.words | self.described[held.mention.cluster_no]
        return not countries and own <= known and (held.words & _TELLING) <= own

    def _running(self, modifiers: Sequence[Token], paragraph_no: int) -> Holder | None:
        """The one person who was described as the nominee is: "Republican Eva Lind"."""
        own = {same_word(token.text) for token in modifiers} - _FOR_OFFICE
        if not own or own & _TELLING:
            return None
        fitting = [cluster for cluster, words in self.described.items() if own <= words]
        near = [one for one in fitting if paragraph_no - self.paragraphs[one] <= MAX_PARAGRAPHS_BACK]
        meant = near if len(near) == 1 else fitting
        return Holder(self.persons[meant[0]], DESCRIBED_CONFIDENCE) if len(meant) == 1 else None


def same_word(word: str) -> str:
    """The word in lower case, for abbreviations and some synonyms the one they stand for.

    >>> same_word("Sen."), same_word("Minister")
    ('senator', 'minister')
    """
    return _same_words().get(word.casefold(), word.casefold())


def _role_words(role: str | None) -> list[str]:
    return [same_word(word) for word in role.replace("-", " ").split()] if role else []


def _words_before(sentence: Sentence, first: int) -> list[str]:
    """The nouns and adjectives right before a name."""
    words: list[str] = []
    for token in reversed(sentence.tokens[max(0, first - MAX_DESCRIBING_WORDS) : first]):
        if token.pos not in _DESCRIBING:
            break
        words.append(same_word(token.text))
    return words


def _is_of_outlet(sentence: Sentence, first: int) -> bool:
    """Whether a name follows that of an outlet in the possessive."""
    before = [token.text for token in sentence.tokens[max(0, first - MAX_DESCRIBING_WORDS) : first]]
    return before[-1:] in (["'s"], ["’s"]) and any(
        " ".join(before[start:-1]) in outlet_names() for start in range(len(before) - 1)
    )


def _head(words: list[str]) -> str | None:
    """The noun of a role: the last office in it, else the last word before "of"."""
    offices = [word for word in words if is_office(word)]
    if offices:
        return offices[-1]
    before_of = words[: words.index("of")] if "of" in words else words
    return before_of[-1] if before_of else None


@cache
def _same_words() -> dict[str, str]:
    return {word: full for full, words in lexicon("titles")["same"].items() for word in words}
