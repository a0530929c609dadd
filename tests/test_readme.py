"""The README tells the truth: its table of rules and its example."""

import re
from pathlib import Path

from scripts.write_rules_table import with_table

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def test_the_table_of_rules_is_that_of_the_rulebook():
    assert with_table(README) == README


def test_the_example_runs_and_gives_what_it_says():
    example = re.findall(r"```python\n(.*?)```", README, re.DOTALL)[0]
    names: dict = {}
    exec(example, names)
    assert names["plan"].status == "optimal"
    assert names["im"].check(names["round"], names["plan"]).proven
