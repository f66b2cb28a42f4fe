"""Invitations to go on reading, here or elsewhere."""

from copydesk.cleaning.junk.rule import JunkRule, only, opening
from schemas.vocabulary import JunkFamily

RULES = (
    JunkRule(
        name="read_more",
        family=JunkFamily.READ_MORE,
        pattern=only(
            "read more", "read more here", "continue reading", "continue reading the main story",
            "continue reading below", "read full story", "read the full story", "read full article",
            "read the full article", "full story", "full article", "full report", "read on", "learn more", "more info",
            "more details", "find out more", "view more", "show more", "see more", "load more", "expand", "collapse",
            "story continues below", "article continues below", "story continues below advertisement",
            "continued below", "view full size", "click to enlarge", "enlarge", "enlarge image", "view gallery",
            "click here", "more »", "this story",
        ),
        drops=("READ MORE", "Continue reading the main story", "Read more..."),
        keeps=("Pupils should read more, the minister said.",),
    ),
    JunkRule(
        name="read_more_pointer",
        family=JunkFamily.READ_MORE,
        pattern=opening("read more:", "read more on", "read more about", "click here to", "click here for",
                        "read the rest", "read more at"),
        drops=("READ MORE: Five charts on the budget", "Click here to see the pictures", "Read the rest here."),
        keeps=("Readers of more than one paper were asked.",),
    ),
)
