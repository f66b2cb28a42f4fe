"""Tests of `copydesk.links.choose`."""

import pytest

from copydesk.links.choose import link_naming
from copydesk.links.things import Naming


@pytest.mark.parametrize(
    ("label", "name", "page"),
    [
        ("PERSON", "Angela Merkel", "Angela Merkel"),
        ("GPE", "Germany", "Germany"),
        ("NORP", "Germans", "German people"),
        ("ORG", "Bundestag", "Bundestag"),
        ("FAC", "White House", "White House"),
        ("LOC", "Europe", "Europe"),
    ],
)
def test_each_label_is_looked_up_among_its_own(label: str, name: str, page: str) -> None:
    thing = link_naming(label, Naming((name,)))
    assert thing is not None
    assert thing.title == page


@pytest.mark.parametrize(
    ("label", "name"),
    [("PERSON", "Washington"), ("PERSON", "Germany"), ("WORK", "Germany"), ("ORG", "Angela Merkel")],
)
def test_a_person_is_no_place_and_a_work_has_no_link(label: str, name: str) -> None:
    assert link_naming(label, Naming((name,))) is None
