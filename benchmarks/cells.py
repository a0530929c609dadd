"""One run in words: the cells of the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.specs import OURS

if TYPE_CHECKING:
    from collections.abc import Sequence

Row = dict[str, str]

NAMES = {
    OURS: "innopraktik-match",
    "cpsat": "textbook CP-SAT, set for few cores",
    "cpsat_default": "textbook CP-SAT, default settings",
    "highs": "textbook HiGHS",
    "hungarian": "Hungarian method",
    "deferred_acceptance": "deferred acceptance",
    "by_hand": "by hand",
}


def machine(rows: Sequence[Row]) -> str:
    """Return when, of what code and where it was measured: each round at one of the commits named."""
    row = rows[0]
    each = [f"`{commit}`" for commit in dict.fromkeys(row["commit"] for row in rows)]
    commits = f"commit{'s' * (len(each) > 1)} {', '.join(each)}"
    changed = ", with changes not committed" if row["dirty"] == "True" else ""
    return (
        f"Measured {row['date']} at {commits}{changed} on {row['cores']} cores of "
        f"{row['cpu']} with {row['memory_gb']} GB;\nversion {row['package']}, Python {row['python']}, "
        f"ortools {row['ortools']}, highspy {row['highspy']}, numpy {row['numpy']}; "
        f"load {row['load']} when the run began."
    )


def name(row: Row) -> str:
    """Return the name of the round."""
    return row["round"]


def solver(row: Row) -> str:
    """Return who made the plan."""
    return NAMES[row["solver"]]


def goal(row: Row) -> str:
    """Return what was asked for."""
    if not row["goal_seconds"]:
        return "-"
    share = float(row["goal_gap"])
    what = "proven best" if share == 0 else f"within {100 * share:g} %"
    return f"{what} in {float(row['goal_seconds']):g} s"


def reached(row: Row) -> str:
    """Return whether the goal was reached: proven or near enough, verified, and in time."""
    if not row["goal_seconds"]:
        return ""
    sound = row["outcome"] == "done" and row["verified"] == "True" and row["gap"] != ""
    placed_proven = row["placed"] == row["placed_bound"]
    near = sound and placed_proven and float(row["goal_gap"]) >= float(row["gap"])
    near = near and (row["proven"] == "True" or float(row["goal_gap"]) > 0)
    return "reached" if near and float(row["seconds"]) <= float(row["goal_seconds"]) else "**missed**"


def seconds(row: Row) -> str:
    """Return the time, or how the run ended without one."""
    return f"{float(row['seconds']):.1f} s" if row["seconds"] else row["outcome"]


def first_plan(row: Row) -> str:
    """Return when the first legal plan stood."""
    return f"{float(row['first_plan_seconds']):.1f} s" if row["first_plan_seconds"] else "-"


def placed(row: Row) -> str:
    """Return how many got a visit, and how many could at most."""
    return _with_bound(row["placed"], row["placed_bound"])


def points(row: Row) -> str:
    """Return the points, and the fewest there could be."""
    return _with_bound(row["points"], row["points_bound"])


def other_aims(row: Row) -> str:
    """Return the aims beside the placed and the points."""
    named = dict(one.split(":") for one in row["aims"].split())
    words = [f"{aim.replace('_', ' ')} {n}" for aim, n in named.items() if aim not in ("placed", "points")]
    return ", ".join(words) or "-"


def gap(row: Row) -> str:
    """Return the gap of the points; "proven" says that of all aims."""
    if not row["gap"]:
        return "-"
    return "0 %, proven" if row["proven"] == "True" else f"{100 * float(row['gap']):.2f} %"


def verified(row: Row) -> str:
    """Return the checker's word, and how long it took."""
    if not row["verified"]:
        return "not"
    return f"{'yes' if row['verified'] == 'True' else '**no**'}, {float(row['verify_seconds']):.1f} s"


def broken(row: Row) -> str:
    """Return the hard rules that the plan breaks, with how often; or that there is no plan."""
    if not row["legal"]:
        return "no plan" if row["outcome"] == "done" else row["outcome"]
    return ", ".join(f"`{r}` {n}" for r, n in (one.split(":") for one in row["breaches"].split())) or "none"


def plan_size(row: Row) -> str:
    """Return the size of the plan's file."""
    return f"{int(row['plan_kb']):,} kB" if row["plan_kb"] else "-"


def memory(row: Row) -> str:
    """Return the most memory that the process had."""
    return f"{int(row['memory_mb']):,} MB" if row["memory_mb"] else "-"


def options(row: Row) -> str:
    """Return how many options the rules leave: a person at a host in a slot each."""
    return f"{int(row['options']):,}" if row["options"] else "-"


def seconds_a_million(row: Row) -> str:
    """Return the time for each million options."""
    return _a_million(row, row["seconds"], "s")


def verified_a_million(row: Row) -> str:
    """Return the checker's time for each million options."""
    return _a_million(row, row["verify_seconds"], "s")


def memory_a_million(row: Row) -> str:
    """Return the memory beside that of the round itself, for each million options."""
    if not row["memory_mb"]:
        return "-"
    return _a_million(row, str(int(row["memory_mb"]) - int(row["memory_before_mb"])), "MB")


def _a_million(row: Row, amount: str, unit: str) -> str:
    return f"{1e6 * float(amount) / int(row['options']):,.1f} {unit}" if amount and row["options"] else "-"


def _with_bound(value: str, bound: str) -> str:
    if not value:
        return "-"
    return f"{int(value):,} ({int(bound):,})" if bound else f"{int(value):,}"
