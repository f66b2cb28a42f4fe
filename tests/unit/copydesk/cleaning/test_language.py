"""The language of a text."""

from __future__ import annotations

import pytest

from copydesk.cleaning.language import find_language

_ENGLISH = "The ministers met in Geneva on Monday to talk about the future of the treaty."
_GERMAN = "Die Minister trafen sich am Montag in Genf, um über die Zukunft des Vertrags zu sprechen."


@pytest.mark.parametrize(("text", "language"), [(_ENGLISH, "en"), (_GERMAN, "de")])
def test_language_of_a_sentence_is_found(text: str, language: str) -> None:
    assert find_language(text) == language


@pytest.mark.parametrize("text", ["", "Ja.", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15"])
def test_too_little_text_has_no_language(text: str) -> None:
    assert find_language(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Prezes Zbigniew Kowalczyk of Stocznia Gdynia and the mayor of Rumia were seen in Władysławowo.",
        "José Ángel Peña Muñoz and María Belén Gutiérrez said that Cañete had lost Jerez de la Frontera.",
        "THE GOVERNMENT HAS CLOSED ALL SCHOOLS IN THE NORTH.",
    ],
)
def test_foreign_names_and_capitals_leave_a_short_english_text_english(text: str) -> None:
    assert find_language(text) == "en"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("De trainer van The Hague zei dat zijn ploeg was gestraft voor de fout in de tweede helft.", "nl"),
        ("Der Film „The Queen of the South“ läuft am Sonntag in den Kinos der Stadt an.", "de"),
        ("Le groupe The Who a joué mardi soir à Paris devant des milliers de spectateurs.", "fr"),
    ],
)
def test_a_few_english_words_make_no_english_text(text: str, language: str) -> None:
    assert find_language(text) == language


@pytest.mark.parametrize(
    ("first", "rest", "language"), [(_GERMAN, _ENGLISH, "en"), (_ENGLISH, _GERMAN, "de")]
)
def test_a_quotation_at_the_top_does_not_speak_for_the_article(first: str, rest: str, language: str) -> None:
    assert find_language("\n\n".join([first, *[rest] * 12])) == language


def test_a_page_of_signs_that_no_encoding_has_is_no_trouble() -> None:
    assert find_language("\ud800" * 100 + _GERMAN) == "de"


def test_languages_without_a_two_letter_code_take_the_nearest_that_has_one() -> None:
    code = find_language("Di pipo for di village tok say dem no go gree make goment carry dia land comot.")
    assert code is not None
    assert len(code) == 2
