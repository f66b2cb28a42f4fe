"""Teasers that give themselves away; those known by what they repeat are in `repeats.py`."""

import re

from copydesk.cleaning.junk.rule import JunkRule, LinePattern
from schemas.vocabulary import JunkFamily

RULES = (
    JunkRule(
        name="cut_with_invitation",
        family=JunkFamily.TEASER,
        # A writer may end with an ellipsis, but puts no invitation to read on behind it.
        pattern=LinePattern(
            re.compile(
                r"""
                .{20,300} (?: \.\.\. | … | \[…\] | \[\.\.\.\] )
                \s* (?: read\ more | more | continue\ reading ) \W*
                """,
                re.IGNORECASE | re.VERBOSE,
            ),
            needs=("...", "…"),
        ),
        drops=("The envoy arrived in the capital on Tuesday to begin... Read more",),
        keeps=("The envoy arrived in the capital on Tuesday, and then...",),
    ),
)
