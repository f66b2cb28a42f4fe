"""The comments below an article: headings, forms, notices."""

import re

from copydesk.cleaning.junk.rule import JunkRule, LinePattern, only, opening
from schemas.vocabulary import JunkFamily

RULES = (
    JunkRule(
        name="comments_heading",
        family=JunkFamily.COMMENTS,
        pattern=only(
            "comments",
            "comment",
            "no comments",
            "no comments yet",
            "post a comment",
            "post comment",
            "add comment",
            "add a comment",
            "add your comment",
            "add your comments",
            "leave a comment",
            "leave a reply",
            "reply",
            "replies",
            "view comments",
            "view all comments",
            "show comments",
            "read comments",
            "all comments",
            "your comments",
            "join the conversation",
            "join the discussion",
            "have your say",
            "reader comments",
            "readers' comments",
            "report abuse",
            "report this comment",
            "report",
            "flag",
            "responses",
            "recommend",
            "link",
            "newest",
            "oldest",
            "sort by",
            "best rated",
            "worst rated",
            "comments are closed",
            "comments closed",
            "discussion",
            "discuss",
            "post your comment",
            "conversation",
        ),
        drops=(
            "No comments:",
            "Comments (73)",
            "Recommend? (0) Responses (0) Report | Link",
            "Leave a Reply",
        ),
        keeps=("The minister made no comment.", "Comments by Ivanov cheered the markets."),
    ),
    JunkRule(
        name="comments_notice",
        family=JunkFamily.COMMENTS,
        pattern=opening(
            "the comments below",
            "comments have been",
            "comments are",
            "please enable javascript to view the comments",
            "you must log in to post",
            "you must be logged in to post",
            "the views expressed in the contents above",
            "your email address will not be published",
            "comments on this story",
            "be the first to comment",
            "have you got something to say",
            "what do you think?",
            "view comments",
        ),
        drops=(
            "The comments below have not been moderated.",
            "Please enable JavaScript to view the comments powered by Disqus.",
        ),
        keeps=("The commentary below the cartoon was removed.",),
    ),
    JunkRule(
        name="comment_header",
        family=JunkFamily.COMMENTS,
        # A commenter's line has nothing after it; a speaker's colon is followed by what was said. Whom an
        # article calls "a spokesman" or "Mr Roe" is no commenter.
        pattern=LinePattern(
            re.compile(
                r"""
                (?! (?: an? | the | his | her | its | their | our | my | one | another | some | this
                  | in | on | as | and | but | so | then | later | he | she | it | they | who | we
                  | mr | mrs | ms | miss | sir | lord | lady | president | minister | senator ) \b )
                (?: [\w.'()\ -]{1,40}
                    (?: \ on\ \w{3,9}\ \d{1,2},\ \d{4} (?: ,?\ at )? \ \d{1,2}:\d{2}\ ?[ap]m )?
                    \ (?: says | wrote | writes | said ) \s? (?:\.\.\.|…)? \s? :
                # Blogs have an ellipsis for the colon.
                  | (?-i: [A-Z][\w.-]* (?:\ [A-Z][\w.-]*){0,2} ) \ said (?:\.\.\.|…)
                )
                """,
                re.IGNORECASE | re.VERBOSE,
            ),
            endings=(":", "...", "…"),
            may_end_sentence=False,
        ),
        drops=(
            "kanu sukha says:",
            "Anonymous said:",
            "Anonymous said...",
            "ferryman (Oslo) on May 4, 2009 at 11:03 am said:",
        ),
        keeps=(
            "The minister says: no more talks.",
            "Then she said...",
            "A spokesman for the ferry company said:",
            "Mr Roe wrote:",
        ),
    ),
    JunkRule(
        name="comment_signature",
        family=JunkFamily.COMMENTS,
        pattern=LinePattern(
            re.compile(
                r"""
                [-–—]\ [^\d\n]{2,80}                            # name and place
                \d{1,2} [/.-] \d{1,2} [/.-] \d{2,4}             # date
                (?: ,?\ \d{1,2}:\d{2} .{0,10} )?                # time
                """,
                re.VERBOSE,
            ),
            starts=("- ", "– ", "— "),
        ),
        drops=("- Jo, Upper Town, 16/1/2012 16:19",),
        keeps=("- the ministers will meet again on 16/1/2012, in Geneva.",),
    ),
    JunkRule(
        name="comment_count",
        family=JunkFamily.COMMENTS,
        pattern=LinePattern(
            re.compile(r"\W*\d+\s+(?:comments?|responses?|replies|reactions?)\b\W*", re.IGNORECASE),
            first_words=("comment", "comments", "response", "responses", "replies", "reaction", "reactions"),
        ),
        drops=("73 comments", "1 Response »"),
        keeps=("73 comments were sent to the ministry.",),
    ),
)
