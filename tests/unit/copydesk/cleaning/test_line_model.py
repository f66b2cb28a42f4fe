"""The learned line model."""

from __future__ import annotations

import numpy as np
from threadpoolctl import threadpool_info

from copydesk.cleaning.blocks import find_blocks
from copydesk.cleaning.candidate import judge_lines
from copydesk.cleaning.line_scores import line_scores
from copydesk.document import record_of_text

PAGE = "Home\nTalks resume in Oslo\nThe envoys met on Tuesday and will meet again.\nContact us"


def test_every_line_has_probabilities() -> None:
    scores = line_scores(judge_lines(find_blocks(record_of_text(PAGE))))
    for column in (scores.body, scores.title, scores.byline):
        assert len(column) == len(PAGE.splitlines())
        assert ((column >= 0) & (column <= 1)).all()
        assert column.dtype == np.float32


def test_threads_of_others_are_as_many_as_before() -> None:
    before = [pool["num_threads"] for pool in threadpool_info()]
    line_scores(judge_lines(find_blocks(record_of_text(PAGE))))
    assert [pool["num_threads"] for pool in threadpool_info()] == before
