"""role: the host's wanted roles."""

import numpy as np

from innopraktik_match.model.columns import Columns
from innopraktik_match.model.measures import Options, Verdict


def role(columns: Columns, o: Options) -> Verdict:
    """The intern has a role that the host wants; a host without wishes welcomes all."""
    unwanted = (~columns.host_roles[o.host, columns.intern_role[o.intern]]).astype(np.int64)
    rule = columns.rules.role
    return Verdict(unwanted, points=rule.points * unwanted, limit=0 if rule.hard else None)
