"""Copyright lines, disclaimers, terms of use."""

import re

from copydesk.cleaning.junk.rule import JunkRule, LinePattern, only, opening
from schemas.vocabulary import JunkFamily

RULES = (
    JunkRule(
        name="copyright_line",
        family=JunkFamily.LEGAL,
        # Anchored on the sign *and* a year, or on the sign at the start: copyright law is news, too.
        pattern=LinePattern(
            re.compile(
                r"""
                (?: .{0,60} (?:©|\(c\)|&copy;) \s* (?:copyright\s*)? (?:by\s*)? \d{4} .*
                  | © .*
                  | (?:all\s+)?contents?\s+copyright .*
                  | copyright \s* (?:©|\(c\)|\d{4}|by\b) .*
                )
                """,
                re.IGNORECASE | re.VERBOSE,
            ),
            needs=("©", "(c)", "copy"),
        ),
        drops=("Copyright © 2017 BBC. Read more.", "© 2009 The Moscow Times", "Copyright 2019 The Desk"),
        keeps=("Copyright talks resumed in Geneva in 2009.",),
    ),
    JunkRule(
        name="rights_reserved",
        family=JunkFamily.LEGAL,
        pattern=LinePattern(
            re.compile(r".{0,200}\ball rights reserved\b.{0,300}", re.IGNORECASE),
            needs=("all rights reserved",),
        ),
        drops=("BBC 2009. All rights reserved.",),
        keeps=("All rights were reserved for the state.",),
    ),
    JunkRule(
        name="legal_words",
        family=JunkFamily.LEGAL,
        pattern=only(
            "terms",
            "terms of use",
            "terms of service",
            "terms & conditions",
            "terms and conditions",
            "conditions of use",
            "privacy",
            "privacy policy",
            "privacy notice",
            "privacy & cookies",
            "cookies",
            "legal",
            "legal notice",
            "disclaimer",
            "copyright",
            "copyright notice",
            "imprint",
            "impressum",
            "reuse & permissions",
            "permissions",
            "advertise",
            "advertise with us",
            "site map",
            "sitemap",
            "contact us",
            "contact",
            "about us",
            "about",
            "careers",
            "accessibility",
            "user agreement",
            "code of ethics",
            "corrections",
            "feedback",
            "your california privacy rights",
            "ad choices",
            "help",
            "faq",
            "and",
            "of",
            "parental guidance",
        ),
        drops=("Terms Of Use Reuse & Permissions Advertise Privacy Site Map", "Privacy Policy"),
        keeps=("The terms of the deal are secret.",),
    ),
    JunkRule(
        name="external_sites",
        family=JunkFamily.LEGAL,
        pattern=LinePattern(
            re.compile(
                r"""
                .{1,60} \ (?:is|are)\ not\ (?:responsible|liable)\ for\ (?:the\ )?
                (?: contents?\ (?:of|on) | what\ (?:appears|is\ (?:shown|published|said))\ on )
                \ (?: external | other | third[- ]party | linked | outside ) \b .{0,40}
                \b (?: (?:web)?sites? | links? | pages? ) \b
                .{0,200}                                  # "Read more about our approach"
                """,
                re.IGNORECASE | re.VERBOSE,
            ),
            needs=("not responsible for", "not liable for"),
        ),
        drops=(
            "The BBC is not responsible for the content of external internet sites",
            "The Daily Desk is not responsible for what appears on other sites",
        ),
        keeps=("The ministry is not responsible for the content of the letter.",),
    ),
    JunkRule(
        name="republication_notice",
        family=JunkFamily.LEGAL,
        pattern=LinePattern(
            re.compile(
                r"""
                .{0,80} \b may\ not\ be \ (?: published | reproduced | broadcast | republished ) \b .{0,300}
                """,
                re.IGNORECASE | re.VERBOSE,
            ),
            needs=("may not be",),
        ),
        drops=("This material may not be published, broadcast, rewritten, or redistributed.",),
        keeps=("The report may not be complete.",),
    ),
    JunkRule(
        name="disclaimer",
        family=JunkFamily.LEGAL,
        pattern=opening(
            "the views expressed",
            "disclaimer:",
            "opinions expressed",
            "the opinions expressed",
            "use of this website",
            "use of this site",
            "by using this site",
            "this website uses",
            "registration on or use of",
            "reproduction in whole or",
        ),
        drops=(
            "The views expressed here are those of the author.",
            "Use of this site constitutes acceptance.",
        ),
        keeps=("The views over the bay are fine.",),
    ),
)
