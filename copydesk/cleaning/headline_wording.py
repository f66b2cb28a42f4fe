"""What a headline says: the same words in another line, with or without the name of the site."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MAX_HEADLINE_CHARACTERS = 250
_SIGNS = re.compile(r"[\W_]+")
_SITE_JOINT = re.compile(r"\s+[|»–—:-]+\s+|\s*\|\s*")


def repeats_of_title(title: str, lines: Sequence[str]) -> Iterator[int]:
    """The positions of the lines that say the title, perhaps with the name of the site.

    >>> list(repeats_of_title("Talks resume in Geneva", ["BBC News - Talks resume in Geneva", "Talks"]))
    [0]
    """
    wanted = Wording.of(title)
    for no, line in enumerate(lines):
        if len(wanted.key) <= len(line) <= MAX_HEADLINE_CHARACTERS and wanted.is_said_in(line):
            yield no


@dataclass(frozen=True, slots=True)
class Wording:
    """What a headline says, to be found in other lines.

    Attributes:
        key: Its letters and digits.
        longest_word: Most lines lack it, and need not be looked at closely.
    """

    key: str
    longest_word: str

    @staticmethod
    def of(line: str) -> Wording:
        """The wording of a line."""
        key = headline_key(line)
        return Wording(key, max(key.split(), key=len, default=""))

    def is_said_in(self, line: str) -> bool:
        """Whether a line says this, perhaps with the name of the site."""
        if self.longest_word not in line.casefold():
            return False
        key = headline_key(line)
        return key == self.key or (self.key in key and self.key in map(headline_key, _SITE_JOINT.split(line)))


def headline_key(line: str) -> str:
    """The line with its letters and digits alone, in small letters: the same for the same headline."""
    return _SIGNS.sub(" ", line).strip().casefold()


def without_site(title: str) -> str:
    """The headline without the name of the site that page titles add after a bar.

    >>> without_site("Talks resume in Geneva | The Daily Desk")
    'Talks resume in Geneva'
    """
    head, bar, site = title.rpartition(" | ")
    return head.strip() if bar and len(site.split()) < len(head.split()) else title
