"""HiGHS without its banner, and its way of solving integer programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from innopraktik_match.model import tuning

if TYPE_CHECKING:
    from innopraktik_match.model.measures import Ints


def quiet_highs() -> Any:
    """Return a HiGHS instance that prints nothing (stdout is for data) and uses one thread."""
    import highspy

    class Quiet(highspy.Highs):
        def enableCallbacks(self) -> None:
            self.silent()
            super().enableCallbacks()  # type: ignore[no-untyped-call]

    highs: Any = Quiet()  # type: ignore[no-untyped-call]
    highs.setOptionValue("threads", 1)
    return highs


def add_columns(highs: Any, cost: Ints, most: Any, start: Ints, row: Ints, load: Ints) -> None:
    """Add columns from 0 to `most` with their loads; entries `start[n]:start[n + 1]` belong to column n."""
    n = len(cost)
    starts, rows = start[:-1].astype(np.int32), row.astype(np.int32)
    highs.addCols(n, cost.astype(float), np.zeros(n), most, len(row), starts, rows, load.astype(float))


class Mip:
    """An integer program in HiGHS.

    Parameters
    ----------
    highs : Highs
        The model, with continuous columns so far.
    whole : array
        The integer columns. All costs are integers too, so a gap below 1 is none.
    seconds : float
        Time limit.
    goal : int
        A bound: no better solution is needed.
    """

    def __init__(self, highs: Any, whole: Ints, seconds: float, goal: int) -> None:
        import highspy

        self.highs = highs
        self.whole = whole
        self.name = f"HiGHS {highs.version()}"
        kinds = np.array([highspy.HighsVarType.kInteger] * len(whole))
        highs.changeColsIntegrality(len(whole), whole.astype(np.int32), kinds)
        highs.setOptionValue("mip_rel_gap", 0.0)
        highs.setOptionValue("mip_abs_gap", 0.99)
        highs.setOptionValue("objective_target", goal + tuning.INTEGRAL_WITHIN)
        highs.HandleUserInterrupt = True
        if np.isfinite(seconds):
            highs.setOptionValue("time_limit", max(0.01, seconds))

    def solve(self) -> tuple[Any, bool]:
        """Return the columns' values (None without a solution), and whether they are proven optimal.

        The relaxation is solved first: its optimum is often integral, long before presolve for the integer
        program has ended. No start solution is given: HiGHS 1.16 then returns wrong optima.
        """
        import highspy

        self._relax(True)
        self.highs.run()
        if self.highs.getModelStatus() == highspy.HighsModelStatus.kOptimal:
            values = np.array(self.highs.getSolution().col_value)
            apart = np.abs(values[self.whole] - np.rint(values[self.whole]))
            if apart.max(initial=0.0) < tuning.INTEGRAL_WITHIN:
                return values, True
        self._relax(False)
        self.highs.clearSolver()  # started from the relaxation, HiGHS 1.16 returns wrong optima
        return self.solve_whole()

    def solve_whole(self) -> tuple[Any, bool]:
        """Return the same where the relaxation is known not to be whole."""
        import highspy

        self.highs.run()
        status = self.highs.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            return None, True
        if self.highs.getInfo().primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
            return None, False
        values = np.array(self.highs.getSolution().col_value)
        return values, status == highspy.HighsModelStatus.kOptimal

    def _relax(self, relaxed: bool) -> None:
        """Ask for the relaxation only, with a limit on simplex iterations, or for the integer program."""
        import highspy

        self.highs.setOptionValue("solve_relaxation", relaxed)
        steps = tuning.RELAXATION_STEPS if relaxed else highspy.kHighsIInf
        self.highs.setOptionValue("simplex_iteration_limit", steps)

    def stop(self) -> None:
        """Request an early end."""
        self.highs.cancelSolve()
