"""The floors on file, and the figures of today that they are compared with.

`python -m tests.quality.floors`, which is `make floors`, raises the floors that are left behind.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.quality_gold import GoldDocument, read_documents, sample_of
from benchmarks.quality_scores import Figures, figures_of
from benchmarks.quality_tasks import TASKS, GoldSet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from benchmarks.quality_predictions import Prediction

FLOORS_FILE = Path(__file__).parent / "floors.toml"
# How far a figure may fall before it alarms: a change for the better elsewhere may cost a row or two here.
FLOOR_BELOW_MEASURED = 0.02


@dataclass(frozen=True, slots=True)
class Sample:
    """Some documents of a gold set."""

    task: str
    file: str
    n_documents: int


@dataclass(frozen=True, slots=True)
class Floor:
    """The least that a figure may be, and what it was when that was decided."""

    sample: Sample
    row: str
    column: str
    measured: float
    floor: float

    def __str__(self) -> str:
        return f"{self.sample.file} {self.row} {self.column}"

    def raised(self, figure: float) -> Floor:
        """The floor that a figure of today calls for, which is never a lower one."""
        measured = round(figure, 3)
        floor = round(measured - FLOOR_BELOW_MEASURED, 3)
        return replace(self, measured=measured, floor=floor) if floor > self.floor else self


def read_floors() -> list[Floor]:
    """The floors on file."""
    return [
        Floor(Sample(values["task"], file, values["sample"]), **figure)
        for file, values in tomllib.loads(FLOORS_FILE.read_text("utf-8")).items()
        for figure in values["figures"]
    ]


def figure_today(floor: Floor) -> float:
    """What the figure is with copydesk as it is."""
    return _figure(floor, _gold_set(floor.sample).predict)


def figure_of_nothing(floor: Floor) -> float:
    """What the figure is for a tool that finds nothing."""
    return _figure(floor, _nothing)


def write_floors(floors: Iterable[Floor]) -> None:
    """Write floors back to their lines, which are found by what they show apart from the numbers."""
    text = FLOORS_FILE.read_text("utf-8")
    for old, new in zip(read_floors(), floors, strict=True):
        section = text.index(f'["{old.sample.file}"]')
        text = text[:section] + text[section:].replace(_line(old), _line(new), 1)
    FLOORS_FILE.write_text(text, "utf-8")


def _figure(floor: Floor, predict: Callable[[GoldDocument], Prediction]) -> float:
    value = _figures(floor.sample, predict)[floor.row][floor.column]
    return 0.0 if value is None else value


@cache
def _figures(sample: Sample, predict: Callable[[GoldDocument], Prediction]) -> Figures:
    gold_set = _gold_set(sample)
    documents = sample_of(read_documents(gold_set.file, gold_set.text_key), sample.n_documents)
    return figures_of(TASKS[sample.task], gold_set, documents, map(predict, documents))


def _gold_set(sample: Sample) -> GoldSet:
    return next(each for each in TASKS[sample.task].gold_sets if each.file == sample.file)


def _nothing(document: GoldDocument) -> Prediction:
    return {"doc": document.name, "quotes": []}


def _line(floor: Floor) -> str:
    return (
        f'{{ row = "{floor.row}", column = "{floor.column}", '
        f"measured = {floor.measured}, floor = {floor.floor} }}"
    )


if __name__ == "__main__":
    write_floors([floor.raised(figure_today(floor)) for floor in read_floors()])
