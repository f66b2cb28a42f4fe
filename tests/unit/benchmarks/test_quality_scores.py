"""From predictions to figures, with a scorer that stands in for those beside the gold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.quality_gold import GoldDocument
from benchmarks.quality_scores import figures_of
from benchmarks.quality_tasks import GoldSet, Task

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.quality_predictions import Prediction

# It answers with the number of lines it was given.
SCORER = """
import json, sys
gold, predictions = (open(path).read().splitlines() for path in sys.argv[1:3])
print(json.dumps({"sizes": {"gold": len(gold), "predictions": len(predictions)}}))
"""
DOCUMENTS = [
    GoldDocument("a", "Talks.", None, '{"doc": "a"}'),
    GoldDocument("b", "War.", None, '{"doc": "b"}'),
]


def predict_nothing(document: GoldDocument) -> Prediction:
    return {"doc": document.name}


GOLD_SET = GoldSet("dev.jsonl", predict_nothing, {"sizes": ("sizes",)}, lacks=frozenset({"unmarked"}))
TASK = Task(
    scorer="score.py",
    columns={
        "gold": ("gold",),
        "predictions": ("predictions",),
        "deeper": ("gold", "f1"),
        "unmarked": ("gold",),
    },
    gold_sets=(GOLD_SET,),
)


@pytest.fixture(autouse=True)
def _scorer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COPYDESK_GOLD", str(tmp_path))
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "score.py").write_text(SCORER)


def test_a_figure_is_found_by_its_path_and_none_where_there_is_none() -> None:
    assert figures_of(TASK, GOLD_SET, DOCUMENTS, map(predict_nothing, DOCUMENTS[:1])) == {
        "sizes": {"gold": 2.0, "predictions": 1.0, "deeper": None, "unmarked": None}
    }
