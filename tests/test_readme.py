"""The README tells the truth: its tables, its links and its example."""

import re
import tomllib
from itertools import chain
from pathlib import Path

import mypy.api
from scripts.write_rules_table import with_table

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
HOME = PROJECT["urls"]["Homepage"]
PAGES = ("what-if.md", "replanning.md")
"""Those that go on from the example of the README."""


def test_the_table_of_rules_is_that_of_the_rulebook():
    assert with_table(README) == README


def test_every_dependency_has_its_reason():
    given = [*PROJECT["dependencies"], *chain.from_iterable(PROJECT["optional-dependencies"].values())]
    table = README.partition("| dependency |")[2].partition("\n\n")[0]
    told = {
        word.strip() for row in re.findall(r"^\| (.*?) \|", table, re.MULTILINE) for word in row.split(",")
    }
    assert {re.sub(r" \(.*\)", "", word) for word in told} == {re.split(r"[>=<]", one)[0] for one in given}


def test_links_work_on_the_page_of_the_index_too():
    links = re.findall(r"\]\((.*?)\)", README) + list(PROJECT["urls"].values())
    assert [link for link in links if not link.startswith("https://")] == []
    ours = [re.fullmatch(rf"{HOME}/(?:blob|tree)/main/([^#]*)(?:#.*)?", link) for link in links]
    paths = [link[1] for link in ours if link]
    assert len(paths) >= 8
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_the_examples_pass_the_strictest_types_without_plugins(tmp_path):
    pages = [README, *((ROOT / "docs" / name).read_text(encoding="utf-8") for name in PAGES)]
    examples = re.findall(r"```python\n(.*?)```", "\n".join(pages), re.DOTALL)
    (tmp_path / "examples.py").write_text("\n".join(examples), encoding="utf-8")
    (tmp_path / "mypy.ini").write_text("[mypy]\n", encoding="utf-8")
    told, errors, code = mypy.api.run(
        [
            "--strict",
            "--config-file",
            str(tmp_path / "mypy.ini"),
            "--cache-dir",
            str(ROOT / ".mypy_cache" / "readme"),
            str(tmp_path / "examples.py"),
            str(ROOT / "examples" / "embedding.py"),
        ]
    )
    assert (told, errors, code) == ("Success: no issues found in 2 source files\n", "", 0)


def test_the_example_runs_and_gives_what_it_says():
    example = re.findall(r"```python\n(.*?)```", README, re.DOTALL)[0]
    names: dict = {}
    exec(example, names)
    assert names["plan"].status == "optimal"
    assert names["im"].check(names["round"], names["plan"]).proven
