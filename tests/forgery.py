"""Plans retold and forged: numbers of any visits, with the proofs of a better plan."""

from __future__ import annotations

from innopraktik_match.checker import check, recount
from innopraktik_match.domain.plan import AimProof, AimResult, Plan
from innopraktik_match.domain.round import Round


def two_who_wish_the_same():
    """p1 and p2 both wish v1 first, and the second wish costs 4: 4 points at best."""
    return Round.model_validate(
        {
            "interns": [{"id": "p1", "wishes": ["v1", "v2"]}, {"id": "p2", "wishes": ["v1", "v2"]}],
            "hosts": [{"id": "v1"}, {"id": "v2"}],
            "policy": {
                "preset": "bare",
                "rules": {"placed": {"mode": "hard"}, "intern_wishes": {"points": [0, 4]}},
                "aims": ["points"],
            },
        }
    )


def codes(round, plan):
    return {fault.code for fault in check(round, plan.sealed()).faults}


def told(round, visits, plan, bounds):
    """The plan of some visits with the proofs by prices of a better one, every number counted anew."""
    score = recount(round, visits)
    proof = plan.proof and plan.proof.model_copy(update={"aims": tuple(by_prices(plan))})
    kinds = {aim.aim: aim.kind for aim in proof.aims} if proof else {}
    aims = tuple(
        AimResult(
            aim=aim,
            value=score.aims[aim],
            bound=bounds.get(aim),
            proven=score.aims[aim] == bounds.get(aim),
            proof=kinds.get(aim) if aim in bounds else None,
        )
        for aim in round.aims
    )
    placed, used = {i for visit in visits for i in visit.interns}, {visit.host for visit in visits}
    return Plan(
        status="optimal" if all(aim.proven for aim in aims) else "feasible",
        aims=aims,
        visits=tuple(
            visit.model_copy(update={"points": points})
            for visit, points in zip(visits, score.visit_points, strict=True)
        ),
        points_by_rule=score.points_by_rule,
        unplaced=tuple({"intern": i.id} for i in round.interns if i.id not in placed),
        unused_hosts=tuple(host.id for host in round.hosts if host.id not in used),
        input_sha256=round.sha256(),
        proof=proof,
    )


def by_prices(plan):
    for aim in plan.proof.aims if plan.proof else ():
        if aim.aim != "lottery":
            yield AimProof(
                aim=aim.aim, kind="prices", prices=aim.prices, scaled_bound=aim.scaled_bound, level=aim.level
            )


def with_result(plan, n=-1, **changes):
    aims = list(plan.aims)
    aims[n] = aims[n].model_copy(update=changes)
    return plan.model_copy(update={"aims": tuple(aims)})


def with_proof(plan, n=-1, **changes):
    aims = list(plan.proof.aims)
    aims[n] = aims[n].model_copy(update=changes)
    return with_proofs(plan, aims)


def with_proofs(plan, aims):
    return plan.model_copy(update={"proof": plan.proof.model_copy(update={"aims": tuple(aims)})})
