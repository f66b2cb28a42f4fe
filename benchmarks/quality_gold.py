"""The gold: where it lies, what one document of it is, and which of its documents make a sample."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

GOLD_VARIABLE = "COPYDESK_GOLD"
_DEFAULT_FOLDER = Path(__file__).parents[2] / "shared"


class MissingGold(Exception):  # noqa: N818 - a message to the user, like UnusableInput
    """The gold, or a part of it, is not where it is looked for."""


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One document of a gold set.

    Attributes:
        name: Its name, which joins it with its prediction.
        text: What is given to copydesk: a page, its HTML, or an article.
        published_on: Its date of publication, where the gold has one.
        line: The line of the gold file, for the scorer.
        site: The domain of its web site, where the gold has one.
    """

    name: str
    text: str
    published_on: date | None
    line: str
    site: str | None = None


def gold_folder() -> Path:
    """The folder with the gold sets and their scorers: `gold` in COPYDESK_GOLD, else beside the checkout.

    Raises:
        MissingGold: There is no such folder.
    """
    folder = Path(os.environ.get(GOLD_VARIABLE, _DEFAULT_FOLDER)) / "gold"
    if not folder.is_dir():
        message = f"no gold in {folder}; set {GOLD_VARIABLE} to the folder that has gold/"
        raise MissingGold(message)
    return folder


def read_documents(file: str, text_key: str) -> list[GoldDocument]:
    """Read a gold set.

    Args:
        file: Its path in the gold folder, plain or compressed JSON Lines.
        text_key: The key of the text that is given to copydesk.

    Raises:
        MissingGold: The file is not there.
    """
    path = gold_folder() / file
    if not path.is_file():
        message = f"{path} is missing from the gold"
        raise MissingGold(message)
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        return [_document(line, text_key) for line in lines if line.strip()]


def sample_of(documents: list[GoldDocument], n_documents: int | None) -> list[GoldDocument]:
    """Choose documents by the hash of their names, in the order of the set; all of them for None.

    Gold sets are sorted by site or by event type, so that the first documents are all alike. A
    smaller sample is part of every larger one.
    """
    if n_documents is None:
        return documents
    chosen = set(sorted((document.name for document in documents), key=_hash)[:n_documents])
    return [document for document in documents if document.name in chosen]


def site_fold(site: str, n_folds: int) -> int:
    """The fold of a web site in cross-validation: by the hash of its name, the same in every run."""
    return int(hashlib.sha1(site.encode()).hexdigest(), 16) % n_folds


def _document(line: str, text_key: str) -> GoldDocument:
    values = json.loads(line)
    published = values.get("date")
    return GoldDocument(
        name=values["doc"],
        text=values[text_key],
        published_on=date.fromisoformat(published) if published else None,
        line=line.rstrip("\n"),
        site=values.get("domain"),
    )


def _hash(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()
