"""What a run or a command says of its own footing before anybody wonders about the rows."""

from __future__ import annotations

from copydesk.quotes import reading


def missing_tagger() -> str | None:
    """What to say, once a run, where the quote tagger's files are not; None where they are."""
    if reading.encoder_is_available():
        return None
    return f"no quote tagger in {reading.MODELS}: quotes are found by rules, fewer of them"
