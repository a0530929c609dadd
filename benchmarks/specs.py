"""The rounds of the suite: one TOML file a family, in `specs/`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.generate import Recipe

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).parent / "specs"
OURS = "ours"
RIVALS = ("cpsat", "cpsat_default", "highs", "hungarian", "deferred_acceptance", "by_hand")


@dataclass(frozen=True)
class Goal:
    """What we want of a round: a plan within `gap` of the best points, proven, within `seconds`.

    A gap of 0 asks for a plan that is proven best in every aim.
    """

    seconds: float
    gap: float = 0.0


@dataclass(frozen=True)
class Entry:
    """One round of the suite.

    Attributes
    ----------
    family, name : str
    recipe : Recipe
    time_limit : float
        Seconds for each solver in the full suite.
    goal : Goal or None
    smoke : float or None
        Seconds for each solver in the smoke suite; None: not in it.
    rivals : tuple of str
        Who else takes part.
    """

    family: str
    name: str
    recipe: Recipe
    time_limit: float
    goal: Goal | None = None
    smoke: float | None = None
    rivals: tuple[str, ...] = ()

    @property
    def solvers(self) -> tuple[str, ...]:
        """Everybody who takes part."""
        return (OURS, *self.rivals)


def read_specs(folder: Path = FOLDER) -> list[Entry]:
    """Return the entries of all families, in the order of the files' names."""
    return [entry for path in sorted(folder.glob("*.toml")) for entry in _read(path)]


def _read(path: Path) -> list[Entry]:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    rows = [*data.get("round", ()), *(row for grid in data.get("grid", ()) for row in _cells(grid))]
    return [_entry(data["family"], data.get("recipe", {}), row) for row in rows]


def _cells(grid: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield a row for each cell of a grid: one for each choice from the lists of its recipe."""
    recipe = grid["recipe"]
    lists = [value if isinstance(value, list) else [value] for value in recipe.values()]
    for values in product(*lists):
        chosen = dict(zip(recipe, values, strict=True))
        yield {**grid, "recipe": chosen, "name": grid["name"].format(**chosen)}


def _entry(family: str, shared: dict[str, Any], row: dict[str, Any]) -> Entry:
    """Return a row as an entry; what its recipe does not say is that of the family."""
    recipe = {**shared, **row.pop("recipe", {})}
    if recipe.get("choices") == "all":
        recipe["choices"] = None
    goal = row.pop("goal", None)
    rivals = row.pop("rivals", ())
    names = RIVALS if rivals == "all" else tuple(rivals)
    unknown = set(names) - set(RIVALS)
    if unknown:
        raise ValueError(f"{family}, {row['name']}: no rival is called {', '.join(sorted(unknown))}")
    return Entry(family, recipe=Recipe(**recipe), goal=Goal(**goal) if goal else None, rivals=names, **row)
