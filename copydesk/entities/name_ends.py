"""Where the names that a tagger sees begin and end, put right: by rules of spelling that hold everywhere."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from copydesk.entities.known_words import KnownKind, kinds_of
from copydesk.entities.name_tagger import PLACES
from copydesk.entities.titles import given_name_gender
from copydesk.lexicons import lexicon
from copydesk.spans import Span
from schemas.vocabulary import MentionLabel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from copydesk.entities.name_tagger import TaggedName

# "U.S", "Washington D.C", "Orlov Jr": the full stop behind them is theirs.
_ABBREVIATED = re.compile(r"(?:\b[^\W\d_]\.[^\W\d_]|\b(?:Jr|Sr|Inc|Corp|Ltd|Co|Bros))$")
_INITIAL_AT_END = re.compile(r"\s[A-Z]$")
_BRACKETED = re.compile(r"\s?\((?:the\s)?([^\W\d_a-z][\w&-]{1,9})\)")
_MIN_CAPITALS_OF_ACRONYM = 2
_PARTY_OF = re.compile(r"(?:Party|Union|Front|Movement|Congress|Federation)$")
_OF = " of "
_BODY = re.compile(r"\b(?:Board|Cent(?:er|re)|Commission|Committee|Council|Institute|Office)$")
_WITHIN = frozenset({" for ", " of ", " on "})
_MIN_WORDS_AFTER_PLACE = 2


def with_right_ends(text: str, names: Sequence[TaggedName]) -> list[TaggedName]:
    """Put the ends of names right, and add the acronyms that explain them.

    Args:
        text: The article.
        names: The names in it, in order.
    """
    whole = list(_joined(text, (_with_full_stop(text, name) for name in names)))
    cut = [_without_place(text, name) for name in whole]
    return list(_with_acronyms(text, cut))


def _with_full_stop(text: str, name: TaggedName) -> TaggedName:
    written = name.span.of(text)
    ends_so = _ABBREVIATED.search(written) or (
        name.label is MentionLabel.PERSON and _INITIAL_AT_END.search(written)
    )
    # "Everett, Wash., recently"
    is_inside_sentence = text.startswith(".,", name.span.end)
    if not (ends_so or is_inside_sentence) or not text.startswith(".", name.span.end):
        return name
    return replace(name, span=Span(name.span.start, name.span.end + 1))


def _joined(text: str, names: Iterable[TaggedName]) -> Iterator[TaggedName]:
    """Join the halves of a name: "Eva" and "Lind" with nothing but a space between, "Party of Norway"."""
    last: TaggedName | None = None
    for name in names:
        if last is not None and _belong_together(text, last, name):
            probability = min(last.probability, name.probability)
            last = replace(last, span=Span(last.span.start, name.span.end), probability=probability)
            continue
        if last is not None:
            yield last
        last = name
    if last is not None:
        yield last


def _belong_together(text: str, first: TaggedName, second: TaggedName) -> bool:
    between = text[first.span.end : second.span.start]
    if first.label is second.label and first.label in (MentionLabel.PERSON, MentionLabel.ORG):
        return between == " " or (between == "-" and first.label is MentionLabel.PERSON)
    if first.label is not MentionLabel.ORG or second.label is MentionLabel.PERSON:
        return False
    if second.label in PLACES:
        return between == _OF and _PARTY_OF.search(first.span.of(text)) is not None
    # "Commission on" and "Presidential Debates"
    return between in _WITHIN and _BODY.search(first.span.of(text)) is not None


def _without_place(text: str, name: TaggedName) -> TaggedName:
    """Cut "Maine" off "Maine Susan Lind", and the party: her name begins with the given name."""
    if name.label is not MentionLabel.PERSON:
        return name
    words = name.span.of(text).split(" ")
    for size in range(1, len(words) - _MIN_WORDS_AFTER_PLACE + 1):
        before = " ".join(words[:size])
        if given_name_gender(words[size]) is not None and _is_no_given_name(before):
            return replace(name, span=Span(name.span.start + len(before) + 1, name.span.end))
    return name


def _is_no_given_name(words: str) -> bool:
    """Whether words mean a place or people that nobody is named after."""
    kinds = kinds_of(words)
    is_place = kinds and not kinds - {KnownKind.COUNTRY, KnownKind.PEOPLE, KnownKind.REGION}
    return bool(is_place) or words in lexicon("organizations")["parties"]["adherents"]


def _with_acronyms(text: str, names: Sequence[TaggedName]) -> Iterator[TaggedName]:
    """Give an acronym in brackets behind a name the label of the name."""
    skipped: set[Span] = set()
    for position, name in enumerate(names):
        if name.span in skipped:
            continue
        following = names[position + 1] if position + 1 < len(names) else None
        acronym = _acronym_of(text, name)
        overlapping = acronym is not None and following is not None and following.span.overlaps(acronym)
        yield name
        if acronym is None or name.label in (MentionLabel.PERSON, MentionLabel.NORP):
            continue
        if following is not None and overlapping:
            if following.span == acronym:
                skipped.add(following.span)
                yield replace(following, label=name.label)
            continue
        yield replace(name, span=acronym)


def _acronym_of(text: str, name: TaggedName) -> Span | None:
    """The acronym in brackets right behind a name of several words that has its first letter."""
    found = _BRACKETED.match(text, name.span.end)
    written = name.span.of(text)
    if found is None or " " not in written:
        return None
    acronym = found.group(1)
    initials = {word[0].upper() for word in re.findall(r"\w+", written)}
    is_acronym = sum(letter.isupper() for letter in acronym) >= _MIN_CAPITALS_OF_ACRONYM
    return Span(*found.span(1)) if is_acronym and acronym[0].upper() in initials else None
