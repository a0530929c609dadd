"""CSV files as strangers send them: which mark parts the cells, and rows of other lengths than the header."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innopraktik_match.files import read_with_issues
from innopraktik_match.files.raw.csv_tables import read_csv
from tests.bad_inputs.given import INTERNS, csv_folder, csv_text

QUESTION = "Hvor, i hvilken kommune, på hvilken adresse, ligger din arbejdsplads, og hvad hedder den?"


def cells(text: str) -> list[tuple[object, ...]]:
    """Return the cells of a sound file."""
    tables, issues = read_csv(text.encode(), "interns.csv")
    assert issues == []
    return [row.cells for row in tables[0].rows]


def told(text: str) -> list[tuple[str, str, list[int | None]]]:
    issues = read_csv(text.encode(), "interns.csv")[1]
    return [(one.code, one.severity, [place.line for place in one.places]) for one in issues]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            f'id;"{QUESTION}";navn\np1;Odense;Ane\np2;Vejle;Bo\n',
            [("id", QUESTION, "navn"), ("p1", "Odense", "Ane"), ("p2", "Vejle", "Bo")],
            id="a quoted question full of commas",
        ),
        pytest.param(
            f"id;{QUESTION};navn\np1;Odense;Ane\n",
            [("id", QUESTION, "navn"), ("p1", "Odense", "Ane")],
            id="a bare question full of commas",
        ),
        pytest.param(
            "Hvad hedder du, fulde navn?;Skriv sektor, kommune, dage\nAne, leder;stat, Odense, 3\n",
            [
                ("Hvad hedder du, fulde navn?", "Skriv sektor, kommune, dage"),
                ("Ane, leder", "stat, Odense, 3"),
            ],
            id="a question that lists words for columns",
        ),
        pytest.param(
            "praktikant;vært;point\np1;v1;2,5\np2;v1;3,5\n",
            [("praktikant", "vært", "point"), ("p1", "v1", "2,5"), ("p2", "v1", "3,5")],
            id="decimal commas",
        ),
        pytest.param(
            "id,navn,ønsker\np1,Ane,v1;v2\np2,Bo,v2;v3\n",
            [("id", "navn", "ønsker"), ("p1", "Ane", "v1;v2"), ("p2", "Bo", "v2;v3")],
            id="lists with semicolons in a file with commas",
        ),
        pytest.param(
            'id\t"Navn; fulde, helst"\np1\t"Ane;\nHolm"\n',
            [("id", "Navn; fulde, helst"), ("p1", "Ane;\nHolm")],
            id="tabs, and a line break within quotes",
        ),
        pytest.param(
            "id|navn|kommune\np1|Holm, Ane|Odense\n",
            [("id", "navn", "kommune"), ("p1", "Holm, Ane", "Odense")],
            id="bars",
        ),
        pytest.param(
            "navn\nHolm, Ane\nLund, Bo\n",
            [("navn",), ("Holm, Ane",), ("Lund, Bo",)],
            id="a single column of names with commas",
        ),
        pytest.param(
            "navn\nAne\nBo\n",
            [("navn",), ("Ane",), ("Bo",)],
            id="a single column",
        ),
        pytest.param(
            "Tilmeldinger, uge 37, 2026\nid;navn\np1;Ane\n",
            [("Tilmeldinger, uge 37, 2026",), ("id", "navn"), ("p1", "Ane")],
            id="a title with commas",
        ),
        pytest.param(
            "Tilmeldinger;2026\nid;navn;sektor;kommune\np1;Ane;stat;Odense\n",
            [("Tilmeldinger", "2026"), ("id", "navn", "sektor", "kommune"), ("p1", "Ane", "stat", "Odense")],
            id="a title of two cells",
        ),
        pytest.param(
            "Tilmeldinger;;\n;;\nid;navn;sektor\np1;Ane;stat\n",
            [("Tilmeldinger", "", ""), ("id", "navn", "sektor"), ("p1", "Ane", "stat")],
            id="a title as Excel pads it",
        ),
        pytest.param(
            "id;navn;\np1;Ane;\np2;Bo;\n",
            [("id", "navn", ""), ("p1", "Ane", ""), ("p2", "Bo", "")],
            id="a delimiter at the end of every line",
        ),
        pytest.param(
            "id;navn\np1;Ane;\np2;Bo;\n",
            [("id", "navn"), ("p1", "Ane", ""), ("p2", "Bo", "")],
            id="a delimiter at the end of the data lines",
        ),
        pytest.param(
            "id;navn;\np1;Ane\np2;Bo\n",
            [("id", "navn", ""), ("p1", "Ane"), ("p2", "Bo")],
            id="a delimiter at the end of the header",
        ),
        pytest.param(
            "'id';'navn'\r\n'p1';'Holm; Ane'\r\n'p2';'O''Brien'\r\n",
            [("id", "navn"), ("p1", "Holm; Ane"), ("p2", "O'Brien")],
            id="single quotes",
        ),
        pytest.param(
            "id;navn\np1;'Ane'\np2;O'Brien\n",
            [("id", "navn"), ("p1", "'Ane'"), ("p2", "O'Brien")],
            id="apostrophes",
        ),
        pytest.param(
            'id, navn, kommune\np1, "Holm, Ane", Odense\n',
            [("id", "navn", "kommune"), ("p1", "Holm, Ane", "Odense")],
            id="a space before the quotes",
        ),
        pytest.param(
            'id;navn\np1;Ane "Nan" Holm\n',
            [("id", "navn"), ("p1", 'Ane "Nan" Holm')],
            id="quotes within a cell",
        ),
        pytest.param(
            "\rid;navn\r\r;\rp1;Ane\r",
            [("id", "navn"), ("p1", "Ane")],
            id="lines of an old Mac, some of them blank",
        ),
        pytest.param('"sep=,"\r\nid,navn\r\n', [("id", "navn")], id="a quoted sep line"),
        pytest.param("sep=\t\nid\tnavn; fulde\n", [("id", "navn; fulde")], id="a sep line of a tab"),
        pytest.param("sep=^\nid^navn\n", [("id", "navn")], id="a sep line of a rare mark"),
        pytest.param("sep=\r\nid;navn\r\n", [("sep=",), ("id", "navn")], id="a sep line of nothing"),
    ],
)
def test_the_mark_between_the_cells(text, rows):
    assert cells(text) == rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a note is left blank by p3 too: left out at the end, as Excel does
        ("id;navn;note\np1;Ane;x\np2;Bo\np3;Cai;\n", [("rows_short", "info", [3])]),
        ("id;navn;note\np1;Ane;x\np2;Bo\np3;Cai\n", [("rows_short", "info", [3, 4])]),
        # all others have a note: 1 of 3 cells is lacking, less than half
        ("id;navn;note\np1;Ane;x\np2;Bo\np3;Cai;y\n", [("rows_short", "warning", [3])]),
        ("id;navn;note\np1;Ane\n", [("rows_short", "warning", [2])]),
        # 2 of 4 are half of them
        ("id;navn;sektor;note\np1;Ane;stat;x\np2;Bo\n", [("row_ragged", "error", [3])]),
        ("id;navn;sektor;note\np1;Ane;stat;x\np2;Bo\np3;Cai;;\n", [("rows_short", "info", [3])]),
        # a note with a bare line break; a footer; a longer row; a sum is told elsewhere
        ("id;navn;note\np1;Ane;først\nog sidst\np2;Bo;x\n", [("row_ragged", "error", [3])]),
        ("id;navn;note\np1;Ane;x\np2;Bo;y\nUdskrevet 3. juni\n", [("row_ragged", "error", [4])]),
        ("id;navn;note\np1;Ane;x;y\np2;Bo;z\n", [("row_ragged", "error", [2])]),
        ("Tilmeldinger;2026\n\nid;navn;a;b;c\np1;Ane;;;;x\n", [("row_ragged", "error", [4])]),
        ("id;navn;note\np1;Ane;x\np2;Bo;y\nI alt\n", []),
        # unknown words: the header is the first row of several cells, whatever the rows below say
        ("Spørgsmål;Svar\nkommune;a;b\nregion;c\n", [("row_ragged", "error", [2])]),
    ],
)
def test_rows_of_other_lengths_than_the_header(text, expected):
    assert told(text) == expected


def test_short_rows_are_read_as_ending_in_blanks(tmp_path):
    header, anna, bo = INTERNS
    lines = (
        csv_text([header, anna, bo[:7], ["p3", "Cai", "Skolen", "kommunal", "Vejle"]]) + "p4;Dan;;;;;;\r\n"
    )
    lines += "p5;Eva;Arkivet;statslig;Odense\r\n"
    round, issues = read_with_issues(csv_folder(tmp_path / "f", lines))
    assert round is not None
    assert [(one.id, one.workplace, one.weeks, one.wishes) for one in round.interns] == [
        ("p1", "Biblioteket", ("2026-W37",), ("v1",)),
        ("p2", "Sygehuset", ("2026-W37",), ()),
        ("p3", "Skolen", (), ()),
        ("p4", None, (), ()),
        ("p5", "Arkivet", (), ()),
    ]
    assert [place.line for one in issues if one.code == "rows_short" for place in one.places] == [3, 4, 6]


def test_a_longer_row_is_told_though_it_holds_the_word_for_a_column(tmp_path):
    folder = csv_folder(tmp_path / "f")
    (folder / "udelukkede.csv").write_text("Hvem?;Ikke hos?\np1;v1;kommune;b;c\n", encoding="utf-8")
    saved = '[columns.bans]\n"Hvem?" = "intern"\n"Ikke hos?" = "host"\n'
    (folder / "columns.toml").write_text(saved, encoding="utf-8")
    issues = read_with_issues(folder)[1]
    assert {(one.code, one.places[0].line) for one in issues} == {("column_without_header", 1)}


@pytest.mark.parametrize(
    ("row", "line"),
    [
        ('p1;"Ane" Holm;x', 2),  # closed, and then more
        ('p1;"Ane;x\np2;"Bo";y', 2),  # never closed: the next one begins a cell
        ('p1;"Ane \\"Nan\\" Holm";x', 2),
        ('p1;Ane;x\np2;"Bo;y', 3),
    ],
)
def test_a_quote_that_does_not_close_a_cell_is_told_where_it_opens(row, line):
    assert told(f"id;navn;note\n{row}\n") == [("quote_unclosed", "error", [line])]


HEADER = ["id", "navn", f"{QUESTION};", 'Hvad er "et mål", for dig?', "uge\neller uger", "note"]
CELLS = st.text(alphabet='ab1 ,;|\t"\n\r.=æ', max_size=6)
FILLED = CELLS.filter(lambda text: text.strip(" \t\n\r"))


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    """Draw any cells below a header; everybody has an id and a name, and two people have no more."""
    columns = draw(st.integers(2, len(HEADER)))
    row = st.tuples(FILLED, FILLED, *[CELLS] * (columns - 2)).map(list)
    rows = [HEADER[:columns], *draw(st.lists(row, max_size=6))]
    for nobody in (["p1", "Ane"], ["p2", "Bo"]):
        rows.insert(draw(st.integers(1, len(rows))), nobody + [""] * (columns - 2))
    return rows


ENDS = [("\r\n", csv.QUOTE_MINIMAL), ("\r\n", csv.QUOTE_ALL), ("\n", csv.QUOTE_ALL), ("\r", csv.QUOTE_ALL)]


@given(tables(), st.sampled_from(";,\t|"), st.sampled_from(ENDS), st.booleans())
def test_any_table_reads_back_when_blank_cells_at_the_end_are_left_out(rows, mark, ending, sep):
    end, quoting = ending
    text = io.StringIO(newline="")
    left_out = [row[: max(n + 1 for n, value in enumerate(row) if value)] for row in rows]
    csv.writer(text, delimiter=mark, lineterminator=end, quoting=quoting).writerows(left_out)
    read, issues = read_csv((f"sep={mark}{end}" * sep + text.getvalue()).encode(), "interns.csv")
    assert [row.cells for row in read[0].rows] == [tuple(row) for row in left_out]
    assert {issue.code for issue in issues} <= {"rows_short"}
