"""themes: host and intern have a theme in common."""

import numpy as np

from innopraktik_match.model.columns import Columns
from innopraktik_match.model.measures import Options, Verdict


def themes(columns: Columns, o: Options) -> Verdict:
    """Host and intern have a theme in common; whoever names none is open to all."""
    shared = np.zeros(len(o), dtype=bool)
    for word in range(columns.intern_themes.shape[1]):
        shared |= (columns.intern_themes[o.intern, word] & columns.host_themes[o.host, word]) != 0
    mine, yours = columns.intern_themes != 0, columns.host_themes != 0
    both = mine.any(axis=1)[o.intern] & yours.any(axis=1)[o.host]
    apart = (both & ~shared).astype(np.int64)
    rule = columns.rules.themes
    return Verdict(apart, points=rule.points * apart, limit=0 if rule.hard else None)
