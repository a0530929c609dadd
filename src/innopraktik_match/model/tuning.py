"""Tuning constants of model and engine: none decides what is optimal or proven, only how soon.

Read as `tuning.NAME`, so that a test or a measurement changes one in one place. Suffix `_S`: seconds.
"""

from __future__ import annotations

# Options and groups: model/options, groups, growth, least

# Rows of (intern, host, slot) priced at a time: bounds memory, not time.
OPTIONS_AT_ONCE = 2_000_000
# Groups held at a time: bounds memory, not time.
GROUPS_AT_ONCE = 400_000
# Beginnings of groups after which a list is given up.
MOST_GROUPS_BEGUN = 10_000_000
# Cheapest options of a place in the first table.
OPTIONS_TABLED = 4
# Groups of a place tried after its cheapest.
GROUPS_TRIED_NEXT = 8
# A place whose groups are at most so many is settled by a table, others member by member.
MOST_GROUPS_TABLED = 50_000
# Options of a family compared with each other.
CONTENDERS_COMPARED = 6

# Prices: engine/stages/scaling, blend and engine/prices/bounds

FINEST_SCALE = 10**6
PRICE_HEADROOM = 16
PRICE_MARGIN = 4
PRICE_MARGIN_UP_TO = 100
SMALL_PRICE = 1e-3
BLEND_OF_OPTION = 10
BLEND_OF_MISS = 4

# Dual ascent: engine/prices/dual_ascent

ASCENT_FROM_OPTIONS = 30_000
ASCENT_PASSES = 100
ASCENT_FIRST_PASSES = 10
ASCENT_REVIEW = 20
ASCENT_GAIN = 2e-3
ASCENT_FIRST_STEP = 0.4
ASCENT_LAST_STEP = 1e-3
ASCENT_LONGEST_STEP = 2.0
ASCENT_LONGER = 1.2
ASCENT_SHORTER = 0.95
ASCENT_BACK = 0.66
ASCENT_PATIENCE = 3
ASCENT_SHARES = (0.05, 0.5)
ASCENT_TARGET = 0.03
ASCENT_TARGET_OF_PRICES = 0.02

# Column generation: engine/prices/column_generation

PARTIAL_FROM_OPTIONS = 600
PARTIAL_OPTIONS_A_PLACE = 10
PARTIAL_OPTIONS_A_UNIT = 150
PRICING_OPTIONS = 6
PRICING_VISITS = 6
PRICING_SHARE = 0.6
PRICING_ROUGH_GAP = 1e-3
PRICING_ROUNDS_AHEAD = 10
MASTER_VISITS_A_HOST = 6
MASTER_VISITS_ALONE = 4
MASTER_FIRST_WIDTH = 64
MASTER_DOUBLINGS = 30
MASTER_MOST_NEAR = 8
MASTER_GAP = 1e-5
MASTER_ZERO = 1e-6
BOX_FRACTION = 32
BOX_FACTOR = 2
BOX_PATIENCE = 5

# Plans: engine/plans

GREEDY_OPTIONS = 6
GREEDY_SWEEPS = 20
DIVE_FIXES_FROM = 0.7
DIVE_ENDS_BELOW = 300
DIVE_PRICING_ROUNDS = 6
DIVE_PRICING_GAIN = 1e-5
MOST_VISITS_LISTED = 400_000
LOCAL_SEARCH_GAP = 1e-3
LOCAL_SEARCH_SHARE = 0.6
NEIGHBOURHOOD_SIZES = (150, 300, 600)
NEIGHBOURHOOD_HOSTS = 6
NEIGHBOURHOOD_S = 5.0
NEIGHBOURHOOD_FEW_VISITS = 400
NEIGHBOURHOOD_MOST_VISITS = 4_000
NEIGHBOURHOOD_FIRST_WIDTH = 64
MAX_FAILURES = 40

# Solvers: engine/plans/race, engine/prices/highs

HIGHS_HEAD_START_S = 0.3
CP_SAT_LINEARIZATION = 2
RELAXATION_STEPS = 3_000
INTEGRAL_WITHIN = 1e-6

# Lottery and seating: engine/search, engine/stages/lottery, seating

LOTTERY_S = 2.0
LOTS_AT_ONCE = 50_000
PARTIES_TRIED = 10_000
PARTIES_AT_FIRST = 4
PARTIES_AT_ONCE = 256

# Time and memory: engine/control, memory, progress and solving

LISTEN_S = 0.05
HEARTBEAT_S = 0.25
SOLVER_STOP_S = 0.3
STEP_SLACK_S = 0.3
STEP_SLACK_SHARE = 0.03
CHECK_INTERN_S = 7e-4
CHECK_OPTION_S = 2e-6
CHECK_MOST_SHARE = 0.4
CHECK_OVERTIME_S = 0.5
CHECK_OVERTIME_SHARE = 0.06
FAREWELL_S = 5.0
MEMORY_SHARE = 0.9
MEMORY_LOOK_S = 0.1
OPTION_BYTES = 250
