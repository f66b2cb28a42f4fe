"""Whether a page writes the day before the month, told by its other dates, addresses and spelling."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.cleaning.dates import WrittenDate

# Countries that write English and the day first; Canada and South Africa use several orders.
_DAY_FIRST_SITE = re.compile(
    r"""
    \.(?: co\.uk | org\.uk | gov\.uk | uk | com\.au | net\.au | co\.nz | co\.in | in | ie | com\.sg
      | com\.my | eu )\b
    """,
    re.VERBOSE,
)
_DAY_FIRST_WORD = re.compile(
    r"""
    £ | \b(?: GMT | BST | AES?T | AEDT | NZ[SD]T                          # zones
      | \w+(?: isation | ising | avour | olour | abour | entre ) )\b      # spelling
    """,
    re.VERBOSE,
)
_MONTH_FIRST_WORD = re.compile(
    r"""
    US\$ | \b(?: [ECMP][SD]T | ET | PT                                   # zones
      | \w+(?: ization | izing | avor | olor | abor | enter ) )\b         # spelling
    """,
    re.VERBOSE,
)
# Spelling and addresses tell only together, or not against each other.
MIN_LEAD = 2
_SITE_VOTES = 3
MAX_LINES_READ = 400


def is_day_first(lines: Sequence[str], dates: Sequence[WrittenDate]) -> bool | None:
    """Tell whether 03/04 is a day in April here; None where the page does not tell.

    Dates in digits that can be read one way only decide. Without them, dates in words, addresses,
    time zones and spelling are counted.
    """
    in_digits = {date.order for date in dates if date.text[-1].isdigit() and _is_in_digits(date.text)}
    decided = in_digits & {"DMY", "MDY"}
    if len(decided) == 1:
        return decided == {"DMY"}
    text = "\n".join(lines[:MAX_LINES_READ])
    day_first = len(_DAY_FIRST_WORD.findall(text)) + _SITE_VOTES * len(set(_DAY_FIRST_SITE.findall(text)))
    month_first = len(_MONTH_FIRST_WORD.findall(text))
    in_words = [date.order for date in dates if not _is_in_digits(date.text)]
    day_first += _SITE_VOTES * min(in_words.count("DMY"), 2)
    month_first += _SITE_VOTES * min(in_words.count("MDY"), 2)
    if abs(day_first - month_first) < MIN_LEAD:
        return None
    return day_first > month_first


def _is_in_digits(text: str) -> bool:
    return not any(character.isalpha() for character in text)
