"""Cookie and consent notices."""

import re

from copydesk.cleaning.junk.rule import JunkRule, LinePattern, only
from schemas.vocabulary import JunkFamily

RULES = (
    JunkRule(
        name="consent_words",
        family=JunkFamily.COOKIE,
        pattern=only(
            "cookies",
            "cookie policy",
            "cookie settings",
            "cookie preferences",
            "manage cookies",
            "accept all",
            "accept cookies",
            "accept",
            "reject all",
            "i agree",
            "got it",
            "manage consent",
            "consent",
            "your privacy choices",
            "do not sell my personal information",
            "privacy settings",
        ),
        drops=("Cookie Settings Accept All", "I agree"),
        keeps=("Cookies were sold at the fair.",),
    ),
    JunkRule(
        name="cookie_notice",
        family=JunkFamily.COOKIE,
        pattern=LinePattern(
            re.compile(
                r"""
                (?: (?:this|our)\s+(?:web)?site\s+uses\s+cookies
                  | we(?:\s+and\s+our\s+partners)?\s+use\s+cookies
                  | we\s+have\s+updated\s+our\s+(?:privacy|cookie)
                  | by\s+(?:continuing\s+to\s+(?:use|browse)|using\s+(?:this|our)\s+site|clicking)
                  | cookies\s+(?:help\s+us|on\s+the\s+\w+\s+website)
                ) .*
                """,
                re.IGNORECASE | re.VERBOSE,
            ),
            first_words=("this", "our", "we", "by", "cookies"),
        ),
        drops=("This site uses cookies. By continuing, your consent is assumed. Learn more",),
        keeps=("We use cooking oil, he said.",),
    ),
)
