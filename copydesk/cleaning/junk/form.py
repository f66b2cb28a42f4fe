"""Labels of forms and choosers."""

from copydesk.cleaning.junk.rule import JunkRule, only
from schemas.vocabulary import JunkFamily

RULES = (
    JunkRule(
        name="form_words",
        family=JunkFamily.FORM,
        pattern=only(
            "search for", "search", "go", "submit", "reset", "cancel", "close", "close menu", "open menu", "ok", "yes",
            "enter keywords", "enter keyword", "enter search term", "search this site", "search the site", "search site",
            "keyword", "keywords", "select", "choose", "filter", "from", "to", "your name", "your email",
            "your email address", "name", "email", "e-mail", "email address", "message", "subject", "required", "optional",
            "city", "country", "zip", "zip code", "postcode", "phone", "loading", "please wait", "edit", "delete",
            "vote", "view results", "poll", "quick search", "advanced search", "set as homepage", "your", "address",
            "required fields", "error", "captcha", "upload", "download", "favourites", "favorites", "settings",
        ),
        drops=("Search for:", "Your name (required)", "To:", "Submit"),
        keeps=("Search teams found two survivors.",),
    ),
)
