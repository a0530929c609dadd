"""The pictures of the results, in the colour-blind-safe colours of Okabe and Ito; markers differ too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from benchmarks.cells import NAMES
from benchmarks.specs import OURS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from benchmarks.cells import Row

COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000")
MARKERS = ("o", "s", "^", "D", "v", "P", "X")
LINES = ("-", "--", "-.", ":")
PROVEN = 1e-6
MANY = 6  # rounds with fewer solvers have only their table
STYLE = {
    "svg.hashsalt": "innopraktik-match",
    "font.size": 10,
    "axes.grid": True,
    "grid.color": "#dddddd",
    "axes.axisbelow": True,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "figure.facecolor": "white",
}


def draw(runs: Sequence[Row], curves: Sequence[Row], folder: Path, kind: str = "svg") -> dict[str, str]:
    """Draw all pictures; return what each shows, by file name."""
    import matplotlib as mpl

    mpl.use("agg")
    import matplotlib.pyplot as plt

    folder.mkdir(parents=True, exist_ok=True)
    shown = {}
    with plt.rc_context(STYLE):
        for name, words, figure in (
            ("size", "Time and gap against the number of interns", _sizes(plt, runs)),
            ("curves", "The gap of the points over time", _curves(plt, runs, curves)),
            ("rivals", "Rivals on the same rounds: points above the best bound", _rivals(plt, runs)),
        ):
            if figure is not None:
                file = f"{name}.{kind}"
                about = {"metadata": {"Date": None}} if kind == "svg" else {"dpi": 110}
                figure.savefig(folder / file, bbox_inches="tight", **about)
                plt.close(figure)
                shown[file] = words
    return shown


def _sizes(plt: Any, runs: Sequence[Row]) -> Any:
    """Draw seconds, and the gap, of our solver against interns, both on logarithmic axes."""
    ours = [row for row in runs if row["solver"] == OURS and row["family"] == "size" and row["seconds"]]
    if not ours:
        return None
    figure, (left, right) = plt.subplots(1, 2, figsize=(10, 4))
    kinds: dict[str, list[Row]] = {}
    for row in ours:
        kinds.setdefault(_kind(row), []).append(row)
    for n, (kind, rows) in enumerate(kinds.items()):
        beside = 1 + 0.09 * n * (len(rows) == 1)  # lone rounds of one size, side by side
        interns = [int(row["interns"]) * beside for row in rows]
        look = {"color": COLOURS[n], "marker": MARKERS[n], "linestyle": LINES[n % 4], "markersize": 7}
        left.plot(interns, [float(row["seconds"]) for row in rows], label=kind, **look)
        gaps = [_gap(row) if row["gap"] else None for row in rows]
        right.plot(interns, gaps, label=kind, **look)
    goals = [(int(row["interns"]), float(row["goal_seconds"])) for row in ours if row["goal_seconds"]]
    if goals:
        left.plot(*zip(*goals, strict=True), "_", color="#666666", markersize=16, label="goal")
    sizes = sorted({int(row["interns"]) for row in ours})
    for axes in (left, right):
        axes.set(xscale="log", yscale="log", xlabel="interns (logarithmic)")
        axes.set_xticks(sizes, [f"{size:,}" for size in sizes])
        axes.minorticks_off()
    left.set_ylim(0.1, 1500)
    left.set_yticks([0.1, 1, 10, 60, 600], ["0.1 s", "1 s", "10 s", "1 min", "10 min"])
    left.set_title("Time to the plan", loc="left")
    left.legend(frameon=False)
    _gap_axis(right)
    right.set_title("Gap of the points", loc="left")
    figure.tight_layout()
    return figure


def _gap(row: Row) -> float:
    """Return where a gap stands on the axis: 0 on a line of its own below all others."""
    return max(2 * PROVEN, float(row["gap"])) if float(row["gap"]) else PROVEN


def _gap_axis(axes: Any) -> None:
    axes.set_yscale("log")
    axes.set_ylim(PROVEN / 2, 2)
    axes.set_yticks([PROVEN, *(10.0**n for n in range(-5, 1))])
    axes.set_yticklabels(["proven best", "0.001 %", "0.01 %", "0.1 %", "1 %", "10 %", "100 %"])
    axes.minorticks_off()


def _kind(row: Row) -> str:
    points = "points at random" if "random" in row["round"] else "wishes"
    return f"{points}, every pair" if row["choices"] == "all" else points


def _curves(plt: Any, runs: Sequence[Row], curves: Sequence[Row]) -> Any:
    """Draw how the gap of the points falls, a line for each round of the sizes."""
    sizes = [row["round"] for row in runs if row["solver"] == OURS and row["family"] == "size"]
    figure, axes = plt.subplots(figsize=(8, 4.5))
    drawn = 0
    for n, name in enumerate(sizes):
        told = [row for row in curves if row["round"] == name and row["aim"] == "points" and row["gap"]]
        if told:
            seconds = [max(0.01, float(row["seconds"])) for row in told]
            gaps = [_gap(row) for row in told]
            look = {"color": COLOURS[n % 7], "marker": MARKERS[n % 7], "linestyle": LINES[n // 7]}
            axes.step(seconds, gaps, where="post", label=name, markersize=5, **look)
            drawn += 1
    if not drawn:
        plt.close(figure)
        return None
    _gap_axis(axes)
    axes.set(xscale="log", xlim=(0.1, 900), xlabel="time since the start (logarithmic)")
    axes.set_xticks([0.1, 1, 10, 60, 600], ["0.1 s", "1 s", "10 s", "1 min", "10 min"])
    axes.minorticks_off()
    axes.set_title("Gap of the points while the solver runs, once as many are placed as can be", loc="left")
    axes.legend(frameon=False, loc="center left", bbox_to_anchor=(1.01, 0.5))
    return figure


def _rivals(plt: Any, runs: Sequence[Row]) -> Any:
    """Draw one panel a round: everybody's points above the best bound, and what is wrong with the plan."""
    rounds = [n for n in dict.fromkeys(r["round"] for r in runs) if _field(runs, n)]
    rounds = [name for name in rounds if any(r["family"] == "size" for r in runs if r["round"] == name)]
    if not rounds:
        return None
    figure, panels = plt.subplots(len(rounds), 1, figsize=(9, 2.3 * len(rounds)), squeeze=False)
    for axes, name in zip(panels[:, 0], rounds, strict=True):
        _panel(axes, name, _field(runs, name))
    panels[-1, 0].set_xlabel("points above the proven bound; a hollow mark: the plan breaks hard rules")
    figure.tight_layout()
    return figure


def _field(runs: Sequence[Row], name: str) -> list[Row]:
    rows = [row for row in runs if row["round"] == name]
    return rows if len(rows) >= MANY and any(_bound(row) for row in rows) else []


def _bound(row: Row) -> int:
    return int(row["points_bound"] or 0) if row["solver"] == OURS else 0


def _panel(axes: Any, name: str, rows: list[Row]) -> None:
    bound = max(_bound(row) for row in rows)
    shares = [100 * (int(row["points"]) / bound - 1) if row["points"] else 0.0 for row in rows]
    for n, (row, share) in enumerate(zip(rows, shares, strict=True)):
        look = list(NAMES).index(row["solver"])
        legal = row["legal"] == "True"
        if row["points"]:
            fill = COLOURS[look] if legal else "white"
            axes.plot(share, n, MARKERS[look], color=COLOURS[look], markerfacecolor=fill, markersize=9)
        axes.annotate(_words(row), (share, n), (10, 0), textcoords="offset points", va="center", fontsize=9)
    low, high = min(shares), max(1.0, *shares)
    axes.axvline(0, color="#666666", linewidth=1, zorder=0)
    axes.set_yticks(range(len(rows)), [NAMES[row["solver"]] for row in rows])
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.set_xlim(low - 0.05 * (high - low), 2 * high - low)
    axes.xaxis.set_major_formatter("{x:+g} %")
    axes.set_title(name, loc="left", fontsize=10)


def _words(row: Row) -> str:
    time = f"{float(row['seconds']):.1f} s" if row["seconds"] else row["outcome"]
    if not row["points"]:
        return f"no plan, {time}"
    rules = len(row["breaches"].split())
    broken = f", breaks {rules} hard rule{'s' if rules > 1 else ''}" if rules else ""
    return f"{int(row['placed']):,} placed, {time}{broken}"
