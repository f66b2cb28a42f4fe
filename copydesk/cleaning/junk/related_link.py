"""Headings over lists of other stories."""

from copydesk.cleaning.junk.rule import JunkRule, only, opening
from schemas.vocabulary import JunkFamily

RULES = (
    JunkRule(
        name="related_heading",
        family=JunkFamily.RELATED_LINK,
        pattern=only(
            "related", "related stories", "related articles", "related content", "related links", "related topics",
            "related news", "related coverage", "related posts", "related video", "related videos", "see also",
            "more on this story", "more on this topic", "on this story", "more stories", "more news", "more from",
            "most read", "most popular", "most viewed", "most shared", "most emailed", "most e-mailed",
            "most commented", "most recent", "most watched", "editor's picks", "editors' picks", "editor's choice",
            "editors' choice", "don't miss", "you may also like", "you might also like", "you may like",
            "you might like", "recommended", "recommended for you", "recommended stories", "recommended reading",
            "also on", "also in the news", "also in news", "elsewhere on the web", "elsewhere on bbc news",
            "from around the web", "around the web", "from the web", "promoted stories", "what to read next",
            "in detail", "other stories", "other news", "other top stories", "top stories", "latest stories",
            "latest headlines", "in today's paper", "popular stories", "popular now", "trending now", "features & analysis",
            "features and analysis", "features, views, analysis", "up next", "read next", "next story", "previous story",
            "next article", "previous article", "related internet links", "today's top stories", "in case you missed it",
            "more in this section", "in this section", "today's headlines", "more headlines", "this week's top stories",
        ),
        drops=("Related Stories", "MOST READ IN DETAIL", "DON'T MISS", "Most Popular:"),
        keeps=("The related stories of two families", "He was the most popular leader since the war."),
    ),
    JunkRule(
        name="related_pointer",
        family=JunkFamily.RELATED_LINK,
        pattern=opening("related:", "related stories:", "see also:", "also read:", "read also:", "don't miss:", "watch:"),
        drops=("Related: The 15 Weirdest Galaxies in Our Universe", "SEE ALSO: How to fold a map"),
        keeps=("Related crimes fell as well.",),
    ),
)
