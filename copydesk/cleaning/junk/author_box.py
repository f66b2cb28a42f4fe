"""What is said about the author below an article."""

import re

from copydesk.cleaning.junk.rule import JunkRule, LinePattern, only, opening
from schemas.vocabulary import JunkFamily

RULES = (
    JunkRule(
        name="author_words",
        family=JunkFamily.AUTHOR_BOX,
        pattern=only(
            "about the author",
            "about the authors",
            "about the writer",
            "author",
            "authors",
            "contributors",
            "more by this author",
            "more from this author",
            "view all posts",
            "author archive",
            "written by",
            "view profile",
            "full bio",
            "bio",
            "see full bio",
            "staff reporter",
            "staff writer",
            "posts by this author",
            "author profile",
        ),
        drops=("About the Author", "Full Bio"),
        keeps=("The authors agree.",),
    ),
    JunkRule(
        name="author_notice",
        family=JunkFamily.AUTHOR_BOX,
        pattern=opening("view all posts by", "follow the author", "more by", "read more by", "all posts by"),
        drops=("View all posts by Jane Roe", "More by Jane Roe"),
        keeps=("Morels by the river were found.",),
    ),
    JunkRule(
        name="writer_is",
        family=JunkFamily.AUTHOR_BOX,
        pattern=LinePattern(
            re.compile(
                r"""
                (?: The\ (?:writer|author)\ is\ an?
                  | [A-Z][\w.'-]+\ [A-Z][\w.'-]+\ is\ (?:a|the)\ (?:\w+\ ){0,3}     # Jane Roe is a
                    (?: columnist | staff\ writer | freelance\ (?:writer|journalist) )
                )
                \ .{0,200}
                """,
                re.VERBOSE,
            ),
            needs=(" is ",),
        ),
        drops=("The writer is a fellow of the college.", "Jane Roe is a staff writer at the Daily Desk."),
        keeps=("The writer was arrested on Monday.", "Jane Roe is a minister in the cabinet."),
    ),
)
