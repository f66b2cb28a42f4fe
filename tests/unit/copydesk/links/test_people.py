"""Tests of `copydesk.links.people`."""

import re

import pytest

from copydesk.lexicons import rows
from copydesk.links.people import country_of_head, person_named
from copydesk.links.things import Naming

_TERM = re.compile(r"[HGFDVO]\d{4}-(?:\d{4})?")
_CODE = re.compile(r"[A-Z]{3}")


def title(
    *names: str, country: str | None = None, role: str | None = None, year: int | None = None
) -> str | None:
    thing = person_named(Naming(names, country=country, role=role, year=year))
    return thing.title if thing else None


def title_in(name: str, *countries: str, role: str | None = None, year: int | None = None) -> str | None:
    thing = person_named(Naming((name,), role=role, year=year, countries=frozenset(countries)))
    return thing.title if thing else None


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("Sergei Lavrov", "Sergey Lavrov"),
        ("Recep Tayyip Erdogan", "Recep Tayyip Erdoğan"),
        ("Lech Walesa", "Lech Wałęsa"),
        ("Donald J. Trump", "Donald Trump"),
        ("George W Bush", "George W. Bush"),
        ("George H.W. Bush", "George H. W. Bush"),
        ("Kim Jong-un", "Kim Jong Un"),
    ],
)
def test_a_full_name_is_known_in_all_its_spellings(name: str, page: str) -> None:
    assert title_in(name, "USA", "RUS", "TUR", "POL", "PRK") == page


def test_the_bush_in_office_is_meant() -> None:
    found = [title_in("George Bush", "USA", year=year) for year in (1991, 2004, 2012, None)]
    assert found == ["George H. W. Bush", "George W. Bush", None, None]


def test_a_surname_alone_is_whoever_holds_the_office_then() -> None:
    found = [
        title_in("Clinton", "USA", role=role, year=year)
        for role, year in (
            ("President", 1997),
            ("Secretary of State", 2010),
            ("mayor", 2010),
            ("President", 2020),
        )
    ]
    assert found == ["Bill Clinton", "Hillary Clinton", None, None]


def test_a_rare_surname_needs_no_office_but_its_country() -> None:
    assert [title_in("Putin", "RUS", year=2015), title_in("Putin", "BRA", year=2015)] == [
        "Vladimir Putin",
        None,
    ]


def test_a_common_surname_needs_the_office() -> None:
    found = [title_in("Brown", "GBR", role=role, year=2008) for role in (None, "Prime Minister", "chef")]
    assert found == [None, "Gordon Brown", None]


def test_an_article_of_another_country_means_another_person() -> None:
    assert title("Paul Martin", country="AUS", year=2004) is None


def test_a_minister_needs_the_country_somewhere_in_the_article() -> None:
    assert [title_in("Geoff Hoon", "GBR", year=2003), title_in("Geoff Hoon", year=2003)] == [
        "Geoff Hoon",
        None,
    ]


def test_long_before_the_first_office_it_is_somebody_else() -> None:
    assert [title("Tony Blair", year=1960), title("Tony Blair", year=1994)] == [None, "Tony Blair"]


def test_heads_of_bodies_of_states_are_known_without_their_country() -> None:
    assert title("Kofi Annan", country="IGO", role="Secretary-General", year=2003) == "Kofi Annan"


def test_unknown_people_have_no_link() -> None:
    assert [title("Anna Holm", country="SWE"), title("Holm"), title("")] == [None, None, None]


def test_every_row_of_the_table_is_well_formed() -> None:
    wrong = [
        row
        for row in rows("office_holders")
        if len(row) not in (4, 5)
        or not _CODE.fullmatch(row[0])
        or (row[2] and not re.fullmatch(r"Q\d+", row[2]))
        or not all(_TERM.fullmatch(term) for term in row[3].split(";"))
    ]
    assert wrong == []


def test_no_title_and_no_id_stands_twice_in_the_table() -> None:
    titles = [row[1] for row in rows("office_holders")]
    ids = [row[2] for row in rows("office_holders") if row[2]]
    assert (len(set(titles)), len(set(ids))) == (len(titles), len(ids))


@pytest.mark.parametrize(
    ("naming", "country"),
    [
        (Naming(("Mugabe",)), "ZWE"),
        (Naming(("Bush",), role="President"), "USA"),
        (Naming(("Suharto",), year=1995), "IDN"),
        (Naming(("Suharto",), year=2015), None),
        (Naming(("Bush",), role="gardener"), None),
        (Naming(("Park",)), None),
        (Naming(("Robert Mugabe", "Mugabe")), None),
        (Naming(("Mugabe",), country="FIN"), None),
        (Naming(("Holm",)), None),
        (Naming(("",)), None),
    ],
)
def test_surname_of_a_head_tells_the_country(naming: Naming, country: str | None) -> None:
    assert country_of_head(naming) == country
