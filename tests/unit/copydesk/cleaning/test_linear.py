"""Four times the page takes about four times the time, however odd the page is."""

from __future__ import annotations

import time

import pytest

from copydesk.cleaning.assemble import assemble
from copydesk.cleaning.blocks import find_blocks
from copydesk.cleaning.cuts import cut_blocks
from copydesk.cleaning.decode import decode, repair
from copydesk.cleaning.junk import matching_rule
from copydesk.cleaning.repeats import find_cut_teasers, find_repeated_prose
from copydesk.cleaning.segment import split_lines
from copydesk.cleaning.verdict import LIKELY, body
from copydesk.records import Provenance, RawRecord
from schemas.vocabulary import MediaType

ORIGIN = Provenance("0a", "a.txt", 0, "0a1b", MediaType.TEXT)
SENTENCE = "The envoy said in Oslo that talks would go on until the end of the month. "
# Time that grows with the square would be sixteen times as much.
MAX_GROWTH = 10
PAGES = {
    "short lines": "Oslo\n" * 1_000,
    "lines of one sign": "a\n\u200b\n" * 500,
    "one line": SENTENCE * 4_000,
    "one line of spaces": " " * 400_000 + "a",
    "one line of signs": "- (" * 100_000,
    "repeated sentence": f"{SENTENCE}\n" * 500,
    "repeated teaser": f"{SENTENCE[:-2]}…\n" * 500,
    "broken characters": "â€œreset of “relations”\n" * 150,
    "blank lines": "\r\n \r\n" * 5_000 + SENTENCE,
    "wrapped lines": "the envoy said that the talks\nwould go on. The\n" * 400,
}


def clean(page: str) -> None:
    text = repair(decode(page.encode()))
    record = RawRecord(ORIGIN, text, split_lines(text))
    blocks = find_blocks(record)
    texts = [block.text.strip() for block in blocks]
    for line in texts:
        matching_rule(line)
    list(find_cut_teasers(texts))
    list(find_repeated_prose(texts))
    assemble(record, cut_blocks(blocks, [body("prose", LIKELY) for _ in blocks]))


def seconds(page: str) -> float:
    """The quickest of three: what else the machine does can only make it slower."""
    times = []
    for _ in range(3):
        before = time.process_time()
        clean(page)
        times.append(time.process_time() - before)
    return min(times)


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_time_grows_with_the_length_of_the_page(page: str) -> None:
    clean(page)
    assert seconds(page * 4) < MAX_GROWTH * seconds(page)
