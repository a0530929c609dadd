"""A round solved, and its best plan told without the engine: by counting every plan, or by the textbook."""

from __future__ import annotations

from argparse import ArgumentParser
from collections import Counter
from typing import Literal
from unittest.mock import patch

from benchmarks.textbook import textbook
from hypothesis import Phase, given, settings
from hypothesis import seed as seeded
from hypothesis.strategies import booleans

from innopraktik_match.checker import check, recount
from innopraktik_match.domain.issues import RoundError
from innopraktik_match.domain.round import Round
from innopraktik_match.model import tuning
from innopraktik_match.solving import solve
from tests.brute_force import best_values, fewer_plans
from tests.wide_rounds import wide_rounds

FEW_PLANS = 500
Aims = dict[str, int]


def compare(round: Round, *, small: bool = True) -> Literal["refused", "counted", "textbook"]:
    """Assert that the engine's plan is the best there is, or that there is none; tell how it was judged.

    Steps that only large rounds take are taken as well where `small` is false.
    """
    try:
        with patch.object(tuning, "FLOWS_FROM_OPTIONS", tuning.FLOWS_FROM_OPTIONS if small else 0):
            plan = solve(round)
    except RoundError as error:
        codes = {issue.code for issue in error.issues if issue.severity == "error"}
        assert all(code == "points_too_large" or code.startswith("lock") for code in codes), codes
        if "points_too_large" in codes:
            return "refused"
        found: tuple[str, Aims] = ("infeasible", {})
    else:
        found = plan.status, {aim.aim: aim.value for aim in plan.aims}
        assert check(round, plan).holds
    assert found == by_the_textbook(round)
    if not fewer_plans(round, FEW_PLANS):
        return "textbook"
    assert found == by_counting(round)
    return "counted"


def by_counting(round: Round) -> tuple[str, Aims]:
    """Return the status and aims of the best of all plans."""
    best = best_values(round)
    return ("infeasible", {}) if best is None else ("optimal", dict(zip(round.aims, best, strict=True)))


def by_the_textbook(round: Round) -> tuple[str, Aims]:
    """Return the status and aims of the textbook's plan, which the checker counts again."""
    status, aims, visits = textbook(round)
    if status == "optimal":
        found = recount(round, visits)
        assert found.legal
        assert aims == {aim: found.aims[aim] for aim in aims}
    return status, aims


def main(rounds: int, seed: int, each: int = 100) -> None:
    """Judge many rounds, `each` with a seed of its own; tell how, and print those that fail."""
    told: Counter[str] = Counter()
    for number in range(seed, seed + -(-rounds // each)):

        @seeded(number)
        @settings(max_examples=each, database=None, phases=[Phase.generate], deadline=None)
        @given(wide_rounds(), booleans())
        def judge(round: Round, small: bool) -> None:
            try:
                told[compare(round, small=small)] += 1
            except Exception as error:
                told[type(error).__name__] += 1
                print(f"{error!r}: {round.model_dump_json(exclude_defaults=True)}", flush=True)

        judge()
        print(number, dict(told), flush=True)


if __name__ == "__main__":
    words = ArgumentParser(description="Judge wide rounds.")
    words.add_argument("--rounds", type=int, default=2000)
    words.add_argument("--seed", type=int, default=1)
    main(**vars(words.parse_args()))
