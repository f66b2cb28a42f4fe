"""The junk rules, one module a family. In `RULES` the first that matches a line names it."""

from copydesk.cleaning.junk import (
    advertising,
    author_box,
    browser,
    comments,
    contact,
    cookie,
    form,
    legal,
    navigation,
    player,
    read_more,
    related_link,
    separator,
    share_tools,
    subscribe,
    teaser,
    timestamp,
    widget,
    wire_note,
)
from copydesk.cleaning.junk.index import RuleIndex
from copydesk.cleaning.junk.lines import JoinedLines
from copydesk.cleaning.junk.rule import JunkRule

RULES: tuple[JunkRule, ...] = (
    *separator.RULES,
    *timestamp.RULES,
    *comments.RULES,
    *read_more.RULES,
    *related_link.RULES,
    *advertising.RULES,
    *browser.RULES,
    *navigation.RULES,
    *share_tools.RULES,
    *subscribe.RULES,
    *cookie.RULES,
    *contact.RULES,
    *legal.RULES,
    *form.RULES,
    *player.RULES,
    *widget.RULES,
    *author_box.RULES,
    *teaser.RULES,
    *wire_note.RULES,
)

_INDEX = RuleIndex(RULES)


def matching_rule(line: str) -> JunkRule | None:
    """The first rule that the line matches, if any.

    >>> rule = matching_rule("Comments (73)")
    >>> rule.name if rule else None
    'comments_heading'
    """
    return _INDEX.first_match(line)


def matching_rules(page: JoinedLines) -> list[JunkRule | None]:
    """For every line of a page the first rule that it matches, if any."""
    return _INDEX.first_matches(page)
