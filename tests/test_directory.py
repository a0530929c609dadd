"""Lists of people in one cell: a name that holds a mark of the list stays whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from innopraktik_match.domain.directory import Directory

NAMES = [
    "v1",
    "Museet",
    "Teknik, Aarhus",
    "Kultur; Fritid",
    "By | Land",
    "Region Syd, Innovation, Vejle",
    "Å,Æ;Ø",
]
HOSTS = Directory([("v1", None), *((f"h{number}", name) for number, name in enumerate(NAMES[1:]))])


def test_names_with_commas_in_a_list_with_commas() -> None:
    assert HOSTS.split("museet, teknik, århus, teknik,  aarhus,v1") == [
        "museet",
        "teknik",
        "århus",
        "teknik,  aarhus",
        "v1",
    ]


def test_the_longest_name_wins() -> None:
    people = Directory([("v1", "Teknik"), ("v2", "Aarhus"), ("v3", "Teknik, Aarhus")])
    assert people.split("Teknik, Aarhus, Teknik") == ["Teknik, Aarhus", "Teknik"]
    assert people.split("Aarhus, Teknik, ,") == ["Aarhus", "Teknik"]


def test_a_name_of_very_many_parts_is_found_alone_and_takes_no_time_in_a_list() -> None:
    name = ", ".join("ab" * 500)
    people = Directory([("v1", name)])
    assert people.split(name) == [name]
    assert len(people.split("a," * 50_000)) == 50_000


@given(st.lists(st.sampled_from(NAMES)), st.sampled_from("|;,\n"), st.booleans())
def test_any_list_of_names_is_parted_into_those_names(names: list[str], mark: str, spaced: bool) -> None:
    assert HOSTS.split((mark + " " * spaced).join(names)) == names
