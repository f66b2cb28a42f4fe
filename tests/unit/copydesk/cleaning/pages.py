"""Pages as scrapes have them: menus above, an article, other stories and a footer below."""

from __future__ import annotations

from copydesk.cleaning.page import clean_record
from copydesk.cleaning.segment import split_lines
from copydesk.records import Document, Metadata, Provenance, RawRecord
from schemas.vocabulary import MediaType

TITLE = "Cabinet to double ferries across the fjord"
BYLINE = "By Jane Roe"
DATE = "Posted at 9:30 GMT, Monday, 8 June 2009"
PARAGRAPHS = (
    "The cabinet approved a plan on Monday to double the number of ferries across the fjord, ending a year"
    " of talks between the government and the councils of the three islands.",
    "Officials said that the first of the new boats would sail before the summer was over. The others are"
    " to follow in the spring, when the harbour of the largest island has been dredged.",
    '"We have waited a long time for this," said John Doe, who leads the council of the outermost'
    ' island. "Our children should not have to leave home in order to go to school."',
    "The plan will cost about 40 million euros, according to the ministry of transport. The opposition"
    " said that the money would be missing from the repair of roads in the north of the country.",
    "Fishermen from the islands had asked for the change in a letter to the prime minister two years ago,"
    " after the winter storms had cut them off from the mainland for three weeks.",
    "Parliament is expected to vote on the budget in October. A spokesman for the ministry said that no"
    " further delay was likely.",
)
ABOVE = ("Skip to main content", "Home", "News", "Sport", "Weather", "Business", "Advertisement")
BELOW = (
    "Share this page",
    "Facebook",
    "Twitter",
    "Related stories",
    "Ten of the best bridges in the world",
    "Bakery on the market square changes hands again",
    "Winter swimmers meet for the last time",
    "Most read",
    "Sign up for our newsletter",
    "Terms of use",
    "Privacy policy",
    "Copyright © 2017 The Daily Desk. All rights reserved.",
)
HEAD = (TITLE, BYLINE, DATE)
BODY = "\n\n".join(PARAGRAPHS)


def page_of(*groups: tuple[str, ...], gap: str = "\n\n") -> str:
    """A page of these lines, by default with a blank line between any two."""
    return gap.join(line for group in groups for line in group)


PAGE = page_of(ABOVE, HEAD, PARAGRAPHS, BELOW)


def record_of(text: str, supplied: Metadata | None = None) -> RawRecord:
    """The record of a text file with this text."""
    provenance = Provenance("d", "a.txt", 0, "s", MediaType.TEXT)
    return RawRecord(provenance, text, split_lines(text), supplied or Metadata())


def cleaned(text: str, supplied: Metadata | None = None) -> Document:
    """The article of a page."""
    return clean_record(record_of(text, supplied))
