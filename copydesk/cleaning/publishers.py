"""Which outlet a page belongs to: the name that its furniture agrees on."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache
from typing import TYPE_CHECKING

from copydesk.cleaning.bylines import MAX_BYLINE_CHARACTERS
from copydesk.cleaning.credits import agency_names
from copydesk.cleaning.site_names import (
    ADDRESS,
    END_OF_TITLE,
    MAX_NAME_CHARACTERS,
    SiteName,
    hosts_in,
    is_site_name,
    names_in_byline,
    names_in_credits,
    names_in_furniture,
    names_in_portraits,
    names_in_title,
    spelled_host,
)
from copydesk.lexicons import lexicon
from schemas.vocabulary import SegmentLabel

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from copydesk.cleaning.page_outline import Outline

MIN_WEIGHT = 2.0
# What else speaks for a name that some place has given.
_KNOWN = 2.0
_IN_HOST = 2.0
_IN_HOST_ONCE = 1.0
_BEGINS_HOST = 1.0
_STANDS_ALONE = 1.0
_ON_TOP = 1.0
_OUTLET_WORD = 0.5
# What speaks against it: a word of the language, a company with many outlets.
_COMMON = -1.5
_OWNER = -1.5
MIN_BYLINE_SCORE = 0.5
MIN_HOST_LETTERS = 4
# Of one place as much counts as two lines say.
MAX_LINES_COUNTED = 2
MAX_HOSTS_COUNTED = 2
_REPEATED = 0.3
MAX_REPEATS_COUNTED = 5
MAX_LINES_ON_TOP = 4
MAX_LINES_OF_PAGE_TITLE = 2
_SIGNS = re.compile(r"[\W_]+")
_ENDINGS = r"com|org|net|co|info|tv|in|ca|ie|io|uk|au|nz|us|eu|sg|my|za"
_HOST_ENDING = re.compile(rf"(?:\.(?:{_ENDINGS}))+$", re.IGNORECASE)


def find_publisher(outline: Outline) -> str | None:
    """Find the outlet's name; a wire service is never taken for it.

    The name is published as the page writes it; the name of a company or a bare address is
    exchanged for the outlet's where it is known.
    """
    furniture = [
        line
        for line, label in zip(outline.lines, outline.labels, strict=True)
        if line and label is not SegmentLabel.BODY
    ]
    hosts = _hosts(outline)
    weights: defaultdict[str, float] = defaultdict(float)
    forms: dict[str, SiteName] = {}
    counts: Counter[tuple[str, float]] = Counter()
    for found in _candidates(outline, furniture, hosts):
        key = _key(found.name)
        counts[key, found.weight] += 1
        if not key or counts[key, found.weight] > MAX_LINES_COUNTED:
            continue
        weights[key] += found.weight if counts[key, found.weight] == 1 else found.weight / 2
        if key not in forms or _form_rank(found) > _form_rank(forms[key]):
            forms[key] = found
    if not weights:
        return None
    support = _Support(outline, furniture, hosts)
    totals = {key: weight + support.weight(key, forms[key].name) for key, weight in weights.items()}
    best = max(totals, key=totals.__getitem__)
    return _published_form(forms[best]) if totals[best] >= MIN_WEIGHT else None


def _form_rank(found: SiteName) -> tuple[bool, float]:
    """Of the forms of a name, words are better than an address, and a title's end better than the rest."""
    return _HOST_ENDING.search(found.name) is None, found.weight


def _candidates(outline: Outline, furniture: Sequence[str], hosts: Counter[str]) -> Iterator[SiteName]:
    tops = range(min(MAX_LINES_OF_PAGE_TITLE, len(outline.lines)))
    for position in dict.fromkeys((*tops, *outline.titles)):
        yield from names_in_title(outline.lines[position], is_page_title=position in tops)
    yield from names_in_furniture(furniture)
    yield from names_in_portraits("\n".join(outline.lines[max(outline.body_last - 1, 0) :]))
    for line, label, score in zip(outline.lines, outline.labels, outline.byline_scores, strict=False):
        if (label is SegmentLabel.BYLINE or score > MIN_BYLINE_SCORE) and len(line) <= MAX_BYLINE_CHARACTERS:
            yield from (name for name in names_in_byline(line) if _is_outlet(name.name))
    yield from names_in_credits(furniture)
    for host, n_times in hosts.most_common(MAX_HOSTS_COUNTED):
        yield SiteName(host, ADDRESS if n_times == 1 else 2 * ADDRESS)
        spelled = spelled_host(host, "\n".join(outline.lines))
        if spelled is not None:
            yield spelled if n_times > 1 else SiteName(spelled.name, ADDRESS)
    for line in furniture:
        if line in _outlets() and is_site_name(line):
            yield SiteName(line, _STANDS_ALONE)


def _is_outlet(name: str) -> bool:
    return name in _outlets() or name.split()[-1].casefold() in _outlet_words()


def _hosts(outline: Outline) -> Counter[str]:
    """The hosts in the furniture, and in the e-mail addresses of the article."""
    return Counter(
        host
        for line, label in zip(outline.lines, outline.labels, strict=True)
        if "." in line and (label is not SegmentLabel.BODY or "@" in line)
        for host in hosts_in(line)
    )


class _Support:
    """What the page as a whole says for a name."""

    def __init__(self, outline: Outline, furniture: Sequence[str], hosts: Counter[str]) -> None:
        self._text = "\n".join(outline.lines)
        self._alone = {line.casefold() for line in furniture if len(line) <= MAX_NAME_CHARACTERS}
        self._on_top = {line.casefold() for line in furniture[:MAX_LINES_ON_TOP]}
        self._hosts = Counter(_key(host) for host in hosts.elements())

    def weight(self, key: str, name: str) -> float:
        """The sum of what supports a name."""
        weight = _KNOWN if name in _outlets() or key in _known_keys() else 0.0
        forms = {name.casefold(), name.casefold().removeprefix("the "), f"the {name.casefold()}"}
        weight += _STANDS_ALONE if forms & self._alone else 0.0
        weight += _ON_TOP if forms & self._on_top else 0.0
        weight += _OUTLET_WORD if name.split()[-1].casefold() in _outlet_words() else 0.0
        weight += _REPEATED * min(max(self._text.count(name) - 1, 0), MAX_REPEATS_COUNTED)
        in_host = self._host_weight(key, name)
        if in_host == 0.0 and name not in _outlets():
            weight += _COMMON if " " not in name and f" {name.lower()} " in self._text else 0.0
            weight += _OWNER if key in _owner_keys() else 0.0
        return weight + in_host

    def _host_weight(self, key: str, name: str) -> float:
        if key in self._hosts:
            return _IN_HOST if self._hosts[key] > 1 else _IN_HOST_ONCE
        is_begin = len(key) >= MIN_HOST_LETTERS and any(
            host.startswith(key) or (len(host) >= MIN_HOST_LETTERS and key.startswith(host))
            for host in self._hosts
        )
        return _BEGINS_HOST if is_begin else 0.0


@cache
def _key(name: str) -> str:
    """The name's letters and digits in small letters, without article and ending of an address."""
    letters = _SIGNS.sub(" ", _HOST_ENDING.sub("", name.casefold())).strip()
    return letters.removeprefix("the ").replace(" ", "")


def _published_form(found: SiteName) -> str:
    if found.weight >= END_OF_TITLE and _HOST_ENDING.search(found.name) is None:
        return found.name
    name = found.name.removeprefix("The ").casefold()
    known = _outlets().get(found.name) or _outlets_in_small_letters().get(name)
    return known or found.name


@cache
def _outlets() -> dict[str, str]:
    return {
        alias: name
        for name, entry in lexicon("publishers").items()
        for alias in (name, *entry["aliases"])
        if alias not in agency_names()
    }


@cache
def _outlets_in_small_letters() -> dict[str, str]:
    return {alias.casefold(): name for alias, name in _outlets().items()}


@cache
def _owner_keys() -> frozenset[str]:
    return frozenset(map(_key, lexicon("site_words")["owners"]["names"]))


@cache
def _known_keys() -> frozenset[str]:
    return frozenset(_key(alias) for alias in _outlets())


@cache
def _outlet_words() -> frozenset[str]:
    return frozenset(lexicon("news_outlets")["words"]["singular"])
