"""What the names of an element (class, id, role, itemprop) hint at: body, byline, share bar, comments."""

from __future__ import annotations

import re
from functools import lru_cache

from copydesk.line_markup import Hint

# Words of names in lower case. A name counts for every word in it: "article-share-bar" is a share bar.
_WORDS = {
    Hint.HEADLINE: "headline headlines hed title",
    Hint.SUBTITLE: "subtitle subhead subheading subheadline dek deck standfirst kicker lede summary teaser "
    "excerpt intro description",
    Hint.BYLINE: "byline bylines author authors writer contributor contributors reporter bio",
    Hint.TIME: "date dateline datetime time timestamp published pubdate updated dtstamp datepublished "
    "datemodified",
    Hint.CAPTION: "caption captions figcaption cutline credit photo image img gallery slideshow carousel "
    "video media figure lightbox",
    Hint.RELATED: "related recommended recommendations recommend readmore recirc recirculation more most "
    "trending popular latest similar outbrain taboola next previous prev also mostread suggested links "
    "relatedposts crosslink",
    Hint.SHARE: "share sharing shares social addthis sharedaddy facebook twitter whatsapp linkedin pinterest "
    "tools toolbar toolbox print sociable follow",
    Hint.COMMENT: "comment comments commentlist disqus respond reply replies discussion livefyre feedback "
    "commentary responses",
    Hint.NAVIGATION: "nav navigation navbar menu menus breadcrumb breadcrumbs crumbs topnav subnav masthead "
    "pagination pager paging skip search dropdown tabs toc",
    Hint.SIDEBAR: "sidebar rail aside widget widgets column module rightcol leftcol rightrail secondary "
    "complementary infobox factbox pullout",
    Hint.FOOTER: "footer copyright legal disclaimer foot colophon bottom contentinfo terms",
    Hint.PROMOTION: "ad ads advert advertisement advertising advertorial promo promos promotion sponsor "
    "sponsored sponsors banner dfp adslot shop deals partner commercial",
    Hint.SUBSCRIPTION: "newsletter newsletters subscribe subscription signup register login signin paywall "
    "donate donation membership cookie cookies consent gdpr popup modal overlay optin",
    Hint.TOPIC: "tag tags topic topics category categories section keywords label labels eyebrow metadata "
    "meta",
    Hint.QUOTE: "pullquote pull quote blockquote callout",
}  # fmt: skip
_HINT_OF = {word: hint.value for hint, words in _WORDS.items() for word in words.split()}
# Together these name the body: "entry-content", "story-body", "article__text".
_WHOLES = frozenset({"article", "story", "entry", "post", "news", "main", "page", "content"})
_CONTENTS = frozenset({"body", "content", "text", "copy", "paragraph", "paragraphs", "contents"})
_BODY_NAMES = frozenset({"articlebody", "storybody", "articletext", "storytext", "entrycontent", "postbody",
                         "articlecontent", "postcontent", "storycontent", "bodytext", "bodycopy",
                         "maincontent"})  # fmt: skip
# "has-sidebar" and "no-comments" are said of elements that are not what they name.
_SAID_OF_ANOTHER = frozenset({"has", "with", "without", "no", "not", "is", "js", "hide", "show", "type"})
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
# Names longer than this are generated or carry data.
MAX_NAMES_CHARACTERS = 400


@lru_cache(maxsize=4096)
def hints_of(names: str) -> int:
    """What the names of one element, separated by blanks, hint at, as the value of a Hint.

    >>> Hint(hints_of("article-body u-clear")), Hint(hints_of("storyShareBar")), Hint(hints_of("has-sidebar"))
    (<Hint.BODY: 1>, <Hint.SHARE: 128>, <Hint: 0>)
    """
    found = 0
    for name in names[:MAX_NAMES_CHARACTERS].split():
        found |= _hints_of_name(name)
    return found


def _hints_of_name(name: str) -> int:
    words = [word.lower() for word in _WORD.findall(name)]
    if not words or words[0] in _SAID_OF_ANOTHER:
        return 0
    whole_name = "".join(words)
    found = _HINT_OF.get(whole_name, 0)
    for word in words:
        found |= _HINT_OF.get(word, 0)
    is_body = whole_name in _BODY_NAMES or (
        words[-1] in _CONTENTS and any(word in _WHOLES for word in words[:-1])
    )
    return found | Hint.BODY.value if is_body else found
