"""What names of elements hint at."""

from __future__ import annotations

import pytest

from copydesk.line_markup import Hint
from copydesk.readers.hints import hints_of


@pytest.mark.parametrize(
    ("names", "hints"),
    [
        ("entry-content", Hint.BODY),
        ("articleBody", Hint.BODY),
        ("story__text u-1", Hint.BODY),
        ("share-bar", Hint.SHARE),
        ("RelatedStories", Hint.RELATED),
        ("post-author byline", Hint.BYLINE),
        ("photo-credit", Hint.CAPTION),
        ("comment-body", Hint.COMMENT),
    ],
)
def test_names_hint_by_their_words(names: str, hints: Hint) -> None:
    assert Hint(hints_of(names)) == hints


@pytest.mark.parametrize(
    "names", ["", "has-sidebar", "no-comments", "col-12", "shared-memory", "x" * 500, "é"]
)
def test_other_names_hint_at_nothing(names: str) -> None:
    assert hints_of(names) == 0
