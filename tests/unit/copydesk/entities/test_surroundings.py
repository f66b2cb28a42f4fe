"""What stands beside a name."""

import pytest

from copydesk.entities.surroundings import label_beside
from copydesk.spans import Span
from schemas.vocabulary import MentionLabel


def label(text: str, name: str) -> MentionLabel | None:
    start = text.index(name)
    return label_beside(text, Span(start, start + len(name)))


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("They moved Tornado missiles north.", "Tornado", MentionLabel.PRODUCT),
        ("He was born in the town of Brodek.", "Brodek", MentionLabel.GPE),
        ("Snow fell in the Brodek region.", "Brodek", MentionLabel.GPE),
        ("She told radio station Vlna Jih.", "Vlna Jih", MentionLabel.ORG),
        ("They signed Norden, the new treaty on fish.", "Norden", MentionLabel.LAW),
        ("They landed at Brodek, an airfield in the hills.", "Brodek", MentionLabel.FAC),
    ],
)
def test_nouns_beside_a_name_tell_its_label(text: str, name: str, expected: MentionLabel) -> None:
    assert label(text, name) is expected


@pytest.mark.parametrize(
    "text",
    [
        "Brodek fired missiles.",
        "Brodek, the town's mayor, left.",
        "Brodek, a newspaper editor, left.",
        "They left the town. Brodek stayed.",
    ],
)
def test_nouns_that_belong_elsewhere_tell_nothing(text: str) -> None:
    assert label(text, "Brodek") is None
