"""Teasers that give themselves away; those known by what they repeat are in `repeats.py`."""

import re

from copydesk.cleaning.junk.rule import JunkRule
from schemas.vocabulary import JunkFamily

RULES = (
    JunkRule(
        name="cut_inside_word",
        family=JunkFamily.TEASER,
        # Sites cut teasers at a number of characters; a writer's ellipsis follows a whole word and no read-more.
        pattern=re.compile(r".{20,300}(?:\.\.\.|…|\[…\]|\[\.\.\.\])\s*(?:read more|more|continue reading)\W*", re.IGNORECASE),
        drops=("The envoy arrived in the capital on Tuesday to begin... Read more",),
        keeps=("The envoy arrived in the capital on Tuesday, and then...",),
    ),
)
