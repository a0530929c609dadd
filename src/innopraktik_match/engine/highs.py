"""HiGHS without its banner, which would mix with data on stdout."""

from __future__ import annotations

from typing import Any


def quiet_highs() -> Any:
    """Return a HiGHS instance that prints nothing and uses one thread."""
    import highspy

    class Quiet(highspy.Highs):  # type: ignore[misc]
        def enableCallbacks(self) -> None:  # noqa: N802, the first thing that would print
            self.silent()
            super().enableCallbacks()

    highs = Quiet()
    highs.setOptionValue("threads", 1)
    return highs
