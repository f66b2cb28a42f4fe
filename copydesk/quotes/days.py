"""The day something was said, where the sentence gives it: "said on Friday", "in a statement Thursday"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk.quotes.cues import Way
from copydesk.syntax import ancestors, children_with, head_within

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from copydesk.quotes.attribute import Speakers
    from copydesk.quotes.cues import Cue
    from copydesk.records import Mention, Sentence
    from copydesk.spans import Span

# "ahead of the meeting on Monday": the day of the meeting, not that of the saying.
_SHIFTING = frozenset({"ahead", "before", "after", "until", "since", "for", "about"})
# A day in a part of the sentence that is about something else: "Orlov, who resigned on Monday, said".
_OF_SOMETHING_ELSE = frozenset({"nsubj", "nsubjpass", "relcl", "acl", "advcl", "conj", "dobj", "dative"})
# What makes a statement public is the saying of it: "in a statement released on Monday".
_MAKING_PUBLIC = frozenset({"air", "broadcast", "issue", "post", "publish", "release"})
# "Spoke on Friday, saying ...", "held a briefing on Friday to announce ...".
_WITH_SHARED_TIME = frozenset({"advcl", "xcomp"})
_NON_FINITE = frozenset({"VBG", "VB"})
# Before a noun a day is that noun's: "said Friday prayers would go on"; as a subject it is spoken of.
_NO_TIME_OF_VERB = frozenset({"compound", "poss", "nmod", "amod", "nsubj", "nsubjpass"})
_QUOTED_BEFORE = re.compile(r"[\"“‘«]")
_QUOTED_BEHIND = re.compile(r"[.,]?[\"”’»](?!s\b)")
# "OSLO, Oct. 7 (Reuters) -- ": the day of the report.
_DATELINE_END = re.compile(r"\s*(?:\([^()\n]{1,30}\)\s*)?(?:--|[-–—―])\s")


def day_of_saying(cue: Cue, taken: Sequence[Span], speakers: Speakers) -> date | None:
    """The day beside a cue, as in "said on Friday"; None where there is none, or more than one.

    Args:
        cue: The reporting word.
        taken: The spans of what was said and who said it, in which a day is no day of the saying.
        speakers: The mentions of the article, its dates among them.
    """
    days = {
        mention.resolved_date
        for mention in speakers.dates(cue.sentence)
        if not _is_in_name_or_dateline(speakers.text, mention) and _dates(cue, mention, taken)
    }
    if speakers.published_on is not None:
        # Nothing is reported before it is said: such a day was read wrongly.
        days = {day for day in days if day is not None and day <= speakers.published_on}
    return days.pop() if len(days) == 1 else None


def _is_in_name_or_dateline(text: str, mention: Mention) -> bool:
    start, end = mention.span.start, mention.span.end
    is_quoted = _QUOTED_BEFORE.match(text, max(start - 1, 0)) or _QUOTED_BEHIND.match(text, end)
    return is_quoted is not None or _DATELINE_END.match(text, end) is not None


def _dates(cue: Cue, mention: Mention, taken: Sequence[Span]) -> bool:
    """Whether a day is that of the cue."""
    head = head_within(cue.sentence, mention.span)
    # In "according to a statement on Monday" the whole phrase is the speaker.
    is_taken = any(span.overlaps(mention.span) for span in taken) and Way.ACCORDING not in cue.ways
    if head is None or is_taken or children_with(cue.sentence, head, {"conj"}):
        return False
    if _stands_behind(cue, mention, head):
        return True
    return any(_belongs_to(cue.sentence, verb, head) for verb in _verbs(cue))


def _stands_behind(cue: Cue, mention: Mention, head: int) -> bool:
    """Whether a day comes right after the verb: in "said Friday the bridge was safe" parsers miss it."""
    token = cue.sentence.tokens[head]
    behind = mention.span.start - cue.token.end
    is_spoken_of = token.dep in _NO_TIME_OF_VERB and token.head != cue.position
    return behind == 1 and not is_spoken_of and not children_with(cue.sentence, head, {"case"})


def _verbs(cue: Cue) -> Iterator[int]:
    """The cue, and the verb of which it tells a side: "spoke on Friday, saying"."""
    yield cue.position
    token = cue.token
    if token.dep in _WITH_SHARED_TIME and token.tag in _NON_FINITE:
        yield token.head


def _belongs_to(sentence: Sentence, verb: int, head: int) -> bool:
    above = list(ancestors(sentence, head))
    if verb not in above:
        return False
    between = [head, *above[: above.index(verb)]]
    return not any(_is_about_something_else(sentence, position) for position in between)


def _is_about_something_else(sentence: Sentence, position: int) -> bool:
    token = sentence.tokens[position]
    if token.lemma in _SHIFTING:
        return True
    return token.dep in _OF_SOMETHING_ELSE and not (token.dep == "acl" and token.lemma in _MAKING_PUBLIC)
