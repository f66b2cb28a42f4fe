"""Raw news text in, structured records out.

`copydesk.clean(text)` finds the article in a page, `copydesk.extract(text)` also finds its quotes,
events and mentions. Both are quick to import: what they need is loaded by the first call. Folders
of articles are the business of the command line, `copydesk run`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from copydesk.records import Document, Extraction

__all__ = ["clean", "extract"]


def clean(text: str, published_on: date | None = None) -> Document:
    """Find the article in the text of a page.

    Args:
        text: The raw text of one article, as a scraper left it.
        published_on: Its date of publication, where it is known; else it is looked for in the text.

    Returns:
        The article: its body, what is known about its publication, and every line with its label.

    Raises:
        copydesk.errors.UnusableRecord: There is no article in the text.
    """
    from copydesk.document import clean_text

    return clean_text(text, published_on)


def extract(text: str, published_on: date | None = None) -> Extraction:
    """Find the article in the text of a page, and its sentences, mentions, quotes and events.

    Args:
        text: The raw text of one article, as a scraper left it.
        published_on: Its date of publication, where it is known; else it is looked for in the text.

    Returns:
        The article with everything found in it; offsets index `extraction.document.text`.

    Raises:
        copydesk.errors.UnusableRecord: There is no article in the text.
    """
    from copydesk.document import clean_text, extract_document

    return extract_document(clean_text(text, published_on))
