"""Notices about browsers, scripts and accessibility."""

import re

from copydesk.cleaning.junk.rule import JunkRule, LinePattern, only
from schemas.vocabulary import JunkFamily

RULES = (
    JunkRule(
        name="accessibility_links",
        family=JunkFamily.BROWSER,
        pattern=only(
            "accessibility",
            "accessibility links",
            "accessibility help",
            "accessibility statement",
            "text only",
            "low graphics",
            "low graphics version",
            "mobile site",
            "full site",
            "desktop version",
            "mobile version",
            "view full site",
            "text-only version",
        ),
        drops=("Accessibility links", "Low graphics | Accessibility help"),
        keeps=("Accessibility is a right, the court ruled.",),
    ),
    JunkRule(
        name="browser_notice",
        family=JunkFamily.BROWSER,
        pattern=LinePattern(
            re.compile(
                r"""
                (?: this\s+(?:page|site|website)\s+is\s+best\s+viewed
                  | for\s+the\s+best\s+view\s+of\s+this\s+(?:page|site)
                  | (?:please\s+)?(?:turn\s+on|enable|activate)\s+java\s?script
                  | (?:your|this)\s+browser\s+(?:does\s+not|doesn't|is\s+not|isn't|may\s+not|will\s+not)
                  | you(?:\s+are|'re)\s+(?:using|viewing)\s+(?:an\s+(?:old|outdated|unsupported)|a\s+version)
                  | you\s+need\s+(?:to\s+have\s+)?(?:java\s?script|flash|the\s+flash|adobe)
                  | java\s?script\s+(?:is|must\s+be|appears\s+to\s+be|seems\s+to\s+be)\b
                  | (?:please\s+)?(?:upgrade|update)\s+your\s+browser
                  | to\s+(?:use|view|see|play|watch)\s+this\b.{0,40}\b(?:java\s?script|flash|browser)
                ) .*
                """,
                re.IGNORECASE | re.VERBOSE,
            ),
            first_words=(
                "this",
                "for",
                "please",
                "turn",
                "enable",
                "activate",
                "java",
                "javascript",
                "your",
                "you",
                "upgrade",
                "update",
                "to",
            ),
        ),
        drops=(
            "This page is best viewed in an up-to-date web browser with style sheets (CSS) enabled.",
            "Please turn on JavaScript. Media requires JavaScript to play.",
            "Your browser does not support the audio element.",
        ),
        keeps=("This page of history is best viewed from afar.",),
    ),
)
