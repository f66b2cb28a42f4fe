"""Advertisements and what marks them."""

from copydesk.cleaning.junk.rule import JunkRule, only, opening
from schemas.vocabulary import JunkFamily

RULES = (
    JunkRule(
        name="advertisement_mark",
        family=JunkFamily.ADVERTISING,
        pattern=only(
            "advertisement", "advertisements", "advertising", "advert", "ad", "ads", "ads by google", "sponsored",
            "sponsored by", "sponsored feature", "sponsored content", "sponsored links", "sponsor", "promoted",
            "promotion", "paid content", "partner content", "skip advertisement", "ad choices", "adchoices",
            "scroll to continue", "below", "continues", "story", "article", "browse all jobs", "special offers",
            "shop now", "buy now", "compare prices", "add to cart", "find a job", "find a property",
        ),
        drops=("Advertisement", "ADVERTISEMENT - story continues below", "Sponsored feature"),
        keeps=("The advertisement was withdrawn.",),
    ),
    JunkRule(
        name="affiliate_notice",
        family=JunkFamily.ADVERTISING,
        pattern=opening("we independently evaluate", "we may earn a commission", "this post may contain affiliate",
                        "when you buy through", "if you buy something through", "advertisement:"),
        drops=("When you buy through links on our site, we may earn a commission.",),
        keeps=("We independently came to the same conclusion, Ivanov said.",),
    ),
)
