"""Where the report comes from: "MUNICH (Reuters) -- ", "Moscow - ", "BRUSSELS, Feb 12 (Xinhua) -- "."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from copydesk.cleaning.calendar_words import MONTH, WEEKDAY
from copydesk.cleaning.credits import agency_in, agency_in_brackets
from copydesk.lexicons import lexicon

MAX_DATELINE_CHARACTERS = 120
_MONTH = rf"{MONTH}\b\.?"
_PLACE = r"""
    (?P<place> [A-ZÀ-Ý][\w.'’]* (?:[ -][A-ZÀ-Ý][\w.'’]*){0,3} )
    (?P<region> (?:,\ [A-Z][\w.]*(?:\ [A-Z][\w.]*){0,2} )?? )
"""
_DATE = rf"""
    (?P<date> {_MONTH}\ \d{{1,2}}(?:,?\ \d{{4}})?
      | \d{{1,2}}(?:\.|er)?\ (?:de\ )?{_MONTH}(?:,?\ (?:de\ )?\d{{4}})?
    )
"""
_DATELINE = re.compile(
    rf"""
    {_PLACE}
    (?: ,?\ {_DATE},? )?
    (?: \s*\((?P<agency>[^()]{{2,40}})\) )?
    (?: \s*(?:--+|—|–)\s* | \s+[-_]\s+ | \s*:\s+ )
    (?=["“‘'\w$£€(])
    """,
    re.VERBOSE,
)
# So begin the entries of a chronicle, "Friday, August 8 - Tanks cross the border", and notes on changes.
_NO_PLACE = re.compile(rf"{WEEKDAY}|{MONTH}|(?:Updated?|Posted|Published|Correction)\b.*")
# Place and date on a line of their own, above the article.
_DATELINE_ALONE = re.compile(
    rf"""
    {_PLACE} ,?\ (?: (?:on|le|den|am)\ )? (?: {WEEKDAY},?\ )? {_DATE} \.?
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """The dateline at the start of an article.

    Attributes:
        end: Where the first sentence begins.
        place: The place, its capitals made usual; None when only an agency is named.
        agency: The wire service in it, by its canonical name or, if unknown, as written.
        date_text: The date as written, often without a year.
        is_certain: Whether agency, date or a known place in capitals leave no doubt.
    """

    end: int
    place: str | None
    agency: str | None
    date_text: str | None
    is_certain: bool


def find_dateline(paragraph: str) -> Dateline | None:
    """Find the dateline that a paragraph begins with.

    A place in ordinary letters counts only where it is known for datelines: "Tesla - the
    maker of cars - said" begins the same way.

    >>> find_dateline("BRUSSELS, Feb 12 (Xinhua) -- The talks ended.")
    Dateline(end=29, place='Brussels', agency='Xinhua', date_text='Feb 12', is_certain=True)
    >>> find_dateline("Tesla - the maker of cars - said no.")
    """
    # Most paragraphs have none of the signs that end a dateline.
    head = paragraph[:MAX_DATELINE_CHARACTERS]
    is_possible = not paragraph[:1].islower() and any(sign in head for sign in "-—–_:")
    match = _DATELINE.match(head) if is_possible else None
    if match is None:
        return None
    place, has_colon = match["place"], ":" in match.group()
    if _NO_PLACE.fullmatch(place) is not None:
        return None
    is_dated = match["date"] is not None and (not has_colon or _is_known_place(place))
    is_known = _is_known_place(place) and not has_colon
    has_capitals = place.isupper() and len(place) > 3 and not has_colon
    agency = agency_in_brackets(match["agency"] or "", is_after_date=is_dated)
    if agency is None and not (is_dated or is_known or has_capitals):
        return None
    is_certain = agency is not None or is_dated or (has_capitals and (is_known or match["region"] != ""))
    agency_first = agency_in(place)
    return Dateline(
        end=match.end(),
        place=None if agency_first else _usual_capitals(place),
        agency=agency or agency_first,
        date_text=match["date"],
        is_certain=is_certain,
    )


def opens_report(paragraph: str) -> bool:
    """Whether a paragraph begins with a dateline beyond doubt, as the first one of a report does.

    >>> opens_report("BRUSSELS, Feb. 12 (Xinhua) -- Ministers met."), opens_report("Brussels - a portrait")
    (True, False)
    """
    dateline = find_dateline(paragraph)
    return dateline is not None and dateline.is_certain


def find_dateline_alone(line: str) -> Dateline | None:
    """Find place and date that fill a line of their own; other names than known places are not believed.

    >>> find_dateline_alone("Oslo, 7 March 2009")
    Dateline(end=18, place='Oslo', agency=None, date_text='7 March 2009', is_certain=True)
    >>> find_dateline_alone("Daily Desk, 7 March 2009")
    """
    # No date without a digit: most lines need not be read.
    is_possible = len(line) <= MAX_DATELINE_CHARACTERS and any(map(str.isdigit, line))
    match = _DATELINE_ALONE.fullmatch(line) if is_possible else None
    if match is None or not _is_known_place(match["place"]):
        return None
    place = _usual_capitals(match["place"])
    return Dateline(len(line), place, agency=None, date_text=match["date"], is_certain=True)


def _is_known_place(place: str) -> bool:
    return place.casefold() in _dateline_places()


@cache
def _dateline_places() -> frozenset[str]:
    return frozenset(
        place.casefold() for places in lexicon("dateline_places")["cities"].values() for place in places
    )


def _usual_capitals(place: str) -> str:
    """The place with small letters after the first of each word, initials left alone."""
    return re.sub(r"[^\W\d_]{3,}|[^\W\d_]{2}(?!\.[A-Z])", lambda word: word.group().capitalize(), place)
