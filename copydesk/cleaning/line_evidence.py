"""What is known of a line besides its words: the rule that knows it, and the markup around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

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
N_RULE_COLUMNS = len(_KINDS) + 1


def evidence_of(candidates: Sequence[Candidate]) -> Numbers:
    """One column a kind, 1 where a rule takes the line for it; the last column: no rule knows it."""
    columns = [
        _UNKNOWN
        if candidate.verdict is None
        else _COLUMNS.get(candidate.verdict.junk_family or candidate.verdict.label, _UNKNOWN)
        for candidate in candidates
    ]
    evidence = np.zeros((len(columns), N_RULE_COLUMNS), np.float32)
    evidence[np.arange(len(columns)), columns] = 1
    return evidence
