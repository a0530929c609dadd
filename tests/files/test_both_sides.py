"""One sheet of answers from both sides, in the words of people who had no template."""

from __future__ import annotations

from pathlib import Path

import pytest

import innopraktik_match as im
from innopraktik_match.domain.municipalities import municipality

DANISH = """Tidsstempel;Fulde navn;Arbejdsgiver;Jeg vil gerne;Hvor mange dage kan du være væk?;\
Hvilke uger passer dig;Hvor mange kan I tage imod ad gangen;Ønskested 1;Ønskested 2;By;Type arbejdsplads;Mailadresse
01-06-2026 08:12;Rikke Holm;Vejle Kommune;i praktik;2-3;37, 38;;DMI;Skat;Vejle;Kommune;rikke@vejle.example
01-06-2026 09:00;Jens Ørn;DMI;være vært;op til 4 dage;uge 37;2;;;København Ø;Stat;jens@dmi.example
01-06-2026 09:30;Mette Dam;Skat;begge dele;3;37;1;DMI;;Roskilde;Statslig;mette@skat.example
02-06-2026 10:00;Ole Bak;Region Syddanmark;i praktik;en uge;alle;;Skat;DMI;Odense C;Region;ole@rsyd.example
"""
ENGLISH = """Timestamp,First name,Last name,Company,Job function,What can you offer?,Weeks you can,\
Max guests per week,1st pick,2nd pick,City,Kind of employer,E-mail,Kilometres you will travel
6/1/2026 8:12:00,Rikke,Holm,Vejle Kommune,Engineer,I want to be an intern,"37, 38",,DMI,Skat,Vejle,Municipality,a@v.example,100
6/1/2026 9:00:00,Jens,Ørn,DMI,Manager,We can host,37,2,,,Copenhagen,State,jens@dmi.example,
6/1/2026 9:30:00,Mette,Dam,Skat,Clerk,Both,37,1,DMI,,Roskilde,State,mette@skat.example,50
6/2/2026 10:00:00,Ole,Bak,Region Syddanmark,Developer,I want to be an intern,any,,Skat,DMI,Odense,Region,ole@r.example,200
"""


def given(folder: Path, text: str) -> Path:
    file = folder / "svar.csv"
    file.write_text(text, encoding="utf-8-sig")
    return file


@pytest.mark.parametrize("text", [DANISH, ENGLISH], ids=["danish", "english"])
def test_a_sheet_of_both_sides_is_read_whole(tmp_path: Path, text: str) -> None:
    round, issues = im.read_with_issues(given(tmp_path, text), year=2026)
    assert round is not None, issues
    assert [one.name for one in round.interns] == ["Rikke Holm", "Mette Dam", "Ole Bak"]
    assert [one.wishes for one in round.interns] == [("DMI", "Skat"), ("DMI",), ("Skat", "DMI")]
    assert [one.sector for one in round.interns] == ["municipality", "state", "region"]
    assert [(one.id, one.contact, one.max) for one in round.hosts] == [
        ("DMI", "Jens Ørn", 2),
        ("Skat", "Mette Dam", 1),
    ]
    assert all(municipality(one.municipality) for one in (*round.interns, *round.hosts))
    assert not [one for one in issues if one.code == "column_proposed"]


@pytest.mark.parametrize(
    ("visiting", "hosting"),
    [
        ("i praktik", "være vært"),
        ("komme i praktik", "tage en i praktik"),
        ("besøge en anden arbejdsplads", "få besøg"),
        ("Jeg vil besøge en vært", "Vi vil gerne have en praktikant"),
        ("Praktikant", "Praktiksted"),
        ("på besøg hos andre", "modtage praktikanter"),
        ("do an internship", "hosting interns"),
        ("visit a host", "receive interns"),
    ],
)
def test_what_people_answer_says_which_side_they_are_on(tmp_path: Path, visiting: str, hosting: str) -> None:
    rows = f"Navn;Arbejdsplads;Svar\nAda;A;{visiting}\nBo;B;{hosting}\nEva;C;begge dele\n"
    round, issues = im.read_with_issues(given(tmp_path, rows))
    assert round is not None, issues
    assert [one.name for one in round.interns] == ["Ada", "Eva"]
    assert [one.workplace for one in round.hosts] == ["B", "C"]
