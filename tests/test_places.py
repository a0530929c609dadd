from __future__ import annotations

from math import cos, hypot, radians

import pytest

from innopraktik_match.domain.municipalities import municipalities, municipality


def test_there_are_98_municipalities_with_98_codes() -> None:
    found = municipalities()
    assert len(found) == 98
    assert len({place.code for place in found}) == 98
    assert [place.code for place in found] == sorted(place.code for place in found)


def test_every_municipality_is_found_by_its_own_name_and_code() -> None:
    for place in municipalities():
        for word in (place.name, place.code, f"{place.name} Kommune", place.name.upper()):
            assert municipality(word) == place


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Aarhus Kommune", "Aarhus"),
        ("Århus", "Aarhus"),
        ("A\u030arhus", "Aarhus"),  # å in two characters, as a Mac writes it
        ("Åbenrå", "Aabenraa"),
        ("AABENRÅ KOMMUNE", "Aabenraa"),
        ("Ålborg", "Aalborg"),
        ("Københavns Kommune", "København"),
        ("Koebenhavn", "København"),
        ("Copenhagen", "København"),
        ("Kbh.", "København"),
        ("Bornholms Regionskommune", "Bornholm"),
        ("Lollands Kommune", "Lolland"),
        ("Vesthimmerlands Kommune", "Vesthimmerlands"),
        ("Vesthimmerland", "Vesthimmerlands"),
        ("Nordfyn", "Nordfyns"),
        ("Brønderslev-Dronninglund", "Brønderslev"),
        ("Høje Taastrup", "Høje-Taastrup"),
        ("Lyngby Tårbæk", "Lyngby-Taarbæk"),
        ("Ringkøbing Skjern", "Ringkøbing-Skjern"),
        ("Fåborg-Midtfyn", "Faaborg-Midtfyn"),
        ("  ikast  brande ", "Ikast-Brande"),
        ("Assens Kommune", "Assens"),
        ("101", "København"),
    ],
)
def test_old_foreign_and_long_spellings_are_found(written: str, name: str) -> None:
    found = municipality(written)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("written", [None, "", " ", "s", "Kommune", "Atlantis", "Christiansø", "999"])
def test_what_is_no_municipality_is_none(written: str | None) -> None:
    assert municipality(written) is None


# the middle of the municipality on the map, read to a tenth of a degree
@pytest.mark.parametrize(
    ("name", "latitude", "longitude"),
    [
        ("København", 55.7, 12.5),
        ("Odsherred", 55.9, 11.6),
        ("Lolland", 54.8, 11.3),
        ("Bornholm", 55.1, 14.9),
        ("Assens", 55.3, 10.0),
        ("Fanø", 55.4, 8.4),
        ("Favrskov", 56.3, 9.9),
        ("Vesthimmerlands", 56.8, 9.4),
        ("Læsø", 57.3, 11.0),
        ("Hjørring", 57.5, 10.1),
    ],
)
def test_the_seat_lies_near_the_middle(name: str, latitude: float, longitude: float) -> None:
    place = municipality(name)
    assert place is not None
    north, east = place.latitude - latitude, place.longitude - longitude
    assert 111 * hypot(north, east * cos(radians(latitude))) <= 15


def test_regions_have_their_number_of_municipalities_and_two_become_one_in_2027() -> None:
    regions: dict[tuple[str, str], int] = {}
    for place in municipalities():
        both = (place.region, place.region_2027)
        regions[both] = regions.get(both, 0) + 1
    assert regions == {
        ("Region Hovedstaden", "Region Østdanmark"): 29,
        ("Region Sjælland", "Region Østdanmark"): 17,
        ("Region Syddanmark", "Region Syddanmark"): 22,
        ("Region Midtjylland", "Region Midtjylland"): 19,
        ("Region Nordjylland", "Region Nordjylland"): 11,
    }
