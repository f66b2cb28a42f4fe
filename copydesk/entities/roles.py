"""What a person is said to be where the name stands: "Finnish trade minister", "the union's lawyer"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from copydesk.entities.countries import PlaceKind, known_place, longest_place_words
from copydesk.entities.titles import (
    LINKS,
    Gender,
    courtesy_gender,
    is_courtesy,
    is_office,
    is_person_noun,
    is_title_word,
    office_gender,
)
from copydesk.spans import Span
from copydesk.syntax import children_with

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.entities.countries import Place
    from copydesk.records import Sentence, Token

# "U.S. Secretary of State for this and that": longer chains are parsing accidents.
MAX_ROLE_TOKENS = 12
_ROLE_POS = frozenset({"NOUN", "PROPN", "ADJ"})
_ROLE_SIGNS = frozenset({"-", "–", "'s", "’s", "'", "’", "&"})
# "The Centre for American Progress" does not make its director American.
_PLACES = frozenset({"GPE", "NORP", ""})
_EDGES = frozenset({"-", "–", "'s", "’s", "'", "’", "&", "and", "for", "of", "the", "a", "an"})
# Words before a country that tell nothing about the office: "outgoing Russian President X".
_PASSING = frozenset({"current", "embattled", "new", "outgoing", "serving", "sitting", "visiting"})
_DOUBTS = frozenset({"if", "not", "n't", "should", "unless", "whether"})
_GOVERNMENTS = frozenset({"administration", "cabinet", "government", "presidency"})
_OWN_MODIFIERS = ("det", "amod", "compound", "poss", "nmod", "nummod", "punct", "case")


@dataclass(frozen=True, slots=True)
class Role:
    """What stands with one mention of a person.

    Attributes:
        text: The office or function as written, without article and country; None where only a
            country or a form of address is given.
        country: The one country (ISO 3166-1 alpha-3) or `IGO` that is named with it.
        gender: What "Mr" or "spokeswoman" tells.
    """

    text: str | None
    country: str | None
    gender: Gender | None


def role_of(text: str, sentence: Sentence, first: int, last: int) -> Role:
    """Tell what the words around a person's name say about the person.

    Args:
        text: The article.
        sentence: The sentence with the name.
        first: Position of the first token of the name.
        last: Position of its last token.
    """
    tokens = sentence.tokens
    gender = courtesy_gender(tokens[first - 1].text) if first else None
    role = _described(text, tokens, _premodifier(tokens, first, last))
    if role.text is None and role.country is None:
        role = _described(text, tokens, _apposition(sentence, first, last))
    if role.text is None and role.country is None:
        role = _described(text, tokens, _predicate(sentence, first, last))
    country = role.country or _country_governed(sentence, first, last)
    return Role(role.text, country, gender or role.gender)


def _premodifier(tokens: Sequence[Token], first: int, last: int) -> list[int]:
    """The tokens in front of a name that may describe its bearer, "Spain's foreign minister" included."""
    start = first
    if start and tokens[start - 1].text.casefold() in LINKS:
        # "The government of X" does not say what X is.
        return []
    while start > 0 and first - start < MAX_ROLE_TOKENS and _may_describe(tokens[start - 1]):
        if tokens[start - 1].text.casefold() in LINKS and not is_title_word(tokens[start - 2].text):
            # "The death of minister X": only an office may go on beyond "of" and "and".
            break
        start -= 1
    while start < first and _hangs_elsewhere(tokens, start, last):
        start += 1
    for position in range(start + 1, first):
        # "A member of President X's staff": the office behind "of" is that of X.
        if tokens[position - 1].text.casefold() == "of" and is_office(tokens[position].text):
            start = position
    return list(range(start, first))


def _hangs_elsewhere(tokens: Sequence[Token], start: int, last: int) -> bool:
    """Whether the first token belongs to what stands before: "that way Senator X"."""
    token = tokens[start]
    if token.entity or is_title_word(token.text):
        return False
    return not start < token.head <= last


def _may_describe(token: Token) -> bool:
    if token.entity == "PERSON" and not is_title_word(token.text):
        return False
    if token.entity in ("DATE", "TIME"):
        return False
    lower = token.text.casefold()
    return token.pos in _ROLE_POS or lower in LINKS - {"the"} or lower in _ROLE_SIGNS or is_title_word(lower)


def _apposition(sentence: Sentence, first: int, last: int) -> list[int]:
    """The noun phrase that explains a name: "X, a lawyer" or "the minister, X"."""
    tokens = sentence.tokens
    for position in range(first, last + 1):
        for child in children_with(sentence, position, ("appos",)):
            if child > last and _is_function(tokens[child]):
                return _noun_phrase(sentence, child)
        head = tokens[position].head
        if tokens[position].dep == "appos" and head < first and _is_function(tokens[head]):
            return _noun_phrase(sentence, head)
    return []


def _predicate(sentence: Sentence, first: int, last: int) -> list[int]:
    """The noun phrase that tells what somebody is or becomes, with country: "became Finnish president"."""
    tokens = sentence.tokens
    for position in range(first, last + 1):
        verb = tokens[position].head
        if tokens[position].dep != "nsubj" or tokens[verb].lemma not in ("be", "become", "remain"):
            continue
        attributes = children_with(sentence, verb, ("attr",))
        if attributes and is_office(tokens[attributes[0]].text) and _is_asserted(sentence, verb):
            phrase = _noun_phrase(sentence, attributes[0])
            return phrase if _places(tokens, phrase) else []
    return []


def _is_asserted(sentence: Sentence, verb: int) -> bool:
    """Whether a verb tells a fact: no "not", "would" or "if" stands with it."""
    is_finite = sentence.tokens[verb].tag in ("VBD", "VBZ", "VBP")
    words = {sentence.tokens[child].lemma for child in sentence.children[verb]}
    return is_finite and words.isdisjoint(_DOUBTS)


def _country_governed(sentence: Sentence, first: int, last: int) -> str | None:
    """The country in "the Finnish government of X", which tells no role."""
    tokens = sentence.tokens
    for position in range(first, last + 1):
        preposition = tokens[position].head
        if tokens[position].dep == "pobj" and tokens[preposition].text == "of" and preposition < first:
            government = tokens[preposition].head
            if tokens[government].lemma.casefold() in _GOVERNMENTS and government < preposition:
                start = min([government, *children_with(sentence, government, _OWN_MODIFIERS)])
                return _one([place.country for _, place in _places(tokens, list(range(start, government)))])
    return None


def _is_function(token: Token) -> bool:
    return is_office(token.text) or (token.tag == "NN" and is_person_noun(token.text))


def _noun_phrase(sentence: Sentence, head: int) -> list[int]:
    """A noun with what stands before it and its "of" and "for" phrases."""
    start = head
    waiting = [head]
    while waiting:
        children = children_with(sentence, waiting.pop(), _OWN_MODIFIERS)
        waiting.extend(children)
        start = min([start, *children])
    end = head
    for preposition in children_with(sentence, head, ("prep",)):
        if preposition == end + 1 and sentence.tokens[preposition].lemma in ("of", "for"):
            end = max([end, *_below(sentence, preposition)])
    return (
        list(range(start, min(end, start + MAX_ROLE_TOKENS - 1) + 1)) if end - start < MAX_ROLE_TOKENS else []
    )


def _below(sentence: Sentence, position: int) -> list[int]:
    """What belongs to a short prepositional phrase; clauses and appositions hang below it, too."""
    found: list[int] = []
    waiting = [position]
    while waiting:
        children = children_with(sentence, waiting.pop(), (*_OWN_MODIFIERS, "pobj", "prep"))
        found.extend(children)
        waiting.extend(children)
    return found


def _described(text: str, tokens: Sequence[Token], positions: list[int]) -> Role:
    """Read a stretch of tokens as country and role."""
    places = _places(tokens, positions)
    role = _without_edges(tokens, positions, {position for position, _ in places})
    if not role:
        return Role(None, _one(_bearing_country(tokens, places)), None)
    if not any(
        tokens[position].tag.startswith("NN") and is_person_noun(tokens[position].text) for position in role
    ):
        return Role(None, None, None)
    written = Span(tokens[role[0]].start, tokens[role[-1]].end).of(text)
    leading = [place.country for position, place in places if position < role[0]]
    genders = [gender for position in role if (gender := office_gender(tokens[position].text))]
    country = _one(
        leading or [place.country for position, place in places if tokens[position].entity in _PLACES]
    )
    return Role(" ".join(written.split()), country, genders[-1] if genders else None)


def _places(tokens: Sequence[Token], positions: list[int]) -> list[tuple[int, Place]]:
    """The known places among the tokens, one pair for every token of a place."""
    found: list[tuple[int, Place]] = []
    index = 0
    while index < len(positions):
        for size in range(min(longest_place_words(), len(positions) - index), 0, -1):
            words = positions[index : index + size]
            place = known_place(" ".join(tokens[word].text for word in words))
            if place is not None:
                found.extend((word, place) for word in words)
                index += size - 1
                break
        index += 1
    return found


def _without_edges(tokens: Sequence[Token], positions: list[int], places: set[int]) -> list[int]:
    """Cut names, forms of address, articles and signs off both ends; what is left is the role."""
    start, end = 0, len(positions)
    while start < end and tokens[positions[start]].text.casefold() in _PASSING and places:
        start += 1
    while start < end and _is_edge(tokens[positions[start]], is_place=positions[start] in places):
        start += 1
    while start < end and _is_closing_edge(tokens[positions[end - 1]]):
        end -= 1
    return positions[start:end]


def _is_edge(token: Token, *, is_place: bool) -> bool:
    is_name = bool(token.entity) and not is_title_word(token.text)
    return is_place or is_name or _is_closing_edge(token) or token.text.casefold() in LINKS


def _is_closing_edge(token: Token) -> bool:
    return token.text.casefold() in _EDGES or token.tag == "PRP$" or is_courtesy(token.text)


def _bearing_country(tokens: Sequence[Token], places: list[tuple[int, Place]]) -> list[str]:
    """Countries that describe a person without a role: "Spain's X", but not "in Spain X said"."""
    return [
        place.country
        for position, place in places
        if place.kind is PlaceKind.DEMONYM or tokens[position + 1].tag == "POS"
    ]


def _one(countries: list[str]) -> str | None:
    return countries[0] if len(set(countries)) == 1 else None
