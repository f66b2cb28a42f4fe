"""The tagger's cues and speakers in the parse: which word reports, and whose mention the speaker is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.quotes.attribute import Speaker
from copydesk.quotes.cues import Cue, find_cues
from copydesk.spans import Span
from copydesk.syntax import head_within, tokens_within

if TYPE_CHECKING:
    from copydesk.quotes.attribute import Speakers
    from copydesk.records import Sentence

_SIGNS = " \t\n\u00a0,.;:!?([–—-\"“”„«»‘’'`"


def cue_in(sentence: Sentence, span: Span) -> Cue | None:
    """The reporting word of a tagged cue, or else the main one of its words; None where it has no words."""
    positions = tokens_within(sentence, span)
    cues = [cue for cue in find_cues(sentence) if cue.position in positions]
    if cues:
        # In "was quoted as saying" both verbs report; the cue with all three words knows more.
        return max(cues, key=lambda cue: len(cue.words))
    head = head_within(sentence, span)
    if head is None or not sentence.tokens[head].text.isalpha():
        return None
    return Cue(sentence, head, tuple(positions), sentence.tokens[head].lemma.lower(), frozenset(), 1.0)


def speaker_in(sentence: Sentence, span: Span, speakers: Speakers) -> Speaker:
    """The speaker of a tagged phrase."""
    head = head_within(sentence, span)
    return Speaker(span, None, None) if head is None else speakers.speaker(sentence, head, span)


def without_signs(text: str, span: Span | None) -> Span | None:
    """A cue or speaker without the signs at its ends; None where nothing else is in it.

    >>> text = "Eva Lind, the mayor, said: ..."
    >>> [found.of(text) for span in (Span(0, 20), Span(21, 26)) if (found := without_signs(text, span))]
    ['Eva Lind, the mayor', 'said']
    """
    if span is None:
        return None
    written = span.of(text)
    core = written.strip(_SIGNS)
    if not core:
        return None
    start = span.start + written.index(core)
    # The full stop of an abbreviation is a part of it: "Berg Jr.", "the U.S.".
    behind = text[start + len(core) : start + len(core) + 1]
    is_abbreviation = behind == "." and span.end > start + len(core)
    return Span(start, start + len(core) + is_abbreviation)
