"""Data frames in, a data frame out: the way from a database or a notebook."""

from __future__ import annotations

import pandas as pd

import innopraktik_match as im


def main() -> None:
    """Solve a round that is held in two data frames."""
    interns = pd.DataFrame(
        {
            "id": ["i1", "i2", "i3"],
            "sector": ["municipality", "state", "region"],
            "municipality": ["Odense", "København", "Vejle"],
            "wishes": [["h2", "h1"], ["h2"], []],
        }
    )
    hosts = pd.DataFrame(
        {
            "id": ["h1", "h2"],
            "sector": ["state", "municipality"],
            "municipality": ["Odense", "Roskilde"],
            "max": [2, 1],
            "days": ["2-5", "3"],
        }
    )
    round = im.Round.from_frames(interns, hosts, policy={"weeks": ["2026-W37"]})
    plan = im.solve(round)
    print(plan.to_frame().to_string(index=False))


if __name__ == "__main__":
    main()
