"""One round and one solver, in a process of its own: `python -m benchmarks.one JOB.json`.

The job names recipe, solver, time limit, memory limit and a folder. What is measured goes to `result.json`
there, written anew after each step, so that a crash or a time-out leaves what was known by then.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks import rivals
from benchmarks.generate import Recipe, generate
from benchmarks.linear import SOLVERS
from benchmarks.specs import OURS
from benchmarks.textbook import solve_textbook
from innopraktik_match.checker import check
from innopraktik_match.model.columns import build_columns
from innopraktik_match.model.options import build_options
from innopraktik_match.solving import score, solve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innopraktik_match.domain.plan import Plan, Visit
    from innopraktik_match.domain.round import Round
    from innopraktik_match.engine.progress import Progress


def main(job: dict[str, Any]) -> None:
    """Do one job."""
    limit_memory(job["memory_gb"])
    folder = Path(job["folder"])
    round = generate(Recipe(**job["recipe"]))
    facts: dict[str, Any] = {
        "hosts": len(round.hosts),
        "places": sum(host.max * host.visits for host in round.hosts),
        "memory_before_mb": peak_mb(),
    }
    write(folder, facts)
    if job["solver"] == OURS:
        run_ours(round, job["time_limit"], folder, facts)
    else:
        run_rival(round, job["solver"], job["time_limit"], folder, facts)


def run_ours(round: Round, time_limit: float, folder: Path, facts: dict[str, Any]) -> None:
    """Solve, then verify; keep every word of progress."""
    told: list[Progress] = []
    plan = solve(round, time_limit=time_limit, on_progress=told.append)
    facts |= {
        "status": plan.status,
        "seconds": round_seconds(plan.seconds),
        "first_plan_seconds": first_plan_seconds(round, told),
        "memory_mb": peak_mb(),
        **counted(round, plan.visits),
        **bounded(round, {aim.aim: aim.bound for aim in plan.aims}),
        "proofs": " ".join(f"{aim.aim}:{aim.proof or '-'}" for aim in plan.aims),
        "plan_kb": -(-len(plan.model_dump_json()) // 1000),
    }
    facts["proven"] = plan.status == "optimal"
    steps = (p for p in thinned(told) if p.value is not None)
    facts["curve"] = [(p.aim, p.value, p.bound, p.gap, p.seconds) for p in steps]
    write(folder, facts)
    facts |= verified(round, plan)
    facts["options"] = len(build_options(build_columns(round)))
    write(folder, facts)


def verified(round: Round, plan: Plan) -> dict[str, Any]:
    """Return the checker's word on the plan, and how long it took."""
    began = time.perf_counter()
    holds = check(round, plan).holds
    return {"verify_seconds": round_seconds(time.perf_counter() - began), "verified": holds}


def run_rival(round: Round, name: str, time_limit: float, folder: Path, facts: dict[str, Any]) -> None:
    """Let a rival make its plan, and judge it by our score."""
    began = time.perf_counter()
    if name in SOLVERS:
        status, _, bounds, visits = solve_textbook(round, name, time_limit)
    else:
        status, bounds, visits = "feasible", {}, getattr(rivals, name)(round)
    facts |= {
        "status": status,
        "seconds": round_seconds(time.perf_counter() - began),
        "memory_mb": peak_mb(),
        **bounded(round, bounds),
    }
    if status in ("optimal", "feasible"):
        facts |= counted(round, visits)
    facts["proven"] = proven(facts)
    write(folder, facts)


def counted(round: Round, visits: Sequence[Visit]) -> dict[str, Any]:
    """Return what our score says of the visits: the aims, and how often each hard rule is broken."""
    found = score(round, visits)
    breaches = Counter(finding.rule for finding in found.breaches)
    return {
        "placed": found.aims["placed"],
        "points": found.points,
        "aims": {aim: found.aims[aim] for aim in round.aims},
        "legal": found.legal,
        "breaches": " ".join(f"{rule}:{count}" for rule, count in sorted(breaches.items())),
    }


def proven(facts: dict[str, Any]) -> bool:
    """Return whether a legal plan reaches the bound of every aim, also where the solver ran out of time."""
    return bool(facts.get("legal")) and facts["aims"] == facts["bounds"]


def bounded(round: Round, bounds: dict[str, int | None]) -> dict[str, Any]:
    """Return the bounds of the aims, those of the placed and the points once more by themselves."""
    return {"placed_bound": bounds.get("placed"), "points_bound": bounds.get("points"), "bounds": bounds}


def first_plan_seconds(round: Round, told: Sequence[Progress]) -> float | None:
    """Return when the first legal plan stood.

    Where the empty plan is legal, the first number told is that of a legal plan; else the first one
    about an aim of the round.
    """
    any_plan = score(round, []).legal
    found = (p.seconds for p in told if p.value is not None and (any_plan or p.aim in round.aims))
    return next(found, None)


def thinned(told: Sequence[Progress]) -> list[Progress]:
    """Return the words of progress that say something new."""
    return [p for n, p in enumerate(told) if n == 0 or (p.aim, p.value, p.bound) != _said(told[n - 1])]


def _said(p: Progress) -> tuple[str, int | None, int | None]:
    return p.aim, p.value, p.bound


def limit_memory(gigabytes: float) -> None:
    """Let no more memory be had than this, where the system can."""
    try:
        resource.setrlimit(resource.RLIMIT_AS, (int(gigabytes * 2**30), resource.RLIM_INFINITY))
    except (OSError, ValueError):
        print("no memory limit on this system", file=sys.stderr)


def peak_mb() -> int:
    """Return the most memory this process has had, in megabytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / (2**20 if sys.platform == "darwin" else 2**10))


def round_seconds(seconds: float) -> float:
    """Return seconds to the hundredth."""
    return round(seconds, 2)


def write(folder: Path, facts: dict[str, Any]) -> None:
    """Write what is known so far."""
    (folder / "result.json").write_text(json.dumps(facts), encoding="utf-8")


if __name__ == "__main__":
    main(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
