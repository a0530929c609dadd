"""Tuning constants of model and engine: none decides what is optimal or proven, only how soon.

Read as `tuning.NAME`, so that a test or a measurement changes a value in one place. Names in `_S` are
seconds. Brackets give what half and double of the value change in the processor time of the round
1,000 x 550 (`python -m benchmarks.ablation --constants`) on a shared machine: less than a quarter is noise,
and steps that this round does not need stay unseen.
"""

from __future__ import annotations

# Options and groups: model/options, groups, growth, least

# Rows of pairs priced in one batch: fewer calls of numpy against memory.
OPTIONS_AT_ONCE = 2_000_000
# Where a limit is too short for all options, so many hosts a unit: shortlists of 30 give a plan in 0.8 s.
SHORTLIST_HOSTS = 30
# What an option costs until the first plan is checked: 4.9 s for the 2.1 million of 1,000 x 550, every pair.
SHORTLIST_OPTION_S = 2e-6
# And an intern: 0.8 s for 1,000 with shortlists, less what their options cost.
SHORTLIST_INTERN_S = 6e-4
# Pairs whose slots are counted, to tell how many options all will have.
SHORTLIST_SAMPLE = 2_000
# Groups held in one batch: fewer calls of numpy against memory [+5 %, 0 %].
GROUPS_AT_ONCE = 400_000
# Options sorted in one call, place by place: so that somebody who listens hears in between.
SORTED_AT_ONCE = 250_000
# A list is given up after so many partial groups, where rules and minima reject nearly all of them.
MOST_GROUPS_BEGUN = 10_000_000
# Options in the first table: more try groups in vain, fewer need second looks more often [+25 %, +21 %].
OPTIONS_TABLED = 4
# Groups of a place whose visit rules are evaluated at once, if the cheapest does not settle it [+13 %, -2 %].
GROUPS_TRIED_NEXT = 8
# Tables are fast where groups are few: of six out of 64 options there are 83 million, and those are grown
# [0 %, +2 %].
MOST_GROUPS_TABLED = 50_000
# Visits hold at most six, so six that differ are enough beside one further code; comparing costs the square
# [+1 %, +2 %].
CONTENDERS_COMPARED = 6

# Prices: engine/stages/scaling, blend and engine/prices/bounds

# Rounding loses millionths of a point a row, far below the whole point that a bound is rounded up to [+11 %,
# +3 %].
FINEST_SCALE = 10**6
# Prices may be so many times the dearest cost and stay exact, which costs as much fineness of the scale
# [-4 %, -2 %].
PRICE_HEADROOM = 16
# Duals are rounded down by so many units, so that ties within the rounding error are not taken for gains
# [+2 %, 0 %].
PRICE_MARGIN = 4
# A row with a higher limit gets no margin, as the bound would lose it once for each unit of the limit [-2 %,
# -1 %].
PRICE_MARGIN_UP_TO = 100
# Prices below this share of the highest say nothing of the usual one, which sets the box [+3 %, +2 %].
SMALL_PRICE = 1e-3
# An earlier aim outweighs so many options of a later one: more is stricter, and leaves larger numbers [+6 %,
# +6 %].
BLEND_OF_OPTION = 10
# An earlier aim outweighs so many misses of a later one, as one move can trade more than one of them [+6 %,
# +10 %].
BLEND_OF_MISS = 4

# Dual ascent: engine/prices/dual_ascent, column_generation

# Smaller rounds need no ascent: 200 x 110, with 24,000 options, is done in 0.9 s without (docs/benchmarks.md)
# [+8 %, +4 %].
ASCENT_FROM_OPTIONS = 30_000
# An upper limit, reached on rounds of 1,000, where a pass takes 7 to 13 ms [+11 %, +2 %].
ASCENT_PASSES = 100
# Passes over all options before partial pricing: prices only have to tell promising options from others.
ASCENT_FIRST_PASSES = 10
# Passes between two looks at whether the ascent still pays [+4 %, +4 %].
ASCENT_REVIEW = 20
# The ascent ends where a review finds a smaller gain, and leaves the rest to the master [+5 %, +5 %].
ASCENT_GAIN = 2e-3
# Step as a share of the way to the target, which is a guess and so not to be believed whole [+1 %, +18 %].
ASCENT_FIRST_STEP = 0.4
# The ascent ends where steps become so short that prices hardly change.
ASCENT_LAST_STEP = 1e-3
# Steps of more than twice the way to the target need not converge (Polyak, 1969).
ASCENT_LONGEST_STEP = 2.0
# The step after a better bound whose slope still agrees: it was too short (the volume algorithm's green step)
# [+16 %, +9 %].
ASCENT_LONGER = 1.2
# The step after a better bound whose slope has turned: it was a little too long (its yellow step) [+15 %,
# +23 %].
ASCENT_SHORTER = 0.95
# The step after passes in vain: it was much too long (its red step) [-9 %, +12 %].
ASCENT_BACK = 0.66
# Passes in vain before the step is shortened: one may be chance, many are wasted [+2 %, +10 %].
ASCENT_PATIENCE = 3
# Least and most weight of a pass in the mean: every pass counts, and none replaces it.
ASCENT_SHARES = (0.05, 0.5)
# The unknown optimum is taken to be this share above the bound: too far overshoots, too near creeps [+2 %,
# +13 %].
ASCENT_TARGET = 0.03
# The same as a share of all prices, for bounds near 0, where a share of the bound would be no step [+19 %,
# +12 %].
ASCENT_TARGET_OF_PRICES = 0.02

# Cuts: engine/prices/separation, cutting

# Shorter lists are chosen from at once: on rounds of 1,000 cuts take two seconds.
CUT_FROM_VISITS = 2_000
# A cut counts as broken by more than this: less gains nothing and is near the tolerance of HiGHS.
CUT_BROKEN = 0.01
# Interns and hosts of a cut at most: longer ones load nearly every visit.
CUT_MOST_ROWS = 60
# Cuts a round, the most broken ones: most of 39 to 150 have no price in the end.
CUTS_A_ROUND = 150
# A round that closes a smaller share of the gap gains little.
CUT_GAIN = 0.02

# Column generation: engine/prices/column_generation

# Options a unit from which only a part is priced at first: every pair gives 2,100, shortlists of 30 give 110.
PARTIAL_FROM_OPTIONS = 600
# Cheapest options of a place that are priced: three times the seats of a host for three.
PARTIAL_OPTIONS_A_PLACE = 10
# Cheapest options of a unit that are priced: more than the 110 that a shortlist of 30 hosts gives.
PARTIAL_OPTIONS_A_UNIT = 150
# Heuristic pricing tries the 41 groups of up to three of six options; what it misses the exact bound finds
# [+8 %, +4 %].
PRICING_OPTIONS = 6
# Columns a host in each round: fewer rounds against a larger master [+8 %, +4 %].
PRICING_VISITS = 6
# Share of the time left that prices may take: the rest has to find a plan.
PRICING_SHARE = 0.6
# Once master and bound are this near, a round that takes long is better spent on the plan.
PRICING_ROUGH_GAP = 1e-3
# And long is a round of which fewer than so many more fit into the time.
PRICING_ROUNDS_AHEAD = 10
# Columns a host in the first master: a small program with the visits nearest to the prices [+10 %, +11 %].
MASTER_VISITS_A_HOST = 6
# Columns for each unit that those leave out, so that the first master can place everybody [+5 %, -5 %].
MASTER_VISITS_ALONE = 4
# The first gap listed is the mean price over this; it doubles, so too narrow only costs short lists.
MASTER_FIRST_WIDTH = 64
# Doublings of that gap at most: 2**30 times the first gap is beyond all prices.
MASTER_DOUBLINGS = 30
# A doubling may list so many times the visits wanted; the nearest are kept.
MASTER_MOST_NEAR = 8
# Converged where master and bound are this near: the bound is rounded up to a whole point in the end [-5 %,
# 0 %].
MASTER_GAP = 1e-5
# Ten times the feasibility tolerance of HiGHS (1e-7): less is noise.
MASTER_ZERO = 1e-6
# The first box is the usual price over this: narrow enough to steady the duals, and it widens where it binds
# [+11 %, +3 %].
BOX_FRACTION = 32
# Small steps of widening keep the box of use; it narrows by as much once it no longer binds [+11 %, +6 %].
BOX_FACTOR = 2
# Rounds in which the box binds before it widens though the bound still creeps up [-4 %, +6 %].
BOX_PATIENCE = 5

# Flows: engine/flows, engine/plans/flowed

# OR-Tools hears no Ctrl-C in a flow: 300,000 options take 0.3 s, so these stay within the two seconds.
FLOW_MOST_OPTIONS = 1_500_000
# An earlier aim outweighs so many options of the next: four are mostly enough, and the others follow.
FLOW_WEIGHTS = (4, 64, 4096)

# Plans: engine/plans

# Smaller rounds that are no flow are done as soon without: loading that of OR-Tools takes 36 ms.
FLOWS_FROM_OPTIONS = 10_000
# Flows with the hosts left out that got fewer than they take: two or three leave none of those.
SLOT_ROUNDS = 4
# Earlier aims weigh so many times their price in a flow, so that it does not trade them.
SLOT_WEIGHT = 4
# Options of a place from which a sweep forms groups; the next sweep takes what is left [+3 %, +6 %].
GREEDY_OPTIONS = 6
# An upper limit: sweeps end when nothing fits, after four or five on rounds of 1,000.
GREEDY_SWEEPS = 20
# Visits taken by more are fixed together: fewer rounds against regrets [-2 %, -5 %].
DIVE_FIXES_FROM = 0.7
# So many fractional visits are left to a solver: on rounds of 1,000 it took 0.01 to 0.7 s [0 %, -2 %].
DIVE_ENDS_BELOW = 300
# Rounds of new columns after each fixing: no bound depends on them, so they need not converge [-2 %, 0 %].
DIVE_PRICING_ROUNDS = 6
# A round of the dive that lowers the master by a smaller share is its last.
DIVE_PRICING_GAIN = 1e-5
# Visits nearest to the prices to choose among while the list within the gap is long.
NEAREST_VISITS = 8_000
# The same once more, where that has left a long list; and those among which cuts are looked for.
NEAREST_MORE = 20_000
# Lists shorter than so many times that, or a narrower one, are chosen from as a whole.
NEAREST_OF = 1.5
# Three times what such a choice needed on 1,000 x 550.
NEAREST_S = 20.0
# And a share of the time left, so that later steps have some too.
NEAREST_SHARE = 0.4
# Shares of the gap, one over each, whose visits are chosen from before all within it.
NARROWED = (8, 3)
# Larger plans are searched neighbourhood by neighbourhood: a solver finds little among all at once.
NEAREST_UP_TO = 1_200
# Above, local search narrows the gap first: lists of 4,000 to 18,000 close rounds of 1,000 in a second.
MOST_VISITS_LISTED = 400_000
# Plans nearer to the bound than this go to the finish at once, whose list is then short.
LOCAL_SEARCH_GAP = 1e-3
# Share of the time left for local search before the finish, so that later aims have some too.
LOCAL_SEARCH_SHARE = 0.6
# Visits freed: 150 took 0.03 to 0.4 s on 1,000 x 550; larger ones are for when those fail.
NEIGHBOURHOOD_SIZES = (150, 300, 600)
# Hosts of least reduced cost through which a neighbourhood grows from each unit.
NEIGHBOURHOOD_HOSTS = 6
# Ten times what a neighbourhood took at most on 1,000 x 550: one that takes longer is not worth it.
NEIGHBOURHOOD_S = 5.0
# With fewer visits near the prices, visits found before join: prices say little there.
NEIGHBOURHOOD_FEW_VISITS = 400
# Visits to choose among in a neighbourhood: 3,400 took 0.03 s on 1,000 x 550.
NEIGHBOURHOOD_MOST_VISITS = 4_000
# The first gap listed is a point over this; it doubles, so too narrow only costs short lists.
NEIGHBOURHOOD_FIRST_WIDTH = 64
# Neighbourhoods in vain before larger ones are tried.
MAX_FAILURES = 40

# Solvers: engine/plans/race, engine/prices/highs

# Loading CP-SAT takes 0.34 s, in which HiGHS settles most short lists.
HIGHS_HEAD_START_S = 0.3
# On few cores all linear relaxations pay: 5 s where the defaults fail in 20 s (docs/benchmarks.md, 72 x 51).
CP_SAT_LINEARIZATION = 2
# Simplex iterations for the relaxation alone: its optimum is often whole before presolve has ended [-4 %,
# -3 %].
RELAXATION_STEPS = 3_000
# The default of HiGHS for how far an integer may be off (mip_feasibility_tolerance).
INTEGRAL_WITHIN = 1e-6

# Lottery and seating: engine/search, engine/stages/lottery, seating

# A lottery may take this, or as long as everything before it: it decides ties only.
LOTTERY_S = 2.0
# Lots between two looks at the clock: some 40 ms.
LOTS_AT_ONCE = 50_000
# Bounds a search that can be exponential; a place that needs more keeps its visits as they are.
PARTIES_TRIED = 10_000
# The first party usually fits, so few are priced at first.
PARTIES_AT_FIRST = 4
# Where it did not, larger batches save calls of numpy.
PARTIES_AT_ONCE = 256

# Time and memory: engine/control, memory, progress and solving

# Ctrl-C and solvers' answers are heard this soon: twenty looks a second cost nothing.
LISTEN_S = 0.05
# Four reports a second show that it goes on; a callback may be slow.
HEARTBEAT_S = 0.25
# A solver that has not stopped by then is abandoned, within the two seconds that Ctrl-C may take.
SOLVER_STOP_S = 0.3
# A step may overrun its end by so much rather than lose its work; limit + 10 % + 1 s is promised.
STEP_SLACK_S = 0.3
# The same as a share of the limit: a third of the 10 % that are promised.
STEP_SLACK_SHARE = 0.03
# Time kept for the checker, an intern: measured with two aims on a slow machine.
CHECK_INTERN_S = 7e-4
# Time kept for the checker, an option: measured with two aims on a slow machine.
CHECK_OPTION_S = 2e-6
# Share of the limit kept for the check at most: a plan is worth more than its bounds.
CHECK_MOST_SHARE = 0.4
# The check may overrun the limit by half of the second that is promised.
CHECK_OVERTIME_S = 0.5
# The same as a share of the limit, within the 10 % that are promised.
CHECK_OVERTIME_SHARE = 0.06
# A shard of more is cut in two: the whole country, 4.5 million options, is four.
SHARD_OPTIONS = 1_200_000
# Stages of a solve whose shards a worker keeps: prices go to and fro between a stage and a part of it.
SHARDED_STAGES = 2
# And solves: of those that share workers, two at once send no shard twice.
SHARDED_SOLVES = 2
# The interpreter waits so long for an abandoned solver, as leaving while it runs can crash.
FAREWELL_S = 5.0
# Share of the free memory taken by default: the rest is for files, and for others.
MEMORY_SHARE = 0.9
# So many options take 100 MB at most, and what is free is not asked for; it costs 12 ms in a cold process.
MEMORY_LOOK_OPTIONS = 400_000
# Nor is it in the first moments, where nobody has said a limit.
MEMORY_FIRST_LOOK_S = 0.4
# Memory is looked up ten times a second: often enough for the tenth that is left free.
MEMORY_LOOK_S = 0.1
# Memory of an option when all is built: measured from 100,000 options to 4.5 million.
OPTION_BYTES = 250
