"""Rounds whose locks are the coordinator's decision, to be drawn."""

from __future__ import annotations

from itertools import product

from hypothesis import strategies as st

from innopraktik_match.domain.round import Round
from tests.strategies import DAYS, WEEKS, Reach, row, some, tables


@st.composite
def decided_rounds(draw: st.DrawFn, most_interns: int = 4, most_hosts: int = 2, locks: int = 3) -> Round:
    """Draw a tiny round with rules that are hard and locks that are the coordinator's decision."""
    intern_ids = tuple(f"p{n}" for n in range(draw(st.integers(2, most_interns))))
    host_ids = tuple(f"v{n}" for n in range(draw(st.integers(1, most_hosts))))
    weeks = draw(st.sampled_from([(), WEEKS]))
    days = st.sampled_from(DAYS) if draw(st.booleans()) else st.none()
    lock = row(
        {
            "week": st.sampled_from([None, *weeks]),
            "days": st.sampled_from([None, None, 2, 8]),
            "status": st.sampled_from(["agreed", "boss_ok", "proposed"]),
        }
    )
    modes, workplaces = ("off", "soft", "hard", "hard"), ("A", "A", "B", None)
    reach = Reach(weeks=weeks, days=days, lock=lock, modes=modes, workplaces=workplaces)
    data = draw(tables(reach, intern_ids, host_ids))
    pairs = draw(some(tuple(product(intern_ids, host_ids)), locks))
    data["locks"] = [{"intern": intern, "host": host, **draw(lock)} for intern, host in pairs]
    data["policy"]["rules"]["lock"]["breaking"] = "accept"
    return Round.model_validate(data)
