"""Bytes become the text that was meant, or are refused as no text at all."""

from __future__ import annotations

import random

import pytest
from ftfy import fix_encoding
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.cleaning.decode import decode, repair, well_formed
from copydesk.errors import UnusableRecord
from schemas.vocabulary import RejectReason, Stage

QUOTED = "She said: “We’ll sign – soon.”"
WESTERN = "The envoy said: “We’ll sign – soon.” Cafés in Zürich paid £3 for it."
RUSSIAN = "Министр сказал, что переговоры в Женеве прошли успешно и будут продолжены летом."


def refusal(raw: bytes) -> tuple[Stage, RejectReason]:
    with pytest.raises(UnusableRecord) as caught:
        decode(raw)
    return caught.value.stage, caught.value.reason


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides_and_is_no_part_of_the_text(encoding: str) -> None:
    assert decode(QUOTED.encode(encoding)) == QUOTED


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_unicode_is_recognised_without_a_mark(encoding: str) -> None:
    assert decode(QUOTED.encode(encoding)) == QUOTED


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_western_text_keeps_its_quotation_marks(encoding: str) -> None:
    assert decode(WESTERN.encode(encoding)) == WESTERN


def test_one_windows_apostrophe_is_enough() -> None:
    assert decode(b"It\x92s time.") == "It’s time."


@pytest.mark.parametrize("encoding", ["cp1251", "koi8_r"])
def test_russian_text_is_not_taken_for_western(encoding: str) -> None:
    assert decode(RUSSIAN.encode(encoding)) == RUSSIAN


def test_windows_quotes_pasted_into_utf8_are_understood() -> None:
    assert decode("Müller sagte in Zürich: ".encode() + b"\x93ja\x94") == "Müller sagte in Zürich: “ja”"


def test_a_declared_encoding_is_honoured_where_it_fits() -> None:
    assert decode("Łódź".encode("cp1250"), declared="windows-1250") == "Łódź"


def test_utf8_counts_more_than_what_a_page_declares() -> None:
    assert decode("“reset”".encode(), declared="iso-8859-1") == "“reset”"


def test_declared_latin_1_is_read_as_windows_1252() -> None:
    assert decode(b"\x93reset\x94", declared="ISO-8859-1") == "“reset”"


@pytest.mark.parametrize("declared", ["no-such", "hex", "unicode_escape", "utf-8\x00"])
def test_a_declaration_that_is_no_text_encoding_is_ignored(declared: str) -> None:
    assert decode(b"caf\xe9 au lait", declared=declared) == "café au lait"


def test_a_stray_zero_byte_is_replaced_in_its_place() -> None:
    assert decode(b"The talks in Geneva\x00went well.") == "The talks in Geneva\ufffdwent well."


def test_random_bytes_are_binary() -> None:
    assert refusal(random.Random(1).randbytes(5000)) == (Stage.READ, RejectReason.BINARY)


@pytest.mark.parametrize("signature", [b"%PDF-1.4\n", b"PK\x03\x04", b"\x1f\x8b\x08", b"\x89PNG\r\n"])
def test_known_file_formats_are_binary(signature: bytes) -> None:
    assert refusal(signature + b" and then some readable text") == (Stage.READ, RejectReason.BINARY)


def test_zero_bytes_alone_are_binary() -> None:
    assert refusal(bytes(100)) == (Stage.READ, RejectReason.BINARY)


def test_no_bytes_are_no_text() -> None:
    assert decode(b"") == ""


def test_mojibake_is_repaired() -> None:
    assert repair("Itâ€™s time, said SÃ£o Pauloâ€™s mayor") == "It’s time, said São Paulo’s mayor"


def test_only_the_broken_line_is_repaired() -> None:
    assert repair("“Right” – as it is\nthe â€œbrokenâ€\x9d one") == "“Right” – as it is\nthe “broken” one"


@pytest.mark.parametrize("right", [QUOTED, WESTERN, RUSSIAN, "a\r\nb", "¿Qué? ¡No! 5 € … naïve"])
def test_text_that_was_right_is_not_touched(right: str) -> None:
    assert repair(right) == right


def test_half_a_surrogate_pair_is_replaced_one_for_one() -> None:
    assert well_formed("a\ud83db\x00c") == "a\ufffdb\ufffdc"


@pytest.mark.parametrize(
    "before", ["", "a", "Talks go on in Oslo. " * 9, "é " * 5 + "Talks go on in Oslo. " * 9]
)
@pytest.mark.parametrize("after", ["", " x", " until the end of the month" * 9])
@pytest.mark.parametrize("broken", ["â€œreset", "Ã³", "a Â ", "ГўВЂВ™s", "€™"])
def test_length_of_what_surrounds_mojibake_decides_nothing(before: str, after: str, broken: str) -> None:
    assert repair(before + broken + after) == fix_encoding(before + broken + after)


@given(line=st.text("aZ1 .,!ÂÃÎŒœØÙàâéÉü€£™©®«»“”‘’‚…–—¡¿¬¦°²³µ×√≈ВГвЂ╗ā\x85\x92\xa0\xad", max_size=8))
@settings(max_examples=500)
def test_no_mojibake_is_missed_for_want_of_a_telling_character(line: str) -> None:
    assert repair(line) == fix_encoding(line)
