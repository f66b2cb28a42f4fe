"""The learned line model: its files, its scores, and the time it takes."""

from __future__ import annotations

import subprocess
import sys
import time

import numpy as np
import pytest
from threadpoolctl import threadpool_info

from copydesk.cleaning import line_model
from copydesk.cleaning.blocks import find_blocks
from copydesk.cleaning.candidate import judge_lines
from copydesk.cleaning.line_evidence import evidence_of
from copydesk.cleaning.line_model import LineModel, LineScores, load_line_model
from copydesk.cleaning.line_scores import MODEL_FILES, line_scores
from tests.unit.copydesk.cleaning.pages import ABOVE, PAGE, PARAGRAPHS, TITLE, page_of, record_of

MAX_MEGABYTES = 5
# Four times the lines take about four times the time; with the square of it they would take sixteen.
MAX_GROWTH = 8


def _text_model() -> LineModel:
    return load_line_model(line_model.MODELS, MODEL_FILES["text"])


def _scores(page: str) -> LineScores:
    return line_scores(judge_lines(find_blocks(record_of(page))))


def _seconds(lines: list[str]) -> float:
    """The quickest of two: what else the machine does can only make it slower."""
    evidence = evidence_of(judge_lines(find_blocks(record_of("Harbour"))))
    times = []
    for _ in range(2):
        before = time.process_time()
        _text_model().scores(lines, [False] * len(lines), np.repeat(evidence, len(lines), axis=0))
        times.append(time.process_time() - before)
    return min(times)


@pytest.mark.parametrize("name", MODEL_FILES.values())
def test_model_file_is_small_and_holds_plain_arrays(name: str) -> None:
    file = line_model.MODELS / name
    assert file.stat().st_size < MAX_MEGABYTES * 1e6
    with np.load(file, allow_pickle=False) as arrays:
        assert [key for key in arrays.files if arrays[key].dtype.hasobject] == []


@pytest.mark.parametrize("name", MODEL_FILES.values())
def test_weights_are_finite(name: str) -> None:
    weights = load_line_model(line_model.MODELS, name).weights
    assert [key for key, array in weights.items() if not np.isfinite(array).all()] == []


@pytest.mark.parametrize(
    "page", [PAGE, "Oslo", "***", "ferry " * 100_000, "他们星期一在日内瓦会晤。", "a\n" * 9_000]
)
def test_scores_are_probabilities_one_a_line(page: str) -> None:
    scores = _scores(page)
    every = np.column_stack((scores.body, scores.title, scores.byline))
    assert len(every) == len(find_blocks(record_of(page)))
    assert ((every >= 0) & (every <= 1)).all()


def test_paragraphs_are_likelier_text_than_the_menu_above_them() -> None:
    body = _scores(page_of(ABOVE, (TITLE,), PARAGRAPHS)).body
    assert body[len(ABOVE) + 1 :].min() > body[: len(ABOVE)].max()


def test_headline_is_the_likeliest_title() -> None:
    assert int(_scores(page_of(ABOVE, (TITLE,), PARAGRAPHS)).title.argmax()) == len(ABOVE)


def test_a_line_is_scored_by_its_neighbours_too() -> None:
    line = "A spokesman for the ministry said that no further delay was likely"
    among_paragraphs = _scores(page_of(PARAGRAPHS[:3], (line,), PARAGRAPHS[3:])).body[3]
    among_links = _scores(page_of(PARAGRAPHS, ABOVE, (line,), ABOVE)).body[len(PARAGRAPHS) + len(ABOVE)]
    assert among_paragraphs > among_links


def test_another_process_gives_the_same_scores() -> None:
    module = "tests.unit.copydesk.cleaning.test_line_model"
    program = f"from {module} import PAGE, _scores; print(_scores(PAGE).body.tolist())"
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert shown.strip() == str(_scores(PAGE).body.tolist())


def test_time_grows_with_the_number_of_lines() -> None:
    lines = [f"Harbour {number}" for number in range(20_000)]
    _seconds(lines[:100])
    assert _seconds(lines) < MAX_GROWTH * _seconds(lines[:5_000])


def test_threads_of_others_are_as_many_as_before() -> None:
    before = [pool["num_threads"] for pool in threadpool_info()]
    line_scores(judge_lines(find_blocks(record_of(PAGE))))
    assert [pool["num_threads"] for pool in threadpool_info()] == before
