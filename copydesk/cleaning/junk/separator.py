"""Lines without a word: rules, bullets, page numbers."""

import re

from copydesk.cleaning.junk.rule import JunkRule, LinePattern
from schemas.vocabulary import JunkFamily

RULES = (
    JunkRule(
        name="no_letters",
        family=JunkFamily.SEPARATOR,
        is_certain=False,
        pattern=LinePattern(re.compile(r"[\W\d_]+"), first_words=("",)),
        drops=("* * *", "1 2 3", "1 / 5", "-----"),
        keeps=("1 in 5",),
    ),
    JunkRule(
        name="stray_letters",
        family=JunkFamily.SEPARATOR,
        pattern=LinePattern(re.compile(r"[^\w\"“‘'.]*[^\W\d_]{1,2}[^\w.!?\"”’']*"), may_end_sentence=False),
        drops=("Â", "x", "aA"),
        keeps=("No.",),
    ),
)
