"""The two solvers agree on one model in whole numbers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from innopraktik_match.engine.control import Control
from innopraktik_match.engine.plans.race import WholeModel, minimise

MODELS = Path(__file__).parent / "models"


def model(name: str) -> WholeModel:
    """Read a model that a solver once had wrong."""
    data: dict[str, Any] = json.loads((MODELS / f"{name}.json").read_text())
    return WholeModel(
        **{key: np.array(part) if isinstance(part, list) else part for key, part in data.items()}
    )


@pytest.mark.parametrize("workers", [1, 2])
def test_a_relaxation_solved_before_does_not_change_what_is_best(workers):
    """22 columns whose best solution costs 57; HiGHS 1.16 said 58 where it began from the relaxation."""
    wrong = model("wrong_after_the_relaxation")
    answer = minimise(wrong, goal=48, control=Control(workers=workers), seconds=np.inf)
    assert (wrong.value(answer.values), answer.final) == (57, True)
