"""Addresses: of the desk, of the web, of e-mail."""

import re

from copydesk.cleaning.junk.rule import JunkRule, LinePattern, only, opening
from schemas.vocabulary import JunkFamily

RULES = (
    JunkRule(
        name="contact_words",
        family=JunkFamily.CONTACT,
        pattern=only(
            "contact",
            "contact us",
            "contact the editor",
            "contact information",
            "for more information",
            "about",
            "about us",
            "about bbc news",
            "help",
            "feedback",
            "send feedback",
            "customer service",
            "write to us",
            "letters to the editor",
            "news tips",
            "submit a tip",
            "work for us",
            "careers",
            "press office",
            "staff",
            "meet the team",
            "more information",
        ),
        drops=("Contact us", "About BBC News | Help"),
        keeps=("Contact was lost with the plane.",),
    ),
    JunkRule(
        name="bare_address",
        family=JunkFamily.CONTACT,
        is_certain=False,
        pattern=LinePattern(
            re.compile(
                r"""
                (?: [\w\ ,]{1,40} :\s* )?                # "Short link for this page:"
                (?: https?://\S+ | www\.\S+              # of the web
                  | [\w.+-]{1,60} @ [\w.-]{1,60}         # of e-mail
                  | @\w{2,30}                            # of an account
                )
                """,
                re.VERBOSE,
            ),
            needs=("://", "www.", "@"),
        ),
        drops=(
            "http://example.org/p/344q8",
            "Short link for this page: http://example.org/p/1",
            "desk@example.org",
        ),
        keeps=("Write to desk@example.org, the minister urged.",),
    ),
    JunkRule(
        name="contact_pointer",
        family=JunkFamily.CONTACT,
        pattern=opening(
            "if you need help using",
            "letters for publication",
            "contact us at",
            "contact the",
            "email us at",
            "do you have a story",
            "do you have any information",
            "have a news tip",
            "have a story",
            "got a story",
            "got a tip",
            "e-mail us",
            "write to the",
        ),
        drops=("If you need help using the site: userhelp@example.org", "Contact us at the desk"),
        keeps=("Contact between the sides was rare.",),
    ),
)
