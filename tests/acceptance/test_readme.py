"""The README's examples run, and show what they promise."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import pytest

from flows.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


@pytest.fixture(scope="module")
def sample(server_url: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which data/processed has what `make run` publishes."""
    from flows.publish import publish_dataset

    assert server_url
    folder = tmp_path_factory.mktemp("readme")
    publish_dataset(Settings(raw=ROOT / "data" / "raw", out=folder / "data" / "processed"))
    return folder


def _example(language: str, words: str) -> str:
    """The one example in a language that has these words."""
    examples: list[str] = re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)
    (example,) = (example for example in examples if words in example)
    return example


@pytest.fixture
def run_example(sample: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], dict[str, Any]]:
    """Run a Python example beside the published sample, and give its variables."""
    monkeypatch.chdir(sample)

    def run(words: str) -> dict[str, Any]:
        variables: dict[str, Any] = {}
        exec(_example("python", words), variables)
        return variables

    return run


def test_who_said_what_in_duckdb(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(sample)
    rows = duckdb.connect().execute(_example("sql", "q.kind")).fetchall()
    said = {(speaker, content) for _, speaker, _, content, _ in rows}
    assert ("Jaap de Hoop Scheffer", '"We are not closing doors,"') in said


def test_the_most_quoted_speakers_in_pandas(run_example: Callable[[str], dict[str, Any]]) -> None:
    most_quoted = run_example("import pandas")["most_quoted"]
    assert most_quoted.index[0] == "Barack Obama"
    assert most_quoted.is_monotonic_decreasing


def test_happenings_between_two_countries_in_polars(run_example: Callable[[str], dict[str, Any]]) -> None:
    by_month = run_example("import polars")["by_month"]
    assert by_month.columns == ["month", "event_type", "happenings"]
    assert "CONSULT" in by_month["event_type"].to_list()


def test_extracting_in_python(
    run_example: Callable[[str], dict[str, Any]], capsys: pytest.CaptureFixture[str]
) -> None:
    run_example("import copydesk")
    assert "We want to reset our relationship," in capsys.readouterr().out


def test_the_rows_on_the_first_screen_are_published(sample: Path) -> None:
    latest = "data/processed/latest"
    rows = (
        duckdb.connect()
        .execute(
            f"""
            SELECT a.role, a.name, a.country, a.sector
            FROM '{sample}/{latest}/documents/*.parquet' d
            JOIN '{sample}/{latest}/events/*.parquet' e USING (doc_id)
            JOIN '{sample}/{latest}/event_actors/*.parquet' a USING (event_id)
            WHERE d.source_path LIKE '%2009-03-07-geneva-talks.txt' AND d.n_paragraphs = 10
                AND e.event_type = 'SUPPORT' AND e.status = 'actual' AND e.trigger = 'gave ... button'
            ORDER BY a.role
            """
        )
        .fetchall()
    )
    assert rows == [("source", "Hillary Clinton", "USA", "GOV"), ("target", "Sergei Lavrov", "RUS", "GOV")]
