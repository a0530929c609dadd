"""The checker's faults in words: no code names, in either language."""

from __future__ import annotations

import re
import string

import pytest

from innopraktik_match.checker import CheckReport, Fault
from innopraktik_match.domain.findings import Score
from innopraktik_match.domain.plan import Plan
from innopraktik_match.report.summary import verdict_lines
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
        line = verdict_lines(Plan(), report, lang)[1]
        assert not re.search(r"own_workplace|worst_off|empty_hosts|\[|'p1'", line)
        if lang == "da":
            assert not re.search("placed|priority|points|legal|lottery|prices|search", line)
    if "row" in fields:
        assert promise("own_workplace", lang).rstrip(".") + " p1, v2" in line
