"""Menus, breadcrumbs and the names of sections."""

import re

from copydesk.cleaning.junk.rule import JunkRule, only, opening
from schemas.vocabulary import JunkFamily

RULES = (
    JunkRule(
        name="menu_words",
        family=JunkFamily.NAVIGATION,
        pattern=only(
            "home", "homepage", "home page", "menu", "main menu", "search", "sections", "section", "navigation",
            "site map", "sitemap", "site index", "a-z", "a-z index", "news", "latest news", "breaking news",
            "top stories", "top news", "headlines", "world", "world news", "uk", "us", "u.s.", "politics", "business",
            "money", "economy", "markets", "sport", "sports", "football", "cricket", "tech", "technology", "science",
            "sci-tech", "health", "education", "environment", "travel", "weather", "entertainment", "arts", "culture",
            "music", "film", "movies", "tv", "tv guide", "tv & radio", "books", "lifestyle", "life", "life & style",
            "style", "fashion", "food", "opinion", "comment", "editorial", "letters", "blogs", "blog", "columnists",
            "video", "videos", "photos", "pictures", "galleries", "gallery", "multimedia", "audio", "podcasts",
            "archive", "archives", "local", "national", "international", "regional", "features", "special reports",
            "magazine", "obituaries", "crime", "law", "media", "classifieds", "property", "real estate", "cars",
            "motoring", "jobs", "dating", "games", "crosswords", "in pictures", "live", "exclusive", "popular",
            "trending", "latest", "more", "view all", "see all", "show all", "all", "next", "previous", "prev", "back",
            "older post", "newer post", "older posts", "newer posts", "older", "newer", "page", "of", "and",
            "americas", "africa", "asia", "asia pacific", "asia-pacific", "south asia", "europe", "middle east",
            "latin america", "last 24 hours", "tags", "topics", "categories", "editions", "edition", "article content",
            "main content", "about us", "about", "help", "top", "back to top", "return to top",
        ),
        drops=("Home", "Breaking News", "News Sport Film Video", "Americas Africa Europe Middle East South Asia"),
        keeps=("The news from Europe was good.", "Working together"),
    ),
    JunkRule(
        name="navigation_heading",
        family=JunkFamily.NAVIGATION,
        pattern=re.compile(r"(?:[\w.&-]+ ){0,3}(?:navigation|navigation menu|site links|site map)", re.IGNORECASE),
        drops=("BBC navigation", "Main navigation"),
        keeps=("Satellite navigation failed over the Baltic on Monday.",),
    ),
    JunkRule(
        name="jump_link",
        family=JunkFamily.NAVIGATION,
        pattern=opening("skip to", "jump to", "skip navigation", "go to main content", "you are here", "you are in"),
        drops=("Skip to main content", "You are here: Home > News"),
        keeps=("Ministers who skip the vote will be fined.",),
    ),
    JunkRule(
        name="breadcrumb",
        family=JunkFamily.NAVIGATION,
        # Two arrows at least: one alone also stands for "greater than" in a sentence.
        pattern=re.compile(r"[^>»›]{1,60}(?:[>»›]+[^>»›]{1,60}){2,}"),
        drops=("Home. > News By Specialty > Cardiovascular > Arrhythmias",),
        keeps=("Temperatures > 40 degrees were measured.",),
    ),
    JunkRule(
        name="piped_menu",
        family=JunkFamily.NAVIGATION,
        pattern=re.compile(r"\|?(?:[^|.]{1,40}\|){2,}[^|.]{0,40}"),
        drops=("Home | Set as homepage | Add to favorites | Archive",),
        keeps=("Britain can build a Europe outside the euro | Phillip Blond",),
    ),
)
