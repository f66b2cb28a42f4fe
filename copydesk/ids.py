"""Identifiers: made from content and position, never from clocks, random numbers or batch order."""

from __future__ import annotations

import hashlib

_DOC_ID_DIGITS = 16
_ENTITY_ID_DIGITS = 12


def record_sha256(raw: bytes) -> str:
    """The SHA-256 of a raw record, 64 hex digits."""
    return hashlib.sha256(raw).hexdigest()


def doc_id(source_sha256: str) -> str:
    """The id of the article in a raw record with this SHA-256.

    >>> doc_id(record_sha256(b"MUNICH (Reuters) -- Russia has welcomed"))
    '4e97202fc612ee48'
    """
    return source_sha256[:_DOC_ID_DIGITS]


def row_id(doc_id: str, letter: str, ordinal: int) -> str:
    """The id of a row: its article, the table's letter, its position in the article from 0.

    >>> row_id("4e97202fc612ee48", "q", 3)
    '4e97202fc612ee48-q0003'
    """
    return f"{doc_id}-{letter}{ordinal:04d}"


def entity_id(label: str, key: str) -> str:
    """The id of an entity: its label and what identifies it (a code, or its canonical name in lower case)."""
    return f"{label.lower()}-{hashlib.sha256(f'{label}|{key}'.encode()).hexdigest()[:_ENTITY_ID_DIGITS]}"
