"""own_option, own_visit, own_round: rules that developers have registered."""

import numpy as np

from innopraktik_match.domain.own_rules import OwnRule, own_rule
from innopraktik_match.domain.rulebook.criterion_settings import OwnOptions, OwnVisits
from innopraktik_match.model.columns import Columns
from innopraktik_match.model.measures import NO_LIMIT, Bounds, Ints, Options, Places, Verdict, Visits


def own_option(columns: Columns, o: Options) -> Verdict:
    """Intern and host keep the rules about pairs that you have written in code."""
    return _verdict(columns, columns.rules.own_option, o, len(o))


def own_visit(columns: Columns, v: Visits) -> Verdict:
    """Those who come together keep the rules about visits that you have written in code."""
    return _verdict(columns, columns.rules.own_visit, v, len(v.members))


def own_visit_floor(columns: Columns, v: Visits) -> Verdict:
    """Return nothing: whoever comes along may mend what such a rule says."""
    return Verdict(np.zeros(len(v.members), dtype=np.int64))


def dearest_own(rule: OwnVisits, members: int) -> int:
    """Return the most that the rules charge for a visit."""
    return sum(one.points * own_rule(one.rule).most for one in rule.criteria if one.on)


def own_round(columns: Columns, o: Options, p: Places) -> Bounds:
    """The plan keeps the limits that you have written in code."""
    rule = columns.rules.own_round
    keys: list[tuple[str, str]] = []
    upper: list[int] = []
    options, rows = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
    for number, one in enumerate(rule.criteria):
        words = np.asarray(own_rule(one.rule).measure(columns, o), dtype=str)
        named = np.flatnonzero(words != "")
        found, row = np.unique(words[named], return_inverse=True)
        options.append(named)
        rows.append(len(keys) + row.ravel())
        keys += [(str(number), str(word)) for word in found]
        upper += [one.limit] * len(found)
    option = np.concatenate(options)
    return Bounds(
        key=keys.__getitem__,
        lower=np.full(len(keys), -NO_LIMIT),
        upper=np.array(upper, dtype=np.int64),
        option=option,
        option_row=np.concatenate(rows),
        option_load=np.ones(len(option), dtype=np.int64),
        points=None if rule.hard else rule.points,
    )


def _verdict(columns: Columns, rule: OwnOptions | OwnVisits, rows: Options | Visits, count: int) -> Verdict:
    on = (one for one in rule.criteria if one.on)
    return Verdict.of_criteria(
        count, ((_amounts(own_rule(one.rule), columns, rows, count), one.points, one.hard) for one in on)
    )


def _amounts(rule: OwnRule, columns: Columns, rows: Options | Visits, count: int) -> Ints:
    """Return what a rule measures, if it is what was promised."""
    found = np.asarray(rule.measure(columns, rows)).astype(np.int64)
    if found.shape != (count,) or ((found < 0) | (found > rule.most)).any():
        raise ValueError(f"the rule {rule.id!r} measures {count} whole numbers from 0 to {rule.most}")
    return found
