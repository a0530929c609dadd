"""Many rounds at once: the same answers whoever solves them, and a process that dies costs only its own."""

from __future__ import annotations

import os
import re
import signal
import tomllib
from concurrent.futures import BrokenExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

import innopraktik_match as im
from innopraktik_match.many.child import Child, DiedError, load_once
from innopraktik_match.many.processes import ProcessEach
from innopraktik_match.many.scenarios import Capacity, Sweep, round_of, scenarios_of

ROUND = im.Round(
    interns=[{"id": f"p{n}", "wishes": ["v2"], "name": f"Navn {n}"} for n in range(1, 5)],
    hosts=[{"id": "v1", "max": 2}, {"id": "v2"}],
)
FAULTY = im.Round(interns=[{"id": "p1"}, {"id": "p1"}], hosts=[{"id": "v1"}])


load_once()


def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)


def tell_until_stopped(line):
    line.tell("begun")
    line.cancel.wait()
    return "the best so far"


def add(a, b=0):
    return a + b


# -- processes --------------------------------------------------------------------------------------------


def test_a_child_talks_back_and_keeps_its_best_when_told_to_stop():
    child = Child(tell_until_stopped)
    assert child.hear(60) == ("told", "begun")
    child.stop()
    assert child.answer() == "the best so far"
    child.close()
    assert not child.process.is_alive()


@pytest.mark.skipif(os.name == "nt", reason="signals as on POSIX")
def test_a_call_whose_process_is_killed_costs_no_other_its_answer():
    with ProcessEach(1) as executor:
        before, killed, after = executor.submit(add, 1, b=2), executor.submit(die), executor.submit(add, 3)
        assert (before.result(), after.result()) == (3, 3)
        with pytest.raises(DiedError) as died:
            killed.result()
    assert died.value.exit_code == -signal.SIGKILL


def test_what_a_call_raises_is_raised_and_what_cannot_be_sent_is_told():
    with ProcessEach(2) as executor:
        wrong, unsendable = executor.submit(add, 1, b="x"), executor.submit(_function)
        with pytest.raises(TypeError):
            wrong.result()
        with pytest.raises(RuntimeError, match=r"lambda|local"):
            unsendable.result()


def _function():
    return lambda: None


# -- rounds -----------------------------------------------------------------------------------------------


def test_a_round_with_errors_costs_no_other_its_answer():
    heard = []
    found = im.solve_many([ROUND, FAULTY, ROUND], at_once=2, on_done=heard.append)
    assert [one.number for one in found] == [0, 1, 2]
    assert sorted(heard, key=lambda one: one.number) == list(found)
    assert found[0].plan == found[2].plan == im.solve(ROUND, workers=1)
    assert isinstance(found[1].error, im.RoundError)
    assert found[1].plan is None


class Broken(ThreadPoolExecutor):
    def submit(self, *_, **__):
        return super().submit(_break)


def _break():
    raise BrokenExecutor("lost")


def test_any_executor_will_do_and_what_it_loses_is_told():
    with ThreadPoolExecutor(2) as threads:
        (outcome,) = im.solve_many([ROUND], executor=threads)
    assert outcome.plan == im.solve(ROUND, workers=1)
    with Broken(1) as broken:
        assert isinstance(im.solve_many([ROUND], executor=broken)[0].error, BrokenExecutor)


def test_what_is_no_round_is_refused_by_its_number():
    with pytest.raises(TypeError, match=r"round 2 is 'runde.xlsx'"):
        im.solve_many([ROUND, "runde.xlsx"])


@pytest.mark.parametrize("executor", [ProcessEach, Broken])
def test_changes_are_answered_alike_wherever_they_are_asked(executor, monkeypatch):
    monkeypatch.setattr("innopraktik_match.explaining.study.TOGETHER", 2)
    changes = [im.Change(change="one_more_place", host=host) for host in ("v1", "v2")]
    changes += [im.Change(change="pair_together", intern="p1", host="v1"), changes[0]]
    plan = im.solve(ROUND)
    expected = im.Study(ROUND, plan).ask_many(changes)
    with executor(2) as elsewhere:
        assert im.Study(ROUND, plan).ask_many(changes, executor=elsewhere) == expected
        with pytest.raises(im.RoundError):
            im.Study(ROUND, plan).ask_many([im.Change(change="without", intern="p9")], executor=elsewhere)


def test_changes_are_answered_where_they_were_sent(monkeypatch):
    changes = [im.Change(change="without", intern="p1"), im.Change(change="one_more_place", host="v1")]
    study = im.Study(ROUND, im.solve(ROUND))
    monkeypatch.setattr(im.Study, "_answered", None)  # nothing can be answered here
    with ProcessEach(1) as executor:
        found = study.ask_many(changes, executor=executor)
    assert [answer.change for answer in found] == changes
    assert found[1].plan.status == "optimal"


# -- scenarios --------------------------------------------------------------------------------------------

SWEEP = Sweep.model_validate(
    {
        "capacities": {"as_given": {}, "fewer": {"places": -5}, "more": {"places": 1, "visits": 1}},
        "people": {"all": {}, "fewer": {"leave": 1, "without": ["v1", "p2"]}, "more": {"arrive": 2}},
        "draws": 2,
    }
)


def named(**parts):
    """Return the scenarios with these parts."""
    found = scenarios_of(SWEEP, {"as_given": ROUND})
    return [one for one in found if all(getattr(one, name) == value for name, value in parts.items())]


def test_every_combination_is_a_scenario_with_a_seed_of_what_it_says():
    found = named()
    assert len(found) == 3 * 3 * 2
    assert len({one.seed for one in found}) == 18
    assert [one.id for one in found] == [one.id for one in named()]
    assert all(round_of(one, SWEEP, {"as_given": ROUND}).policy.seed == one.seed for one in found)


def test_a_host_keeps_one_place_and_takes_no_more_than_the_policy_allows():
    fewer, more = (
        round_of(named(capacity=name)[0], SWEEP, {"as_given": ROUND}).hosts for name in ("fewer", "more")
    )
    assert [(host.max, host.visits) for host in fewer] == [(1, 1), (1, 1)]
    assert [(host.max, host.visits) for host in more] == [(3, 2), (2, 2)]
    most = SWEEP.model_copy(update={"capacities": {"more": Capacity(places=9)}})
    scenario = named(capacity="more")[0]
    assert [host.max for host in round_of(scenario, most, {"as_given": ROUND}).hosts] == [3, 3]


def test_whoever_leaves_is_drawn_alike_under_each_capacity_and_named_nowhere():
    found = [round_of(one, SWEEP, {"as_given": ROUND}) for one in named(people="fewer", draw=1)]
    left = {tuple(one.id for one in round.interns) for round in found}
    assert len(left) == 1
    (ids,) = left
    assert len(ids) == 2
    assert "p2" not in ids
    assert [host.id for host in found[0].hosts] == ["v2"]


def test_whoever_arrives_has_the_wishes_of_somebody_and_no_name():
    round = round_of(named(people="more")[0], SWEEP, {"as_given": ROUND})
    new = round.interns[4:]
    assert [(one.wishes, one.name) for one in new] == [(("v2",), None)] * 2
    assert len({one.id for one in round.interns}) == 6


# -- the page ---------------------------------------------------------------------------------------------

PAGE = (Path(__file__).parents[1] / "docs" / "many.md").read_text(encoding="utf-8")


def test_the_page_says_how_many_scenarios_its_file_is():
    (text,) = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    sweep = Sweep.model_validate(tomllib.loads(text))
    given = dict.fromkeys(sweep.policies, ROUND)
    assert f"{len(list(scenarios_of(sweep, given)))} scenarios" in PAGE


def test_the_examples_of_the_page_run(capsys):
    names = {"__name__": "__main__"}
    for example in re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL):
        exec(example, names)
    told = capsys.readouterr().out.splitlines()
    assert sorted(told[:3]) == ["0 optimal", "1 optimal", "2 optimal"]
    assert told[3] == "one_more_place [('placed', 1, 2), ('points', 0, 0)]"
