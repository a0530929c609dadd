"""Tiny rounds measured by both writings, which must agree."""

from __future__ import annotations

from typing import Any

from innopraktik_match.checker import recount
from innopraktik_match.domain.findings import Score
from innopraktik_match.domain.plan import Visit
from innopraktik_match.domain.round import Round
from innopraktik_match.measuring import score


def both(round: Round, visits: list[Visit]) -> Score:
    """Measure a plan twice; return what both say."""
    one, other = score(round, visits), recount(round, visits)
    assert one == other
    return one


def tiny(
    interns: list[dict[str, Any]], hosts: list[dict[str, Any]], rules: dict[str, Any], **tables: Any
) -> Round:
    """Return a round with every rule off but those given and those a plan cannot do without."""
    policy = {"preset": "bare", **tables.pop("policy", {}), "rules": rules}
    return Round.model_validate({"interns": interns, "hosts": hosts, "policy": policy, **tables})


def measured(
    intern: dict[str, Any],
    host: dict[str, Any],
    rules: dict[str, Any],
    slot: dict[str, Any],
    tables: dict[str, Any],
) -> Score:
    """Measure p1 at v1 in one slot."""
    tables = dict(tables)
    interns = [{"id": "p1", **intern}, *tables.pop("more_interns", [])]
    hosts = [{"id": "v1", **host}, *tables.pop("more_hosts", [])]
    round = tiny(interns, hosts, rules, **tables)
    return both(round, [Visit(host="v1", interns=("p1",), **slot)])
