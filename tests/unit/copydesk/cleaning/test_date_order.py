"""Day or month first."""

from __future__ import annotations

import pytest

from copydesk.cleaning.date_order import is_day_first
from copydesk.cleaning.dates import written_dates


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["03/04/2009", "25/03/2009"], True),
        (["03/04/2009", "03/25/2009"], False),
        (["03/04/2009", "Write to desk@valleypost.co.uk"], True),
        (["03/04/2009", "Published 3 April 2009"], True),
        (["03/04/2009", "Published April 3, 2009"], False),
        (["03/04/2009", "The organization favors labor"], False),
        (["03/04/2009"], None),
        (["03/04/2009", "25/03/2009", "03/25/2009"], None),
    ],
)
def test_page_tells_the_order(lines: list[str], expected: bool | None) -> None:  # noqa: FBT001 - a case
    assert is_day_first(lines, [written for line in lines for written in written_dates(line)]) is expected
