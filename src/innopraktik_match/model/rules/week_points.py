"""week_points: some weeks cost points."""

import numpy as np

from innopraktik_match.model.columns import Columns
from innopraktik_match.model.measures import Options, Verdict


def week_points(columns: Columns, o: Options) -> Verdict:
    """The visit begins in one of the good weeks."""
    price = {one.week: one.points for one in columns.rules.week_points.weeks}
    each = np.array([price.get(week, 0) for week in (*columns.weeks, "")], dtype=np.int64)
    points = each[columns.slot_week[o.slot]]  # the last one, 0, where there are no weeks
    return Verdict((points > 0).astype(np.int64), points=points)
