"""role: the host's wanted roles."""

import numpy as np

from innopraktik_match.model.columns import Columns
from innopraktik_match.model.measures import Options, Verdict


def role(c: Columns, o: Options) -> Verdict:
    """The intern has a role that the host wants; a host without wishes welcomes all."""
    unwanted = (~c.host_roles[o.host, c.intern_role[o.intern]]).astype(np.int64)
    rule = c.rules.role
    return Verdict(unwanted, points=rule.points * unwanted, limit=0 if rule.hard else None)
