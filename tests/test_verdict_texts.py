"""Faults and breaches in words: people by name, no code names, in either language."""

from __future__ import annotations

import re
import string

import pytest

from innopraktik_match.checker import CheckReport, Fault
from innopraktik_match.domain.findings import Score
from innopraktik_match.domain.plan import Plan, Visit
from innopraktik_match.domain.round import Round
from innopraktik_match.measuring import score
from innopraktik_match.report.summary import score_lines, summary_lines, verdict_lines
from innopraktik_match.solving import solve
from innopraktik_match.texts.report import AIMS, promise
from innopraktik_match.texts.summary import FAULTS


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("code", FAULTS)
def test_a_fault_names_aims_rules_and_proofs_in_words(code, lang):
    fields = {name for _, name, _, _ in string.Formatter().parse("".join(FAULTS[code])) if name}
    plain = {"stated": "prices", "counted": "search", "row": "own_workplace ['p1', 'v2']"}
    for aim in [*AIMS, "legal", "lottery"]:
        values = {**dict.fromkeys(fields, 3), **plain, "aim": aim}
        report = CheckReport(Score({}, {}, ()), (Fault(code, values),))
        line = verdict_lines(Round(), Plan(), report, lang)[1]
        assert not re.search(r"own_workplace|worst_off|empty_hosts|\[|'p1'", line)
        if lang == "da":
            assert not re.search("placed|priority|points|legal|lottery|prices|search", line)
    if "row" in fields:
        assert promise("own_workplace", lang).rstrip(".") + " p1, v2" in line


ROUND = Round.model_validate(
    {
        "interns": [
            {
                "id": "P12",
                "name": "Lars Bo Hansen",
                "municipality": "Odense",
                "max_km": 10,
                "workplace": "DMI",
            },
            {"id": "P13", "name": "Dorte Holm", "workplace": "DMI"},
            {"id": "P14"},
        ],
        "hosts": [
            {"id": "V5", "name": "Spinderihallerne", "municipality": "Vejle", "min": 2, "max": 3},
            {"id": "V6", "name": "DMI", "workplace": "DMI", "max": 2},
        ],
        "travel": [{"origin": "Odense", "destination": "Vejle", "km": 74}],
        "policy": {"weeks": ["2026-W37"]},
    }
)


def breaches(lang, *visits):
    lines = score_lines(ROUND, score(ROUND, visits), lang)
    return lines[
        next(n for n, line in enumerate(lines) if line.startswith(("Planen bryder", "The plan breaks"))) :
    ]


def test_a_breach_says_who_and_what_happened():
    alone = Visit(host="V5", week="2026-W37", interns=("P12",))
    assert breaches("da", alone) == [
        "Planen bryder 2 faste regler:",
        "  Lars Bo Hansen (P12) hos Spinderihallerne (V5), uge 37: værten tager imod 2-3 ad gangen, men får 1.",
        "  Lars Bo Hansen (P12) hos Spinderihallerne (V5), uge 37: "
        "der er 74 km, og praktikanten vil højst rejse 10 km.",
    ]
    assert breaches("en", alone)[0] == "The plan breaks 2 hard rules:"


def test_one_broken_rule_is_told_in_the_singular():
    own = Visit(host="V6", week="2026-W37", interns=("P13",))
    assert breaches("da", own) == [
        "Planen bryder 1 fast regel:",
        "  Dorte Holm (P13) hos DMI (V6), uge 37: praktikanten arbejder selv på stedet.",
    ]
    twice = [Visit(host="V6", week="2026-W37", interns=(one,)) for one in ("P14", "P14")]
    told = breaches("da", *twice)
    assert "  DMI (V6): værten har 1 besøg for meget." in told
    assert "  P14: praktikanten har 1 besøg for meget." in told


def test_impossible_demands_name_those_they_are_about():
    round = Round.model_validate(
        {
            "interns": [{"id": "p1", "name": "Anna"}, {"id": "p2", "name": "Bo"}],
            "hosts": [{"id": "v1", "name": "DMI"}],
            "policy": {"preset": "bare", "rules": {"placed": {"mode": "hard"}}},
        }
    )
    lines = summary_lines(round, solve(round), "da")
    assert "  krav: Så mange praktikanter som muligt får et besøg (Anna (p1))" in lines
    assert "  grænse: En vært får højst det tilbudte antal besøg, i hver sin uge (DMI (v1))" in lines
