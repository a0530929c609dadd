"""A file of scenarios -> scenarios and the round under each policy, or everything that is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

from innopraktik_match.domain.issues import RoundError
from innopraktik_match.files import read_with_issues
from innopraktik_match.files.raw.inputs import read_bytes
from innopraktik_match.files.settings.policies import read_toml
from innopraktik_match.files.values.codes import issues_of
from innopraktik_match.many.scenarios import Sweep

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from innopraktik_match.domain.issues import Issue
    from innopraktik_match.domain.round import Round


def read_sweep(path: Path) -> Sweep:
    """Return what a file of scenarios says.

    Raises
    ------
    RoundError
        With everything that is wrong.
    """
    data, issues = read_bytes(path)
    if data is None:
        raise RoundError(issues)
    layer, issues = read_toml(data, path.name)
    if issues:
        raise RoundError(issues)
    try:
        return Sweep.model_validate(layer.data)
    except ValidationError as error:
        raise RoundError(issues_of(error, path.name)) from None


def read_rounds(
    sweep: Sweep, inputs: Sequence[Path], year: int | None, encoding: str | None
) -> tuple[dict[str, Round], list[Issue]]:
    """Return the round under each policy, and the warnings of them all.

    Raises
    ------
    RoundError
        With every issue of the first policy under which the round has errors.
    """
    rounds: dict[str, Round] = {}
    told: list[Issue] = []
    for name, policy in sweep.policies.items():
        round, issues = read_with_issues(*inputs, policy=dict(policy), year=year, encoding=encoding)
        if round is None or any(issue.severity == "error" for issue in issues):
            raise RoundError(issues)
        rounds[name] = round
        told += [issue for issue in issues if issue not in told]
    return rounds, told
