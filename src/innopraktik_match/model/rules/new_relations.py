"""new_relations, new_workplaces, new_sectors: who has not met before."""

import numpy as np

from innopraktik_match.domain.rulebook.settings import Fading
from innopraktik_match.model.columns import Columns
from innopraktik_match.model.measures import Index, Ints, Options, Verdict
from innopraktik_match.model.pair_table import PairTable


def new_relations(columns: Columns, o: Options) -> Verdict:
    """The intern has not visited this workplace before."""
    return _met(columns.rules.new_relations, columns.visited.get(o.intern, o.host, 0))


def new_workplaces(columns: Columns, o: Options) -> Verdict:
    """The workplaces of intern and host have not visited each other before."""
    since = _since(columns.met_workplaces, columns.intern_workplace[o.intern], columns.host_workplace[o.host])
    return _met(columns.rules.new_workplaces, since)


def new_sectors(columns: Columns, o: Options) -> Verdict:
    """The sectors of intern and host have not visited each other before."""
    since = _since(columns.met_sectors, columns.intern_sector[o.intern], columns.host_sector[o.host])
    return _met(columns.rules.new_sectors, since)


def _since(met: PairTable, mine: Index, theirs: Index) -> Ints:
    """Return how many years ago two words met, 0 for never; an unknown word never did."""
    return np.where((mine >= 0) & (theirs >= 0), met.get(mine, theirs, 0), 0)


def _met(rule: Fading, since: Ints) -> Verdict:
    """Charge those who met: the year after in full, each further year a share of `years` less."""
    if rule.years == "always":
        over, left = 1, np.minimum(since, 1)
    else:
        over, left = rule.years, np.where(since > 0, np.maximum(rule.years + 1 - since, 0), 0)
    return Verdict(np.minimum(left, 1), points=rule.points * left // over, limit=0 if rule.hard else None)
