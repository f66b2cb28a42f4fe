"""The authors that a page names in elements marked as such: rel, itemprop or class."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk.readers.markup import TokenKind, attributes, unescaped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from copydesk.readers.markup import Token

# Longer than several names with their offices; a biography.
MAX_BYLINE_CHARACTERS = 120
# Links to a page's authors beyond this are a list of contributors or of other stories.
MAX_AUTHOR_ELEMENTS = 40
_SAYS_AUTHOR = re.compile(r"author|byline", re.IGNORECASE)
_AUTHOR_CLASS = re.compile(
    r"(?:^|\s)(?:[\w-]*[_-])?(?:by-?line|authors?)(?:[_-]*(?:name|link|text))?(?=\s|$)", re.IGNORECASE
)
_BY = re.compile(r"^(?:(?:posted|published|written|guest post)\s+)?by:?\s+", re.IGNORECASE)
# A capitalised word, an initial, or a particle; digits and other signs are in no name.
_NAME = re.compile(
    r"""
    [^\W\d_a-z][\w.'’-]*                        # the first word
    (?:\s(?:[^\W\d_a-z][\w.'’-]*|d[aei]|de[lnr]|l[ae]|v[ao]n|bin|al|y)){1,4}
    """,
    re.VERBOSE,
)
_NO_PERSON = re.compile(
    r"\b(?:staff|team|the|authors?|writers?|manager|editors?|editorial|desk|news|press|agency|admin|posted|published|updated|about|follow|"
    r"view|more|all|posts?|articles?|stories|contact|comments?)\b",
    re.IGNORECASE,
)


def marked_authors(source: str, tokens: Sequence[Token]) -> tuple[str, ...]:
    """Find the people whom the page marks as authors in what it shows; none if the marks disagree.

    Links with `rel=author` are believed first, then `itemprop`, then classes; of each kind the first
    element with names in it, since later ones belong to other stories.
    """
    found: dict[str, tuple[str, ...]] = {}
    for n_found, (kind, text) in enumerate(_marked(source, tokens)):
        if n_found >= MAX_AUTHOR_ELEMENTS:
            break
        people = _people(text)
        if people:
            found.setdefault(kind, people)
    return next((found[kind] for kind in ("itemprop", "rel", "class") if kind in found), ())


def _marked(source: str, tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """The elements marked as author: how, and their text."""
    for no, token in enumerate(tokens):
        is_candidate = (
            token.kind is TokenKind.OPEN
            and token.name not in {"meta", "link", "script", "html", "body"}
            and _SAYS_AUTHOR.search(source, token.start, token.end) is not None
        )
        if is_candidate and (kind := _mark(attributes(source, token))):
            yield kind, _text(source, tokens, no)


def _mark(given: dict[str, str]) -> str | None:
    if "author" in given.get("itemprop", "").lower().split():
        return "itemprop"
    if "author" in given.get("rel", "").lower().split():
        return "rel"
    return "class" if _AUTHOR_CLASS.search(given.get("class", "")) else None


def _text(source: str, tokens: Sequence[Token], no: int) -> str:
    """The text of the element that a tag opens, up to a little more than a byline can have."""
    name, depth, pieces, n_characters = tokens[no].name, 0, [], 0
    for token in tokens[no:]:
        if token.kind is TokenKind.TEXT:
            pieces.append(source[token.start : token.end])
            n_characters += len(pieces[-1].strip())
        elif token.name == name:
            depth += 1 if token.kind is TokenKind.OPEN else -1
        if depth <= 0 or n_characters > MAX_BYLINE_CHARACTERS:
            break
    return " ".join(unescaped(" ".join(pieces)).split())


def _people(text: str) -> tuple[str, ...]:
    """The names that a byline consists of; none unless all of it is names.

    >>> _people("By Jane Roe and John van Doe"), _people("Jane Roe writes about fish")
    (('Jane Roe', 'John van Doe'), ())
    """
    if len(text) > MAX_BYLINE_CHARACTERS:
        return ()
    names = [_BY.sub("", name.strip()) for name in re.split(r",|;|\band\b|&|\|", text) if name.strip()]
    are_people = all(_NAME.fullmatch(name) and not _NO_PERSON.search(name) for name in names)
    return tuple(dict.fromkeys(names)) if are_people else ()
