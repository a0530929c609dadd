"""themes: host and intern have a theme in common."""

import numpy as np

from innopraktik_match.model.columns import Columns
from innopraktik_match.model.matches import apart
from innopraktik_match.model.measures import Options, Verdict


def themes(columns: Columns, o: Options) -> Verdict:
    """Host and intern have a theme in common; whoever names none is open to all."""
    off = apart(columns.intern_themes, columns.host_themes, o.intern, o.host).astype(np.int64)
    rule = columns.rules.themes
    return Verdict(off, points=rule.points * off, limit=0 if rule.hard else None)
