"""What a run or a command says of its own footing before anybody wonders about the rows."""

from __future__ import annotations

from copydesk.entities import name_tagger
from copydesk.quotes import reading


def missing_tagger() -> str | None:
    """What to say, once a run, where the taggers' files are not; None where they are."""
    if not reading.encoder_is_available():
        return f"no quote tagger in {reading.MODELS}: quotes and names are found by rules, fewer of them"
    if not name_tagger.name_tagger_is_available():
        return f"no name tagger in {name_tagger.MODELS}: names are those of the language model, fewer right"
    return None
