"""The names that the language model sees, trimmed to the name proper.

What the model misses is found in `missed`; which label a name has in the end is decided in `labels`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from copydesk.entities.countries import known_place
from copydesk.entities.dates import MONTHS, WEEKDAYS
from copydesk.entities.titles import LINKS, given_name_gender, is_office, is_title_word, leading_title_words
from copydesk.spans import Span
from schemas.vocabulary import MentionLabel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.records import Sentence, Token

MODEL_LABELS = {
    "PERSON": MentionLabel.PERSON,
    "NORP": MentionLabel.NORP,
    "FAC": MentionLabel.FAC,
    "ORG": MentionLabel.ORG,
    "GPE": MentionLabel.GPE,
    "LOC": MentionLabel.LOC,
    "PRODUCT": MentionLabel.PRODUCT,
    "EVENT": MentionLabel.EVENT,
    "WORK_OF_ART": MentionLabel.WORK,
    "LAW": MentionLabel.LAW,
}
KNOWN_NAME_CONFIDENCE = 0.95
MODEL_CONFIDENCE = 0.8

# Quotation marks, brackets, dashes and signs at the ends of a name are not part of it.
_SIGNS_BEFORE = re.compile(r"^(?:[\s\"'“”‘’«»(\[{―—–,;:.*•/-]+|(?:the|The|THE|an?)\s+)")
_DATE_PREPOSITION = re.compile(r"^(?:between|by|from|in|on|since|until)\s+", re.IGNORECASE)
_SIGNS_AFTER = re.compile(r"(?:[\s\"“”‘’«»(\[{\]}—–,;:*•/!?-]+|['’]s?)$")
_OWNED = re.compile(r"(?<=\w)['’]s\s.*$")
_ABBREVIATION = re.compile(r"(?:\b[^\W\d_]\.|\b(?:Jr|Sr|Inc|Co|Corp|Ltd|Bros|St|No)\.)$")
# "W]e" is a word put right in a quotation.
_NEVER_IN_NAME = re.compile(r"[@\[\]]|://")
_JOINT = re.compile(r"\s*[-–—/]\s*")
_PREFIX = re.compile(r"^(?:anti|ex|mid|non|post|pre|pro)\s?[-–]\s?(?=[A-Z])", re.IGNORECASE)
_SUFFIX = re.compile(
    r"""
    \s?[-–]\s?                  # a hyphen, which the model may have set apart
    (?:
        backed|based|born|brokered|controlled|educated|era|funded|held|language|led|made|occupied|owned|
        registered|run|speaking|sponsored|style|supplied|trained|wide
    )$
    """,
    re.VERBOSE,
)
_NOT_NAMES = frozenset(
    {
        "read",
        "read more",
        "print",
        "share",
        "tweet",
        "photo",
        "image",
        "video",
        "copyright",
        "click",
        "comments",
        "mr",
        "mrs",
    }
    | {"ms", "dr", "et", "am", "pm", "cet", "edt", "est", "gmt", "pdt", "pst", "utc"}
)
_CALENDAR = frozenset(WEEKDAYS) | frozenset(name for name in MONTHS if len(name) > len("sept"))
_HEADLINE_PREPOSITIONS = frozenset(
    {
        "After",
        "Against",
        "As",
        "At",
        "Before",
        "Beyond",
        "By",
        "For",
        "From",
        "In",
        "Like",
        "On",
        "To",
        "With",
        "Without",
    }
)
# Parts of speech that a name of one word does not have: "Underlining his warning, ...".
_NO_NAME_POS = frozenset({"VERB", "AUX", "ADV", "ADP", "PRON", "DET", "INTJ", "CCONJ", "SCONJ", "PART"})


@dataclass(frozen=True, slots=True)
class Name:
    """One place where something is named, not yet put together with its other mentions."""

    span: Span
    sentence_no: int
    text: str
    label: MentionLabel
    confidence: float


def recognised_names(text: str, sentence: Sentence) -> list[Name]:
    """Find the names that the model marked in a sentence, in order, dates and numbers left out."""
    return [
        name
        for label, tokens in model_entities(sentence)
        if label in MODEL_LABELS and not _is_verb_like(tokens)
        for name in _names(
            text,
            sentence.sentence_no,
            _with_given_name(sentence, tokens) if label == "PERSON" else tokens,
            MODEL_LABELS[label],
        )
    ]


def _with_given_name(sentence: Sentence, tokens: list[Token]) -> list[Token]:
    """The tokens of a person's name with the given name that the model left outside."""
    first = sentence.tokens.index(tokens[0])
    before = sentence.tokens[first - 1] if first else None
    if before is None or before.entity or before.pos != "PROPN" or given_name_gender(before.text) is None:
        return tokens
    return [before, *tokens]


def model_entities(sentence: Sentence) -> list[tuple[str, list[Token]]]:
    """The model's entities in a sentence: the label and the tokens of each."""
    entities: list[tuple[str, list[Token]]] = []
    label = ""
    for token in sentence.tokens:
        if token.entity and (token.entity_begins or token.entity != label):
            entities.append((token.entity, [token]))
        elif token.entity:
            entities[-1][1].append(token)
        label = token.entity
    return entities


def joined_parts(text: str, start: int, end: int) -> list[Span]:
    """Cut "Russian-U.S." into its names; one span where it is one name, or no pair of known ones."""
    piece = text[start:end]
    cuts = list(_JOINT.finditer(piece))
    if not cuts or known_place(piece):
        return [Span(start, end)]
    starts = [0, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), len(piece)]
    bounds = list(zip(starts, ends, strict=True))
    if all(known_place(piece[first:last]) for first, last in bounds):
        return [Span(start + first, start + last) for first, last in bounds]
    return [Span(start, end)]


def trimmed(text: str, start: int, end: int, label: MentionLabel) -> Span | None:
    """Cut articles, signs, titles and possessive endings off a name; None when nothing is left."""
    piece = text[start:end].partition("\n")[0]
    # "Trade Union Congress (TUC": the acronym is a name of its own.
    piece = piece if ")" in piece else piece.partition(" (")[0]
    if label is MentionLabel.PERSON:
        # "Mr Orlov's van": the owner is the name.
        piece = _OWNED.sub("", piece)
    end = start + len(piece)
    for _ in range(end - start):
        before = start, end
        start, end = _without_signs(text, start, end)
        start, end = _without_titles(text, start, end, label)
        if (start, end) == before:
            break
    return Span(start, end) if start < end else None


def _without_signs(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    if lead := _SIGNS_BEFORE.search(piece) or _PREFIX.search(piece):
        return start + lead.end(), end
    if tail := _SIGNS_AFTER.search(piece) or _SUFFIX.search(piece):
        return start, start + tail.start()
    ends_sentence = piece.endswith(".") and not _ABBREVIATION.search(piece)
    if ends_sentence or (piece.endswith(")") and "(" not in piece):
        return start, end - 1
    return start, end


def _without_titles(text: str, start: int, end: int, label: MentionLabel) -> tuple[int, int]:
    if label is MentionLabel.DATE:
        preposition = _DATE_PREPOSITION.search(text[start:end])
        return (start + preposition.end() if preposition else start), end
    words = list(re.finditer(r"[^\s-]+", text[start:end]))
    if label is MentionLabel.PERSON:
        count = leading_title_words([word.group() for word in words])
        return (start + words[count].start() if count else start), end
    # "US Secretary", "RUSSIAN FOREIGN": the country is the name.
    if len(words) > 1 and is_title_word(words[-1].group()):
        rest = text[start : start + words[-2].end()]
        if known_place(rest) or (known_place(rest.split()[0]) and is_title_word(rest.split()[-1])):
            return start, start + len(rest)
    return start, end


def _names(text: str, sentence_no: int, tokens: list[Token], label: MentionLabel) -> Iterator[Name]:
    tokens = _without_headline_words(tokens) if label is MentionLabel.PERSON else tokens
    whole = trimmed(text, tokens[0].start, tokens[-1].end, label)
    if whole is None:
        return
    for part in joined_parts(text, whole.start, whole.end):
        surface = part.of(text)
        place = known_place(surface)
        if place is not None and (label is not MentionLabel.PERSON or part != whole):
            yield Name(part, sentence_no, surface, place.label, KNOWN_NAME_CONFIDENCE)
        elif is_name(surface):
            yield Name(part, sentence_no, surface, label, MODEL_CONFIDENCE)


def _without_headline_words(tokens: list[Token]) -> list[Token]:
    """Cut "Orlov Says" and "Beyond Orlov", which capitals make look like names."""
    if len(tokens) > 1 and tokens[-1].tag == "VBZ":
        tokens = tokens[:-1]
    if len(tokens) > 1 and tokens[0].text in _HEADLINE_PREPOSITIONS:
        tokens = tokens[1:]
    return tokens


def is_name(surface: str) -> bool:
    """Whether a piece of text can be a name: it has a capital, and is no month, office or furniture."""
    plain = surface.casefold()
    if plain in _NOT_NAMES or plain in _CALENDAR or len(surface.strip(".")) < len("Li"):
        return False
    if not any(letter.isupper() for letter in surface) or _NEVER_IN_NAME.search(surface):
        return False
    words = plain.split()
    is_office_alone = all(is_title_word(word) or word in LINKS for word in words)
    return not (is_office_alone and (len(words) == 1 or any(is_office(word) for word in words)))


def _is_verb_like(tokens: list[Token]) -> bool:
    return len(tokens) == 1 and tokens[0].pos in _NO_NAME_POS and not tokens[0].text.isupper()
