"""Which outlet a page belongs to: the name that its places agree on.

What each place and each sign speaks for a name was weighed on the cleaning gold, site by site.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import compress
from math import log
from typing import TYPE_CHECKING

from copydesk.cleaning.credits import agency_names
from copydesk.cleaning.known_outlets import (
    ends_like_company,
    is_address,
    is_known,
    is_owner,
    known_form,
    known_outlets_in,
    name_key,
    names_outlet,
)
from copydesk.cleaning.page_outline import positions_of
from copydesk.cleaning.site_names import (
    HOST_ENDING,
    NamePlace,
    SiteName,
    hosts_in,
    is_site_name,
    names_in_credits,
    names_in_furniture,
    names_in_title,
    spelled_host,
)
from copydesk.cleaning.site_phrases import furniture_of
from copydesk.lexicons import lexicon
from schemas.vocabulary import SegmentLabel

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from copydesk.cleaning.page_outline import Outline
    from copydesk.cleaning.site_phrases import Furniture

MIN_WEIGHT = 1.6
# How much a place speaks for a name; a second line of the same kind half as much again, further ones nothing.
_PLACES = {
    NamePlace.END_OF_TITLE: 2.8,
    NamePlace.START_OF_TITLE: 0.25,
    NamePlace.COPYRIGHT: 1.8,
    NamePlace.PHRASE: 0.8,
    NamePlace.KNOWN_INSIDE: 0.3,
    NamePlace.ADDRESS: 0.2,
    NamePlace.ADDRESSES: 0.55,
}
_SECOND_LINE = 1.5
# Every kind of place adds to the others, but for the spelling of an address.
_PER_PLACE = 0.55
MAX_PLACES = 4
# Places where other sites are named, too.
_MENTIONS = frozenset({
    NamePlace.KNOWN_INSIDE, NamePlace.PHRASE_INSIDE, NamePlace.PHRASE_BEHIND,
})  # fmt: skip
_ONLY_MENTIONED = -0.5
_MENTIONED_ONCE = -1.0
_KNOWN = 1.5
_ON_TOP = 1.1
_OUTLET_WORD = 0.6
_HOSTS = 0.95
_HOST = 0.7
# The short form of another name on the page, and the name that has one.
_SHORT_FORM = -0.5
_HAS_SHORT_FORM = 2.1
MAX_SHORT_FORM_LETTERS = 6
# Longer names begin with it: sections and services of the site.
_BEGINS_OTHERS = 0.5
# A word of the language, a company with many outlets, a person.
_COMMON = -1.1
_OWNER = -0.85
_COMPANY = -1.8
_PERSON = -0.9
_REPEATED = 0.27
MAX_REPEATS_COUNTED = 5
# By the logarithm of how often furniture and article have it.
_IN_FURNITURE = 0.35
_IN_ARTICLE = -0.25
MIN_BEGINNING_LETTERS = 3
MAX_HOSTS_COUNTED = 2
MAX_LINES_ON_TOP = 4
MAX_LINES_OF_PAGE_TITLE = 2
# A wire service has pages of its own, but its name alone is on everybody's: these places tell.
_PLACES_OF_AGENCIES = frozenset({NamePlace.END_OF_TITLE, NamePlace.PHRASE})
_GIVEN_NAMES = frozenset(name for names in lexicon("given_names")["given"].values() for name in names)


@dataclass(frozen=True, slots=True)
class _Page:
    """What names are looked up in.

    Attributes:
        text: The whole page.
        article: The lines of its article.
        furniture: Its other lines.
        lines: The same as a set, in small letters.
        top: The first of them.
        hosts: How often it gives addresses of these hosts.
    """

    text: str
    article: str
    furniture: Furniture
    lines: frozenset[str]
    top: frozenset[str]
    hosts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Name:
    """A name, in the best of its forms, and how often each kind of place has it."""

    key: str
    form: SiteName
    places: Mapping[NamePlace, int]


@dataclass(frozen=True, slots=True)
class _Kin:
    """All names of a page: their forms, the initials of their words, their keys in order."""

    forms: frozenset[str]
    initials: frozenset[str]
    keys: tuple[str, ...]


def find_publisher(outline: Outline) -> str | None:
    """Find the outlet's name; a wire service is taken only on pages of its own.

    The name is published as the page writes it; the name of a company or a bare address is
    exchanged for the outlet's where it is known.
    """
    text = "\n".join(outline.lines)
    is_article = [label is SegmentLabel.BODY for label in outline.labels]
    furniture = [
        line for line, is_body in zip(outline.lines, is_article, strict=True) if line and not is_body
    ]
    hosts = _hosts(outline, text)
    joined = furniture_of(furniture)
    page = _Page(
        text=text,
        article="\n".join(compress(outline.lines, is_article)),
        furniture=joined,
        lines=frozenset(joined.lowered.split("\n")),
        top=frozenset(line.casefold() for line in furniture[:MAX_LINES_ON_TOP]),
        hosts={name_key(host): n_times for host, n_times in hosts.items()},
    )
    names = _names(list(_candidates(outline, page, hosts)))
    kin = _Kin(
        frozenset(name.form.name for name in names),
        frozenset(_initials(name.form.name) for name in names),
        tuple(sorted(name.key for name in names)),
    )
    weights = [_weight(page, name, kin) for name in names]
    best = max(range(len(names)), key=weights.__getitem__, default=None)
    if best is None or weights[best] < MIN_WEIGHT:
        return None
    return _published_form(names[best].form)


def _names(candidates: Sequence[SiteName]) -> list[_Name]:
    places: defaultdict[str, Counter[NamePlace]] = defaultdict(Counter)
    forms: dict[str, SiteName] = {}
    for found in candidates:
        key = name_key(found.name)
        places[key][found.place] += 1
        if key not in forms or _form_rank(found) > _form_rank(forms[key]):
            forms[key] = found
    return [
        _Name(key, form, places[key])
        for key, form in forms.items()
        if key and (form.name not in agency_names() or not _PLACES_OF_AGENCIES.isdisjoint(places[key]))
    ]


def _form_rank(found: SiteName) -> tuple[bool, float]:
    """Of the forms of a name, words are better than an address, and a title's end better than the rest."""
    return not is_address(found.name), _PLACES.get(found.place, 0.0)


def _candidates(outline: Outline, page: _Page, hosts: Counter[str]) -> Iterator[SiteName]:
    for line in outline.lines[:MAX_LINES_OF_PAGE_TITLE]:
        yield from names_in_title(line)
    yield from names_in_furniture(page.furniture)
    yield from names_in_credits(page.furniture.text)
    for host, n_times in hosts.most_common(MAX_HOSTS_COUNTED):
        yield SiteName(host, NamePlace.ADDRESS if n_times == 1 else NamePlace.ADDRESSES)
        spelled = spelled_host(host, page.text)
        if spelled is not None:
            yield spelled if n_times > 1 else SiteName(spelled.name, NamePlace.ADDRESS)
    yield from (
        SiteName(name, NamePlace.KNOWN_INSIDE)
        for name in known_outlets_in(page.furniture)
        if is_site_name(name)
    )


def _hosts(outline: Outline, text: str) -> Counter[str]:
    """The hosts in the furniture, and in the e-mail addresses of the article."""
    return Counter(
        host
        for position in positions_of(text, HOST_ENDING)
        if outline.labels[position] is not SegmentLabel.BODY or "@" in outline.lines[position]
        for host in hosts_in(outline.lines[position])
    )


def _weight(page: _Page, name: _Name, kin: _Kin) -> float:
    kinds = name.places.keys() - {NamePlace.SPELLED_HOST}
    weight = _PER_PLACE * min(len(kinds), MAX_PLACES)
    for place, n_lines in name.places.items():
        weight += _PLACES.get(place, 0.0) * (1.0 if n_lines == 1 else _SECOND_LINE)
    text = name.form.name
    n_in_furniture, n_in_article = page.furniture.text.count(text), page.article.count(text)
    folded = text.casefold()
    forms = {folded, folded.removeprefix("the "), f"the {folded}"}
    if kinds <= _MENTIONS and page.lines.isdisjoint(forms):
        weight += _ONLY_MENTIONED if n_in_furniture + n_in_article > 1 else _MENTIONED_ONCE
    weight += _ON_TOP if forms & page.top else 0.0
    weight += _sign_weight(page, name, is_named_by_host=name.key in page.hosts)
    return weight + _frequency_weight(n_in_furniture, n_in_article) + _kin_weight(name, kin)


def _sign_weight(page: _Page, name: _Name, *, is_named_by_host: bool) -> float:
    """What the words of the name and the addresses on the page tell."""
    text = name.form.name
    weight = _OUTLET_WORD if names_outlet(text) else 0.0
    weight += _COMPANY if ends_like_company(text) else 0.0
    weight += _PERSON if text.split()[0] in _GIVEN_NAMES else 0.0
    if is_named_by_host:
        weight += _HOST if page.hosts[name.key] == 1 else _HOSTS
    if is_known(text):
        return weight + _KNOWN
    if not is_named_by_host:
        weight += _COMMON if " " not in text and f" {text.lower()} " in page.text else 0.0
        weight += _OWNER if is_owner(text) else 0.0
    return weight


def _frequency_weight(n_in_furniture: int, n_in_article: int) -> float:
    n_repeats = max(n_in_furniture + n_in_article - 1, 0)
    return (
        _REPEATED * min(n_repeats, MAX_REPEATS_COUNTED)
        + _IN_FURNITURE * log(1 + n_in_furniture)
        + _IN_ARTICLE * log(1 + n_in_article)
    )


def _kin_weight(name: _Name, kin: _Kin) -> float:
    """What it says that other names on the page are short or long forms of this one."""
    text, weight = name.form.name, 0.0
    if " " in text:
        weight += _HAS_SHORT_FORM if _initials(text) in kin.forms else 0.0
    elif text.isupper() and 1 < len(text) <= MAX_SHORT_FORM_LETTERS:
        weight += _SHORT_FORM if text in kin.initials else 0.0
    after = bisect_right(kin.keys, name.key)
    if len(name.key) >= MIN_BEGINNING_LETTERS and after < len(kin.keys):
        weight += _BEGINS_OTHERS if kin.keys[after].startswith(name.key) else 0.0
    return weight


def _initials(text: str) -> str:
    words = text.removeprefix("The ").split()
    initials = "".join([word[0] for word in words if word[0].isupper()])
    return initials if len(initials) > 1 else ""


def _published_form(found: SiteName) -> str:
    if found.place is NamePlace.END_OF_TITLE and not is_address(found.name):
        return found.name
    return known_form(found.name.removeprefix("the "))
