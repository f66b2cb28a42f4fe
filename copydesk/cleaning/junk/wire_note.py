"""Notes of a wire service to the desks: what an update adds or corrects."""

import re

from copydesk.cleaning.junk.rule import JunkRule, LinePattern
from schemas.vocabulary import JunkFamily

RULES = (
    JunkRule(
        name="wire_note",
        family=JunkFamily.OTHER,
        # In brackets on a line of its own, and no sentence: those end in a full stop within the brackets.
        pattern=LinePattern(
            re.compile(
                r"""
                \( \s*
                (?: adds | updates | recasts | corrects | clarifies | repeats | refiles | releads | rewrites
                  | changes | combines | deletes | removes | inserts | fixes | edits | new\s+throughout
                  | writes\s+through
                )
                \b [^()]{2,200} (?<! [.!?"”] ) \)
                """,
                re.IGNORECASE | re.VERBOSE,
            ),
            first_words=(
                "adds",
                "updates",
                "recasts",
                "corrects",
                "clarifies",
                "repeats",
                "refiles",
                "releads",
                "rewrites",
                "changes",
                "combines",
                "deletes",
                "removes",
                "inserts",
                "fixes",
                "edits",
                "new",
                "writes",
            ),
        ),
        drops=("(Adds quotes from both ministers)", "(Updates with reaction, paragraph 5)"),
        keeps=("(Updates on the talks are expected tomorrow.)", "(He adds quotes to his letters)"),
    ),
)
