"""Bytes to text, once, before the first offset is taken; and the repair of text decoded wrongly earlier."""

from __future__ import annotations

import codecs
import re

from copydesk.errors import UnusableRecord
from schemas.vocabulary import RejectReason, Stage

# UTF-32 before UTF-16: the mark of the one begins with the mark of the other.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# What people most often save under a text file's name by mistake, and what they should do about it.
_SIGNATURES = (
    (b"%PDF-", "a PDF file; extract its text first"),
    (b"PK\x03\x04", "a ZIP archive or an Office document; unpack it or export its text first"),
    (b"\x1f\x8b\x08", "gzip data; name the file .gz"),
    (b"\x28\xb5\x2f\xfd", "Zstandard data; name the file .zst"),
    (b"\xd0\xcf\x11\xe0", "an old Office document; export its text first"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
)

_WESTERN = ("cp1252", "mac_roman")
_WORLD = ("cp1251", "koi8_r", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr")
# Every encoding that a page may declare and have honoured, by the name Python's codecs give it, with
# the one to decode it by: browsers, too, read Latin-1 as Windows-1252.
_DECLARABLE = {
    codecs.lookup(name).name: name
    for name in (*_WESTERN, *_WORLD, "cp1250", "iso8859_2", "iso8859_15", "gbk")
}
_DECLARABLE |= {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030"}

# From here on a text is not Western: French and German stay under 0.1, Cyrillic and Chinese exceed 0.5.
MIN_HIGH_BYTE_SHARE_NOT_WESTERN = 0.3
# One half of the bytes of UTF-16 English is zero, and hardly any of the other half.
MIN_ZERO_SHARE_UTF16 = 0.7
MAX_ZERO_SHARE_OTHER_HALF = 0.1
# Compressed data and images have 0.13, running text has none, a few strays are tolerated.
MAX_CONTROL_SHARE = 0.05
# Not U+0080 to U+009F: mojibake, which can be repaired, is full of them.
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")

REPLACEMENT = "\ufffd"
# A zero byte would end the string in many a tool, and half a surrogate pair cannot be written as UTF-8.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
# Mojibake is told by two characters in a row that are not ASCII, or by one of these: most pages have neither.
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_TELLING_CHARACTERS = frozenset((*map(chr, range(0x80, 0xA0)), *"ÂÃŒœ"))
# For the rest it is told by a character that is not ASCII and at most six beside it. Of longer runs of ASCII,
# the most of an English page, only the ends are looked at.
_ASCII_RUN = re.compile(r"([\x00-\x7f]{16})[\x00-\x7f]+([\x00-\x7f]{16})")


def decode(raw: bytes, *, declared: str | None = None) -> str:
    r"""Decode a raw record.

    A byte order mark decides and is no part of the text. Without one: UTF-8 or UTF-16 where they fit,
    then the declared encoding, then the likeliest; Windows-1252 if none stands out.

    Args:
        raw: The record as it came in.
        declared: What the record itself says it is encoded in, such as an HTML page's `<meta charset>`.

    Returns:
        The text, zero bytes and lone surrogates replaced one for one by U+FFFD.

    Raises:
        UnusableRecord: These bytes are no text.

    >>> decode(b"\xef\xbb\xbfThe \xe2\x80\x9creset\xe2\x80\x9d"), decode(b"The \x93reset\x94")
    ('The “reset”', 'The “reset”')
    """
    _refuse_signatures(raw)
    text = well_formed(_decoded(raw, declared))
    _refuse_controls(text)
    return text


def repair(text: str) -> str:
    r"""Repair mojibake, line by line; text that was right is never touched.

    >>> repair("The â€œresetâ€\x9d button"), repair("São Paulo, “reset”")
    ('The “reset” button', 'São Paulo, “reset”')
    """
    text = well_formed(text)
    if text.isascii() or not _has_mojibake(text):
        return text
    from ftfy import fix_encoding

    # Only the line feed: the other line ends can be halves of a broken character.
    lines = text.split("\n")
    return well_formed("\n".join(line if line.isascii() else fix_encoding(line) for line in lines))


def well_formed(text: str) -> str:
    """The text, what no file can store (zeros, lone surrogates) replaced by U+FFFD, one for one."""
    return text if "\x00" not in text and _is_encodable(text) else _UNSTORABLE.sub(REPLACEMENT, text)


def wide_encoding(head: bytes) -> tuple[bytes, str] | None:
    r"""The byte order mark and the encoding of a file in UTF-16 or UTF-32, by its beginning; else None.

    >>> wide_encoding(b"\xff\xfeT\0h\0e\0"), wide_encoding(b"T\0h\0e\0"), wide_encoding(b"The")
    ((b'\xff\xfe', 'utf-16-le'), (b'', 'utf-16-le'), None)
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if head.startswith(mark):
            return mark, encoding
    encoding_without_mark = _utf16_without_mark(head)
    return (b"", encoding_without_mark) if encoding_without_mark else None


def narrow_encoding(head: bytes) -> str | None:
    r"""The likeliest encoding of a file by its beginning, which may end within a character; None for UTF-8.

    >>> narrow_encoding("Lavróv".encode()[:-2]), narrow_encoding(b"The \x93reset\x94 button")
    (None, 'cp1252')
    """
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return None if _mostly_utf8(head) else _likeliest_encoding(head)
    return None


def _has_mojibake(text: str) -> bool:
    from ftfy.badness import is_bad

    runs = frozenset(_NOT_ASCII.findall(text))
    if max(map(len, runs), default=0) < 2 and runs.isdisjoint(_TELLING_CHARACTERS):
        return False
    return is_bad(_ASCII_RUN.sub(r"\1\2", text))


def _is_encodable(text: str) -> bool:
    """Whether there is no half of a surrogate pair in a text."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _decoded(raw: bytes, declared: str | None) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, errors="replace")
    raw = raw.removeprefix(codecs.BOM_UTF8)
    encodings = (_utf16_without_mark(raw), "utf-8", _declarable(declared))
    for encoding in filter(None, encodings):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return _mostly_utf8(raw) or raw.decode(_likeliest_encoding(raw), errors="replace")


def _utf16_without_mark(raw: bytes) -> str | None:
    even, odd = raw[0::2], raw[1::2]
    if not odd:
        return None
    even_share, odd_share = even.count(0) / len(even), odd.count(0) / len(odd)
    if odd_share >= MIN_ZERO_SHARE_UTF16 and even_share <= MAX_ZERO_SHARE_OTHER_HALF:
        return "utf-16-le"
    if even_share >= MIN_ZERO_SHARE_UTF16 and odd_share <= MAX_ZERO_SHARE_OTHER_HALF:
        return "utf-16-be"
    return None


def _declarable(declared: str | None) -> str | None:
    if declared is None:
        return None
    try:
        return _DECLARABLE.get(codecs.lookup(declared).name)
    except (LookupError, ValueError):  # ValueError: a zero byte within the name
        return None


def _mostly_utf8(raw: bytes) -> str | None:
    """UTF-8 with a few strays, such as curly quotes of a Windows page, which are read as Windows-1252."""
    text = raw.decode("utf-8", errors="surrogateescape")
    high = [character for character in text if not character.isascii()]
    strays = {character for character in high if "\udc80" <= character <= "\udcff"}
    n_strays = sum(character in strays for character in high)
    if n_strays * 2 > len(high):
        return None
    as_windows = {
        ord(stray): bytes([ord(stray) - 0xDC00]).decode("cp1252", errors="replace") for stray in strays
    }
    return text.translate(as_windows)


def _likeliest_encoding(raw: bytes) -> str:
    from charset_normalizer import from_bytes

    n_high = len(raw) - len(raw.translate(None, bytes(range(128, 256))))
    western = n_high < len(raw) * MIN_HIGH_BYTE_SHARE_NOT_WESTERN
    best = from_bytes(raw, cp_isolation=list(_WESTERN if western else _WORLD)).best()
    return best.encoding if best else "cp1252"


def _refuse_signatures(raw: bytes) -> None:
    for signature, description in _SIGNATURES:
        if raw.startswith(signature):
            raise UnusableRecord(Stage.READ, RejectReason.BINARY, f"expected text, found {description}")


def _refuse_controls(text: str) -> None:
    n_controls = len(_CONTROLS.findall(text))
    if n_controls > len(text) * MAX_CONTROL_SHARE:
        detail = (
            f"expected text, but {n_controls} of {len(text)} characters are controls or undecodable;"
            " convert the file to UTF-8 text first"
        )
        raise UnusableRecord(Stage.READ, RejectReason.BINARY, detail)
