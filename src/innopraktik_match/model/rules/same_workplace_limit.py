"""same_workplace_limit: one host does not receive all of a workplace."""

import numpy as np

from innopraktik_match.domain.names import key
from innopraktik_match.model.columns import Columns
from innopraktik_match.model.measures import NO_LIMIT, Bounds, Options, Places


def same_workplace_limit(columns: Columns, o: Options, p: Places) -> Bounds:
    """A host receives only so many from one workplace, all its visits together."""
    rule, code = columns.rules.same_workplace_limit, columns.intern_workplace
    n_codes = int(code.max(initial=-1)) + 1
    many = np.bincount(code[code >= 0], minlength=n_codes + 1) > rule.limit  # [-1], unknown: none
    options = np.flatnonzero(many[code[o.intern]])
    shared = o.host[options].astype(np.int64) * n_codes + code[o.intern[options]]
    pairs, first, row = np.unique(shared, return_index=True, return_inverse=True)
    someone = o.intern[options[first]]
    given = np.full(len(pairs), rule.limit)
    upper = given
    if rule.hard and len(columns.decided):
        together = columns.decided.host * n_codes + code[columns.decided.intern]
        together = together[code[columns.decided.intern] >= 0]
        upper = np.maximum(given, (pairs[:, None] == together).sum(axis=1))
    return Bounds(
        key=lambda r: (
            columns.hosts[pairs[r] // n_codes].id,
            key(columns.interns[someone[r]].workplace or ""),
        ),
        lower=np.full(len(pairs), -NO_LIMIT),
        upper=upper,
        option=options,
        option_row=row.astype(np.int64),
        option_load=np.ones(len(options), dtype=np.int64),
        points=None if rule.hard else rule.points,
        given=given,
    )
