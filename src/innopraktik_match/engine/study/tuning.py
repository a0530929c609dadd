"""Tuning constants of questions to a standing round; more of them, and how they are read, in model/tuning."""

from __future__ import annotations

# Visits in the program; more are added for a question as it needs them. Half as many: half as long again.
VISITS = 2000
# The first gap listed is a point over this; it doubles, so too narrow only costs short lists.
FIRST_SHARE = 4
# Enough visits: most questions need none farther from the prices.
ENOUGH_LISTED = 10_000
# More take longer to look through than a pass over all options.
MOST_LISTED = 40_000
# Points from the prices looked at first: most questions need no more on 72 x 51.
WITHIN = 6
# Visits added at a time: a few steps of the simplex each.
ADDED = 200
# Of those with a pair that must meet so many at once: with them the first optimum is mostly the last.
HELD = 50
# Less than this share of a unit of cost is no improvement: all visits of a plan together stay below one.
ZERO = 5e-3
# Units of cost from the duals within which a whole solution is looked for first.
NEAR_BY = 2
# After so long for whole numbers an ordinary solve answers.
WHOLE_S = 1.0
# Nothing else answers which plan comes next.
NEXT_BEST_S = 20.0
