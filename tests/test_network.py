"""The network of workplaces over the years, counted by hand."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook

from innopraktik_match.years.network import find_network
from innopraktik_match.years.network_tables import network_lines, network_workbook
from innopraktik_match.years.past import Past
from innopraktik_match.years.picture import COLOURS, network_picture
from tests.test_years_cli import ARCHIVE, run

SVG = "{http://www.w3.org/2000/svg}"


def visit(year, name, workplace, place, sector="state", host_sector="region"):
    return Past(year, name, None, (), workplace, sector, place, None, host_sector)


ROWS = [
    visit(2023, "Anna", "DMI", "Region Nord"),
    visit(2023, "Bo", "dmi", "Region Nord"),  # the same new link, the same year
    visit(2024, "Cleo", "Region Nord", "DMI", "region", "state"),  # the other way: a repeat
    visit(2024, "Dan", "DMI", "Ærø <Kommune>", "state", "municipality"),
    visit(2024, "Eva", "Museum", "Teater", "civil", None),
    visit(2024, "Fie", None, "DMI"),  # nobody knows from where
    visit(2024, "Gry", "DMI", "DMI"),  # their own
    Past(2024, "Hans", None, (), "Skat", "state", turned_away=True),
    Past(2024, "Ib", None, (), "DMI", "state", turned_away=True),
]


def test_links_are_new_once_and_repeat_later_in_both_directions():
    found = find_network(ROWS)
    assert [(one.one.name, one.other.name, one.first, one.last, one.visits) for one in found.links] == [
        ("DMI", "Region Nord", 2023, 2024, 3),
        ("DMI", "Ærø <Kommune>", 2024, 2024, 1),
        ("Museum", "Teater", 2024, 2024, 1),
    ]
    assert [(one.year, one.visits, one.new, one.repeats, one.joined) for one in found.years] == [
        (2023, 2, 1, 0, 2),
        (2024, 3, 2, 1, 3),
    ]


def test_workplaces_groups_and_sectors_are_counted():
    found = find_network(ROWS)
    assert [one.name for one in found.workplaces] == [
        "DMI",
        "Museum",
        "Region Nord",
        "Teater",
        "Ærø <Kommune>",
    ]
    assert found.groups == (3, 2)
    assert [one.name for one in found.isolated] == ["Skat"]
    assert found.left_out == 1
    assert found.sectors == {
        ("state", "region"): 2,
        ("region", "state"): 1,
        ("state", "municipality"): 1,
        ("civil", ""): 1,
    }


@pytest.mark.parametrize(
    ("lang", "across"), [("da", "mellem to sektorer: 2 af 2"), ("en", "two sectors: 2 of 2")]
)
def test_the_network_in_words_and_in_a_workbook(tmp_path, lang, across):
    found = find_network(ROWS)
    assert across in "\n".join(network_lines(found, lang))
    path = tmp_path / "n.xlsx"
    path.write_bytes(network_workbook(found, lang))
    years, links, *_ = (list(sheet.iter_rows(min_row=2, values_only=True)) for sheet in load_workbook(path))
    assert years == [(2023, 2, 1, 0, 2), (2024, 3, 2, 1, 3)]
    assert [row[-1] for row in links] == [3, 1, 1]


def test_nothing_is_no_network():
    found = find_network([])
    assert (found.workplaces, found.links, found.groups) == ((), (), ())
    assert network_lines(found, "en")[0].startswith("0 workplaces")
    ElementTree.fromstring(network_picture(found, "en"))


def test_the_picture_names_every_workplace_and_draws_every_link():
    picture = ElementTree.fromstring(network_picture(find_network(ROWS), "da"))
    words = [one.text for one in picture.iter(f"{SVG}text")]
    assert "Ærø <Kommune>" in words
    assert {"Regioner", "Kommuner", "Staten", "Sektor ukendt"} <= set(words)
    assert len(list(picture.iter(f"{SVG}path"))) == 3
    assert picture.attrib["lang"] == "da"
    assert picture.find(f"{SVG}title") is not None


@pytest.mark.parametrize("colour", COLOURS.values())
def test_colours_can_be_read_on_white(colour):
    """Contrast by WCAG 2.1: (1 + 0.05) / (luminance + 0.05) of at least 4.5."""
    parts = [int(two, 16) / 255 for two in re.findall("..", colour[1:])]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    luminance = sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    assert 1.05 / (luminance + 0.05) >= 4.5


def test_the_command_writes_both_files_and_adds_up(tmp_path):
    told = run("network", ARCHIVE, "-o", tmp_path / "n.svg", "-o", tmp_path / "n.xlsx", "--json")
    found = json.loads(told.stdout)
    assert sum(one["visits"] for one in found["links"]) == sum(one["visits"] for one in found["years"]) == 136
    assert sum(one["new"] for one in found["years"]) == len(found["links"]) == 118
    ElementTree.fromstring((tmp_path / "n.svg").read_text("utf-8"))
    run("network", ARCHIVE, "-o", tmp_path / "n.pdf", code=2)
