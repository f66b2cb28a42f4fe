"""Dates and times of publication and update that stand on lines of their own."""

import re
from itertools import product

from copydesk.cleaning.calendar_words import MONTH, WEEKDAY
from copydesk.cleaning.junk.rule import JunkRule, LinePattern, opening
from copydesk.lexicons import lexicon
from schemas.vocabulary import JunkFamily

_ZONE = r"(?:gmt|utc|bst|ist|jst|[aecmpw][esd]?[sd]?t)"
# The words that `date_line` may begin with, numbers aside; "" where it has no word at all.
_DATE_WORDS = (
    *(word for language in lexicon("calendar").values() for words in language.values() for word in words),
    *("gmt", "utc", "bst", "ist", "jst"),
    *("".join(letters) + "t" for letters in product("aecmpw", ("", *"esd"), ("", *"sd"))),
    *("page", "first", "last", "originally", "update", "updated", "published", "posted", "modified"),
    *("created", "added", "filed", "date", "time", "at", "on", "of", "and", "from", "by", "the", "as"),
    *("de", "del", "den", "le", "vom", "uhr", "noon", "midnight", "a", "am", "p", "pm"),
    *("hr", "hrs", "hour", "hours", "h", "min", "mins", "minute", "minutes", "day", "days", "week", "weeks"),
    *("month", "months", "year", "years", "ago", "today", "yesterday", "read"),
    *("st", "nd", "rd", "th", "er", "z", "t", ""),
)

RULES = (
    JunkRule(
        name="date_line",
        family=JunkFamily.TIMESTAMP,
        is_certain=False,
        # Nothing but the parts of a date and words that introduce one; a number must be among them.
        pattern=LinePattern(
            re.compile(
                rf"""
                (?= [^\d\n]*+\d ) [\W_]*+
                (?> (?> {MONTH} | {WEEKDAY}
                      | page | first | last | originally | updated? | published | posted | modified
                      | created | added | filed | date | time | at | on | of | and | from | by | the | as
                      | de | del | den | le | vom | uhr
                      | noon | midnight | a\.?m\.? | p\.?m\.? | {_ZONE}
                      | hrs? | hours? | h | min(?:ute)?s? | days? | weeks? | months? | years?
                      | ago | today | yesterday | read
                      | \d{{1,4}} (?:st|nd|rd|th|er|z)? | t(?=\d)
                    )
                    (?![^\W\d_]) [\W_]*+
                  | \d{{1,2}}(?=[ap]m\b)
                  | \d++(?=[tz]\b|t\d)
                )++
                """,
                re.IGNORECASE | re.VERBOSE,
            ),
            first_words=_DATE_WORDS,
        ),
        drops=(
            "Page last updated at 15:04 GMT, Sunday, 8 February 2009",
            "Tuesday, March 18, 2008",
            "Samstag, 7. März 2009",
            "le 1er août 2009",
            "sábado, 7 de marzo de 2009",
            "17/01/2012 02:43:00",
            "Posted May 24, 2026 10:05 am",
            "14 hours ago",
            "2 min read",
        ),
        keeps=("March on Washington", "In May 2009 talks resumed.", "May Day"),
    ),
    JunkRule(
        name="publication_note",
        family=JunkFamily.TIMESTAMP,
        pattern=opening(
            "this article was published",
            "this article was first published",
            "this article was originally",
            "this story was published",
            "this story was first published",
            "this article appeared in",
            "this entry was posted",
            "this post was published",
            "a version of this article appeared",
        ),
        drops=("This article was published on example.org at 18.29 GMT on Wednesday 14 December 2011.",),
        keeps=("This article of the treaty was published last.",),
    ),
    JunkRule(
        name="date_line_with_lead",
        family=JunkFamily.TIMESTAMP,
        is_certain=False,
        pattern=LinePattern(
            re.compile(
                rf"""
                (?: page\s+ )? (?: last\s+ | first\s+ )? (?: updated | published | posted | modified )
                [:,\s]+ (?: (?: on | at ) [:,\s]+ )? (?: {WEEKDAY} [,\s]+ )?
                (?: \d | {MONTH} \.? \s+ \d ) .{{0,60}} (?<!\.)
                """,
                re.IGNORECASE | re.VERBOSE,
            ),
            first_words=("page", "last", "first", "updated", "published", "posted", "modified"),
        ),
        drops=("Last updated: 8 February 2009 by the desk", "Published on November 20, 2025 in World"),
        keeps=("Updated rules were sent to 27 states of the European Union, officials said in Brussels.",),
    ),
)
