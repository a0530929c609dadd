"""new_relations: a workplace not visited before."""

from innopraktik_match.model.columns import Columns
from innopraktik_match.model.measures import Options, Verdict


def new_relations(columns: Columns, o: Options) -> Verdict:
    """The intern has not visited this workplace before."""
    before = columns.visited.get(o.intern, o.host, 0)
    rule = columns.rules.new_relations
    return Verdict(before, points=rule.points * before, limit=0 if rule.hard else None)
