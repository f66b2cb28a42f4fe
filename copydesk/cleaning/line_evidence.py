"""What is known of a line besides its words: the rule that knows it, and the markup around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from copydesk.line_markup import BlockKind, Hint, LineMarkup, Region
from schemas.vocabulary import JunkFamily, SegmentLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.cleaning.candidate import Candidate
    from copydesk.cleaning.line_features import Numbers

# What a rule can take a line for; the order is part of the trained models.
_KINDS = (
    JunkFamily.NAVIGATION,
    JunkFamily.RELATED_LINK,
    JunkFamily.SHARE_TOOLS,
    JunkFamily.ADVERTISING,
    JunkFamily.SUBSCRIBE,
    JunkFamily.COOKIE,
    JunkFamily.COMMENTS,
    JunkFamily.LEGAL,
    JunkFamily.CONTACT,
    JunkFamily.BROWSER,
    JunkFamily.PLAYER,
    JunkFamily.FORM,
    JunkFamily.WIDGET,
    JunkFamily.SEPARATOR,
    JunkFamily.TIMESTAMP,
    JunkFamily.READ_MORE,
    JunkFamily.TEASER,
    JunkFamily.AUTHOR_BOX,
    JunkFamily.OTHER,
    SegmentLabel.CAPTION,
    SegmentLabel.BYLINE,
    SegmentLabel.CREDIT,
)
_COLUMNS = {kind: no for no, kind in enumerate(_KINDS)}
_UNKNOWN = len(_KINDS)
_N_RULE_COLUMNS = len(_KINDS) + 1
_NO_MARKUP = LineMarkup()
# Nesting deeper than this is no deeper, for the model.
_MAX_DEPTH = 30


def is_web_page(candidates: Sequence[Candidate]) -> bool:
    """Whether the lines are those of a web page, with what its markup says of them."""
    return any(candidate.block.lines[0].markup is not None for candidate in candidates)


def evidence_of(candidates: Sequence[Candidate]) -> Numbers:
    """What is known of each line, one row a line: of web pages more than of plain texts."""
    rules = _rule_evidence(candidates)
    return np.hstack((rules, _markup_evidence(candidates))) if is_web_page(candidates) else rules


def _rule_evidence(candidates: Sequence[Candidate]) -> Numbers:
    """One column a kind, 1 where a rule takes the line for it; the last column: no rule knows it."""
    columns = [
        _UNKNOWN
        if candidate.verdict is None
        else _COLUMNS.get(candidate.verdict.junk_family or candidate.verdict.label, _UNKNOWN)
        for candidate in candidates
    ]
    evidence = np.zeros((len(columns), _N_RULE_COLUMNS), np.float32)
    evidence[np.arange(len(columns)), columns] = 1
    return evidence


def _markup_evidence(candidates: Sequence[Candidate]) -> Numbers:
    """The markup of each line, and what extractors of web pages say of it."""
    lines = [candidate.block.lines[0] for candidate in candidates]
    markups = [line.markup or _NO_MARKUP for line in lines]
    shares = np.array(
        [
            (
                markup.heading_level / 6,
                min(markup.depth, _MAX_DEPTH) / _MAX_DEPTH,
                markup.link_share,
                markup.emphasis_share,
                markup.container_share,
                markup.peer_share,
                markup.in_article_body is not None,
                markup.in_article_body is True,
                line.proposed is not None,
                line.proposed is True,
            )
            for line, markup in zip(lines, markups, strict=True)
        ],
        np.float32,
    )
    kinds = np.eye(len(BlockKind), dtype=np.float32)[[int(markup.block) for markup in markups]]
    flags = (
        _bits([markup.regions.value for markup in markups], len(Region)),
        _bits([markup.hints.value for markup in markups], len(Hint)),
        _bits([markup.near_hints.value for markup in markups], len(Hint)),
    )
    return np.hstack((shares, kinds, *flags))


def _bits(values: Sequence[int], n_bits: int) -> Numbers:
    """One column a flag, 1 where it is set."""
    return ((np.array(values)[:, None] >> np.arange(n_bits)) & 1).astype(np.float32)
