"""Places inside and outside spans."""

from copydesk.entities.inside import is_inside
from copydesk.spans import Span


def test_the_end_of_a_span_is_outside() -> None:
    assert is_inside([Span(2, 4)], 4) is False


def test_the_start_of_a_span_is_inside() -> None:
    assert is_inside([Span(2, 4), Span(6, 9)], 6) is True


def test_nothing_is_inside_no_spans() -> None:
    assert is_inside([], 0) is False
