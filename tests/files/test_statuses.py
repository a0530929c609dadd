"""What people write about a visit: in the column Status of a plan, and of a lock."""

from __future__ import annotations

import pytest

from innopraktik_match.files.raw.cells import Unreadable
from innopraktik_match.files.values.fixed_words import status


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Aftalt 3/6", "agreed"),
        ("aftalt d. 03-06-2026", "agreed"),
        ("Bekræftet (pr. mail)", "agreed"),
        ("Bekræftet pr. mail", "agreed"),
        ("bekræftet 12/6 på telefon", "agreed"),
        ("Aftalt mundtligt d. 3/6", "agreed"),
        ("Confirmed by e-mail", "agreed"),
        ("Ja!", "agreed"),
        ("Ja.", "agreed"),
        ("Nu aftalt", "agreed"),
        ("Har accepteret", "agreed"),
        ("Nej, desværre", "declined"),
        ("Unfortunately no", "declined"),
        ("Afmeldt pr. sms", "withdrawn"),
        ("JA TAK", "agreed"),
        ("på plads", "agreed"),
        ("nej tak", "declined"),
        ("Afslag pga. travlhed", "declined"),
        ("No", "declined"),
        ("aflyst pga. sygdom", "withdrawn"),
        ("Jeg må desværre trække mig", "withdrawn"),
        ("Afbud 12/8", "withdrawn"),
        ("OK chef", "boss_ok"),
        ("Leder har godkendt (2/6)", "boss_ok"),
        ("ok fra vært", "host_ok"),
        ("venter", "proposed"),
        ("?", "proposed"),
        ("Afventer svar", "proposed"),
    ],
)
def test_an_answer_is_read_as_people_write_it(written, read):
    assert status(written) == read


@pytest.mark.parametrize(
    "written",
    [
        "ja, leder ok",
        "nej, ikke endnu",
        "godkendt",
        "sygemeldt",
        "aftalt?",
        "aftalt i uge",
        "ja til mail",
        "x" * 400,
    ],
)
def test_what_could_mean_two_things_is_asked_about(written):
    with pytest.raises(Unreadable):
        status(written)
