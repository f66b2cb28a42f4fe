"""Tables, web archives and archives of files are published like single files; bad parts are rejected."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from typing import TYPE_CHECKING

import polars as pl

from flows.tables import read_tables
from schemas.vocabulary import RejectReason, Validation
from tests.flow.articles import BRUSSELS, MOSCOW
from tests.flow.command import copydesk
from tests.unit.copydesk.readers.web_archive import URL, http_response, warc_record

if TYPE_CHECKING:
    from pathlib import Path

    from tests.flow.conftest import Publish

_JUNK = b"junk" * 400


def _article(number: int) -> str:
    return MOSCOW.replace("arms talks", f"arms talks, round {number}")


def _page(text: str) -> bytes:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in text.split("\n\n"))
    return f"<html><body>{paragraphs}</body></html>".encode()


def _zip(files: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


def _write_files(raw: Path) -> None:
    (raw / "list.json").write_text(json.dumps([{"maintext": _article(1)}, {"title": "no text"}]))
    (raw / "wide.jsonl").write_bytes(json.dumps({"text": _article(2)}).encode("utf-16"))
    rows = pl.DataFrame({"body": [_article(3), None], "headline": ["Talks", "Nothing"]})
    rows.write_csv(raw / "rows.csv")
    rows.with_columns(body=pl.lit(_article(4))).head(1).write_parquet(raw / "rows.parquet")
    page = warc_record("response", http_response(_page(_article(5))))
    (raw / "crawl.warc.gz").write_bytes(gzip.compress(page) + gzip.compress(page[:-90]))
    text = warc_record("conversion", _article(6).encode(), "text/plain")
    (raw / "crawl.wet").write_bytes(text)
    members = {"a.txt": _article(7).encode(), "b/c.jsonl": b'{"text": "half', "../d.txt": b"d"}
    (raw / "wire.zip").write_bytes(_zip(members))
    for name in ("bad.csv", "bad.parquet", "bad.warc", "bad.zip", "bad.tar.gz", "bad.json"):
        (raw / name).write_bytes(_JUNK)


def test_every_kind_of_input_is_published_or_rejected(publish: Publish, raw: Path, tmp_path: Path) -> None:
    _write_files(raw)
    publish()
    tables = read_tables(tmp_path / "out" / "latest")
    documents, rejects = tables["documents"], tables["rejects"]
    assert sorted(documents.select("source_path", "source_record", "media_type").rows()) == [
        ("crawl.warc.gz", 0, "application/warc"),
        ("crawl.wet", 0, "application/warc"),
        ("list.json", 0, "application/json"),
        ("rows.csv", 0, "text/csv"),
        ("rows.parquet", 0, "application/vnd.apache.parquet"),
        ("wide.jsonl", 0, "application/jsonl"),
        ("wire.zip/a.txt", 0, "text/plain"),
    ]
    assert documents.filter(pl.col("url").is_not_null())["url"].to_list() == [URL, URL]
    assert sorted(rejects.select("source_path", "source_record", "reason").rows(), key=str) == [
        ("bad.csv", 0, RejectReason.NO_TEXT),
        ("bad.json", 0, RejectReason.INVALID_JSON),
        ("bad.parquet", 0, RejectReason.UNREADABLE_FILE),
        ("bad.tar.gz", None, RejectReason.UNREADABLE_FILE),
        ("bad.warc", 0, RejectReason.INVALID_WARC),
        ("bad.zip", None, RejectReason.UNREADABLE_FILE),
        ("crawl.warc.gz", 1, RejectReason.TRUNCATED_FILE),
        ("list.json", 1, RejectReason.NO_TEXT),
        ("rows.csv", 1, RejectReason.NO_TEXT),
        ("wire.zip/../d.txt", 0, RejectReason.UNSUPPORTED_FORMAT),
        ("wire.zip/b/c.jsonl", 0, RejectReason.INVALID_JSON),
    ]
    assert tables["runs"]["validation"].to_list() == [Validation.PASSED]
    assert publish().n_reused == documents.height


def test_clean_reads_an_archive(raw: Path) -> None:
    (raw / "wire.zip").write_bytes(
        _zip(
            {
                "a.txt": MOSCOW.encode(),
                "b.csv": b"text\n" + b'"' + BRUSSELS.encode().replace(b'"', b'""') + b'"\n',
            }
        )
    )
    outcome = copydesk("clean", raw / "wire.zip")
    paths = [json.loads(line)["document"]["source_path"] for line in outcome.stdout.splitlines()]
    assert paths == [f"{raw}/wire.zip/a.txt", f"{raw}/wire.zip/b.csv"]
