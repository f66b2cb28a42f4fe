"""Buttons for sharing, printing and text size."""

from copydesk.cleaning.junk.rule import JunkRule, only, opening
from schemas.vocabulary import JunkFamily

RULES = (
    JunkRule(
        name="share_words",
        family=JunkFamily.SHARE_TOOLS,
        pattern=only(
            "share", "share this", "share this page", "share this article", "share this story", "share article",
            "share story", "share on", "share via", "share with", "shares", "tweet", "tweets", "tweet this", "retweet",
            "like", "likes", "like this", "like us on", "facebook", "twitter", "x", "instagram", "youtube", "linkedin",
            "pinterest", "pin it", "whatsapp", "telegram", "reddit", "digg", "digg this", "delicious", "del.icio.us",
            "stumbleupon", "stumble", "tumblr", "google", "google+", "google plus", "myspace", "newsvine", "kwoff",
            "buzz up", "fark", "flipboard", "mixx", "messenger", "bookmark", "buffer", "email", "e-mail",
            "email this", "email article", "e-mail this", "email to a friend", "e-mail to a friend", "email a friend",
            "send to a friend", "send", "print", "print this", "print article", "print page", "print sponsor",
            "printable version", "printer friendly", "printer-friendly version", "printer friendly version", "pdf",
            "text size", "font size", "increase text size", "decrease text size", "increase font size",
            "decrease font size", "larger", "smaller", "reprints", "save", "save this", "save article", "copy link",
            "link", "permalink", "rss", "rss feed", "rss feeds", "feed", "follow", "follow us", "follow us on",
            "add to", "add this", "clip", "recommend", "recommend this", "share by email", "share close", "on",
            "via", "this", "to", "and", "more", "text", "a", "with", "us", "comments", "comment", "article",
        ),
        drops=(
            "Share this page",
            "Delicious Digg Facebook reddit StumbleUpon Twitter Email Print",
            "Print Sponsor",
            "Print article Email article",
        ),
        keeps=("Shares in Facebook fell on Monday.", "Twitter said no."),
    ),
    JunkRule(
        name="share_pointer",
        family=JunkFamily.SHARE_TOOLS,
        pattern=opening("share this story:", "share this story :", "share this article:", "add to digg", "what are these?",
                        "follow us on", "follow him on twitter", "follow her on twitter", "like us on facebook",
                        "follow me on", "find us on"),
        drops=("Add to Digg Add to Facebook What are these?", "Follow us on Twitter @desk"),
        keeps=("They follow her on her tours.",),
    ),
)
