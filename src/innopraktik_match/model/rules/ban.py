"""ban: conflicts of interest, and refusals by either side."""

from innopraktik_match.model.columns import Columns
from innopraktik_match.model.measures import Options, Verdict


def ban(columns: Columns, o: Options) -> Verdict:
    """Banned pairs never meet: conflicts of interest, and refusals by either side."""
    return Verdict(columns.banned.get(o.intern, o.host, 0), limit=0)
