"""Hypothesis strategies: rounds whose texts are as odd as the law of a round allows."""

from __future__ import annotations

from hypothesis import assume
from hypothesis import strategies as st

from innopraktik_match.domain.issues import Place
from innopraktik_match.domain.names import key
from innopraktik_match.domain.privacy import mask_numbers
from innopraktik_match.domain.round import Round
from innopraktik_match.files.raw.screening import Screen
from innopraktik_match.files.rounds.from_tables import _impossible_locks, _with_regions_named
from innopraktik_match.validation.faults import find_faults
from tests.strategies import Data, Draw
from tests.wide_rounds import wide_rounds

WORDS = (
    "I alt", "Total", "Sum: 3", "antal i alt", "#N/A", "#VÆRDI!", "#DIV/0!", "ja", "Nej", "SAND", "true", "None",
    "nan", "null", "-", "x", "1e5", "1,5e10", "1.234", "007", "0101", "1,0", "½", "2026-W37", "uge 37", "12-09-2026",
    "=1+1", "+4512345678", "-1", "@navn", "'x", "'=1+1", "''=1", "'", '"', '\'"x"', "'[\"a\"]", "'[1]", "'[[", "'\"",
    "Navn", "Id", "Kommune", "Praktikant", "Vært", "Medarbejder", "Leder/medarbejder", "E-mail", "Ønske 1", "Sektor",
    "1. prioritet", "columns", "(3)", "a|b", "a;b", "a,b", "a, b", "a\nb", "a\r\nb", "a\rb", "|", ",", "\x01",
    "\x00", "a\x1f", "\x0b\x7f", "\x85", "\u2028", "\ufeff", "\u200b", "\ufffe", "x005F_", "_x0041_", "_x005F_",
    "æøå ÆØÅ", "A\u030arhus", "🧑‍🚀", "<b>&amp;</b>", "]]>", "http://a.dk", "a\tb", "[x]", "{}", "Ã¸", "region",
    "Vil du i uge 37 2 dage, tema fag, sektor kommune, rolle, gruppe og besøg?", "Navnn", "a b", "a-b",
)  # fmt: skip


def texts(most: int = 12) -> Draw[str]:
    """Draw a text of which somebody may think that it is more than text."""
    mixed = st.lists(st.sampled_from(WORDS), min_size=1, max_size=2).map("".join)
    return (st.sampled_from(WORDS) | mixed | st.text(max_size=most)).filter(
        lambda text: mask_numbers(text) == text
    )


ids = texts().filter(lambda text: text.strip() and key(text) and len(text) <= 200)
lists = st.lists(texts(), max_size=3)
extras = st.dictionaries(
    st.sampled_from(WORDS[-30:] + WORDS[40:60]) | texts(), texts() | st.just(""), max_size=4
)


@st.composite
def odd_rounds(draw: st.DrawFn) -> Round:
    """Draw a legal round with odd ids, names, lists and columns."""
    data = draw(wide_rounds(most_interns=4, most_hosts=3)).model_dump()
    for side, other in (("interns", "hosts"), ("hosts", "interns")):
        new = draw(st.lists(ids, min_size=len(data[side]), max_size=len(data[side]), unique_by=key))
        named = dict(zip([one["id"] for one in data[side]], new, strict=True))
        _rename(data, side, other, named)
    some = st.none() | st.just("") | texts()
    for person in (*data["interns"], *data["hosts"]) if draw(st.booleans()) else ():
        person |= {"name": draw(some), "note": draw(some), "workplace": draw(some), "extra": draw(extras)}
        person |= {"themes": draw(lists), "email": draw(some)}
    for intern in data["interns"] if draw(st.booleans()) else ():
        intern |= {"role": draw(some), "group": draw(st.none() | st.sampled_from(["ja", "I alt", ""]))}
    for host in data["hosts"] if draw(st.booleans()) else ():
        host |= {"roles": draw(lists), "contact": draw(some)}
        host["weeks"] = host["weeks"] * draw(st.integers(1, 2))
    for ban in data["bans"]:
        ban["reason"] = draw(some)
    for past in data["history"]:
        past["year"] = draw(st.none() | st.integers(-(2**70), 2**70))
    round = Round.model_validate(data)
    assume(not any(issue.severity == "error" for issue in find_faults(round)))
    assume(not _impossible_locks(round))
    assume(shows_no_civil_number(round))
    return _with_regions_named(round)


def _rename(data: Data, side: str, other: str, named: dict[str, str]) -> None:
    for person in data[side]:
        person["id"] = named[person["id"]]
    for person in data[other]:
        for name in ("wishes", "rejects"):
            person[name] = [named[one] for one in person[name]]
    for table in ("pairs", "bans", "history", "locks"):
        for row in data[table]:
            if row.get(side[:-1]) is not None:
                row[side[:-1]] = named[row[side[:-1]]]


def shows_no_civil_number(round: Round) -> bool:
    """Whether nothing in a round has the shape of a civil registration number: those come back masked."""
    screen = Screen()
    screen.value(round.model_dump(), Place)
    return not any(issue.code == "looks_like_cpr" for issue in screen.issues)
