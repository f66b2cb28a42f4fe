"""What is measured: the tasks, their gold sets, and which figures of the scorers' reports are shown."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.quality_predictions import (
    Prediction,
    predict_entities,
    predict_events,
    predict_html,
    predict_page,
    predict_quotes,
    predict_yielding,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.quality_gold import GoldDocument

# Sentences written for this project; what lies there needs no gold folder.
_OURS = Path(__file__).parents[1] / "tests" / "quality" / "fresh_events"

KeyPath = tuple[str, ...]
"""The keys that lead to a figure in a scorer's report."""


@dataclass(frozen=True, slots=True)
class GoldSet:
    """A file of the gold.

    Attributes:
        file: Its path in the gold folder, or a whole path outside it.
        predict: Makes the prediction for one document.
        rows: The rows of the task's table that it fills: what is shown, and where its figures are.
        text_key: Where the file has the text that is given to copydesk.
        lacks: The columns that it has nothing for; scorers may print a nought there.
    """

    file: str
    predict: Callable[[GoldDocument], Prediction]
    rows: dict[str, KeyPath]
    text_key: str = "text"
    lacks: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Task:
    """One table of figures.

    Attributes:
        scorer: The script in the gold folder that compares gold and predictions.
        columns: The figures of every row: what is shown, and where it is below the row's place.
        gold_sets: What it is measured on.
        options: Further arguments for the scorer.
    """

    scorer: str
    columns: dict[str, KeyPath]
    gold_sets: tuple[GoldSet, ...]
    options: tuple[str, ...] = ()


TASKS = {
    "cleaning": Task(
        scorer="score_cleaning.py",
        options=("--by", "rendering"),
        columns={
            "text": ("f1",),
            "title": ("title_visible", "f1"),
            "date": ("published_visible", "f1"),
            "byline": ("byline_visible", "f1"),
            "publisher": ("publisher_visible", "f1"),
        },
        gold_sets=(
            GoldSet(
                file="cleaning/dev_text.jsonl.gz",
                predict=predict_page,
                rows={
                    "blocks": ("rendering=blocks",),
                    "dump": ("rendering=dump",),
                    "residue": ("rendering=residue",),
                    "all three": ("all",),
                },
                text_key="raw",
            ),
            GoldSet("cleaning/dev_html.jsonl.gz", predict_html, {"HTML": ("all",)}, "html"),
        ),
    ),
    "quotes": Task(
        scorer="score_quotes.py",
        columns={
            "content tokens": ("content_tokens", "f1"),
            "detection": ("detection", "f1"),
            "exact": ("exact_content", "f1"),
            "end to end": ("end_to_end", "f1"),
        },
        gold_sets=(
            GoldSet(
                "quotes/dev.jsonl.gz",
                predict_quotes,
                {kind: (kind,) for kind in ("all", "direct", "mixed", "indirect")},
            ),
        ),
    ),
    "entities": Task(
        scorer="score_entities.py",
        columns={
            "exact": ("exact", "f1"),
            "precision": ("exact", "p"),
            "recall": ("exact", "r"),
            "PER": ("labels", "PER", "f1"),
            "ORG": ("labels", "ORG", "f1"),
            "LOC": ("labels", "LOC", "f1"),
            "clusters": ("clusters", "end_to_end", "lea", "f1"),
            "links right": ("linking", "precision"),
            "links found": ("linking", "accuracy"),
        },
        gold_sets=(
            GoldSet("entities/gum_news_dev.jsonl.gz", predict_entities, {"GUM news": ()}),
            GoldSet("entities/gum_interview_dev.jsonl.gz", predict_entities, {"GUM interviews": ()}),
            GoldSet("entities/crossner_politics_dev.jsonl.gz", predict_entities, {"CrossNER politics": ()}),
        ),
    ),
    "events": Task(
        scorer="score_events.py",
        columns={
            "type": ("type", "f1"),
            "macro": ("type", "macro_f1"),
            "quad": ("quad", "f1"),
            "source": ("source", "f1"),
            "target": ("target", "f1"),
            "triple": ("triple", "f1"),
            "type+mode": ("type+mode", "f1"),
            "location": ("location", "accuracy"),
            "fatalities": ("dead", "accuracy"),
            "injuries": ("injured", "accuracy"),
        },
        gold_sets=(
            GoldSet("events/plover_gsr_dev.jsonl", predict_events, {"PLOVER records": ()}),
            GoldSet(
                file="events/plv_train.jsonl.gz",
                predict=predict_events,
                rows={"PLV sentences": ()},
                # Its actors have no country codes, without which no triple can be right.
                lacks=frozenset({"source", "target", "triple"}),
            ),
            GoldSet(
                file="events/plv_train.jsonl.gz",
                predict=predict_yielding,
                rows={"PLV, CONCEDE and RETREAT one type": ()},
                lacks=frozenset({"source", "target", "triple"}),
            ),
            *(
                GoldSet(str(_OURS / f"{name}.jsonl"), predict_events, {f"ours, {name.replace('_', ' ')}": ()})
                for name in (
                    "verbal_cooperation",
                    "material_cooperation",
                    "verbal_conflict",
                    "material_conflict",
                )
            ),
        ),
    ),
}
"""Every task by the name it has on the command line."""
