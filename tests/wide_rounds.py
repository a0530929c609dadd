"""Hypothesis strategies: small rounds from every corner of what is legal."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, get_args

from hypothesis import strategies as st

from innopraktik_match.domain.municipalities import REFORM_YEAR, regions
from innopraktik_match.domain.names import key
from innopraktik_match.domain.policy import Aim, Policy
from innopraktik_match.domain.presets import PRESETS
from innopraktik_match.domain.round import Host, Intern, Journey, Lock, PairPoints, Round, Sector, Status
from innopraktik_match.domain.rulebook.settings import Capacity, Duration, Priced, QuotaLimit, Travel
from innopraktik_match.domain.when import LAST_YEAR, MOST_DAYS
from tests.strategies import Data, Draw, Ids, Reach, quota, row, some, tables

if TYPE_CHECKING:
    from innopraktik_match.domain.record import Record

UNLIMITED = 2**80
AIMS = get_args(Aim)
TEMPERS = (("off", "soft", "soft"), ("off", "soft", "hard"), ("off", *["soft"] * 8, "hard"))
CALENDARS = (
    (),
    ("2026-W37",),
    ("2026-W37", "2026-W38", "2026-W40"),
    ("2026-W52", "2026-W53", "2027-W01", "2027-W02"),
    ("2027-W37", f"{LAST_YEAR}-W52"),
)
TOWNS = ("Aarhus", "0751", "Århus Kommune", "Odense", "København", "Roskilde", "Bornholms Regionskommune")
ABROAD = "Malmö"
REGIONS = tuple(dict.fromkeys(region for year in (None, REFORM_YEAR) for region in regions(year)))
WORKPLACES = ("A", " a ", "Ａ", "B", "Å", "A\u030a")
THEMES = tuple(f"t{n}" for n in range(70))  # more than fit into one word of 64 bits
ODD_IDS = (
    "p0", "0", "-1", "None", "æ", "ß", "a|b", "'", '"', "\\", "\x00", "=1+1", "\u200b", "🧑‍🚀", "x" * 200,
)  # fmt: skip


@cache
def largest(record: type[Record], field: str) -> int:
    """Return the largest number that a field takes."""
    stated = record.model_json_schema()["properties"][field]
    return max(kind.get("maximum", 0) for kind in (stated, *stated.get("anyOf", ()))) or UNLIMITED


def up_to(most: int) -> Draw[int]:
    """Draw a whole number, every magnitude as often as the others, and now and then an end."""
    bits = st.integers(0, most.bit_length())
    within = bits.flatmap(lambda bits: st.integers(0, min(most, 2**bits)))
    return st.one_of(within, within, within, st.sampled_from([0, most]))


@st.composite
def ids(draw: st.DrawFn, most: int) -> Ids:
    """Draw plain ids, or odd ones that are not the same word."""
    count = draw(st.integers(1, most) | st.integers(most // 2 + 1, most))
    if draw(st.booleans()):
        return tuple(f"p{number}" for number in range(count))
    word = st.sampled_from(ODD_IDS) | st.text(min_size=1, max_size=4).filter(str.strip)
    return tuple(draw(st.lists(word, min_size=count, max_size=count, unique_by=key)))


@st.composite
def reaches(draw: st.DrawFn, year: int | None) -> Reach:
    """Draw how far one round reaches; its points are all of one magnitude, or below."""
    most = 6 + draw(up_to(largest(PairPoints, "points") - 6))
    points = up_to(min(most, largest(Priced, "points")))
    amounts = st.integers(0, 4) | up_to(largest(QuotaLimit, "max"))
    words = {"sector": get_args(Sector), "region": REGIONS, "municipality": TOWNS, "workplace": WORKPLACES}
    limits = [quota(field, named, st.none() | amounts, amounts) for field, named in words.items()]
    weeks = draw(st.sampled_from(CALENDARS))
    lengths = st.none() | st.integers(1, MOST_DAYS) if draw(st.booleans()) else st.none()
    spans = st.tuples(lengths, lengths).map(
        lambda ends: None if None in ends else {"min": min(ends), "max": max(ends)}
    )
    most_guests = largest(Capacity, "limit")
    return Reach(
        modes=draw(st.sampled_from(TEMPERS)),
        points=points,
        ranks=6,
        unlisted=st.one_of(points, points, points, points, points, st.just("forbid")),
        points_per_km=st.floats(0, min(most, largest(Travel, "points_per_km"))),
        tolerance=st.integers(0, largest(Duration, "tolerance")),
        limit=draw(st.integers(1, most_guests) | st.just(most_guests)),
        quotas=st.lists(st.one_of(limits), max_size=3),
        sectors=(*get_args(Sector), None),
        workplaces=(*WORKPLACES, None, None),
        regions=(*(REGIONS if year == REFORM_YEAR else regions(None)), None, None, None),
        towns=TOWNS,
        abroad=(ABROAD,),
        km=st.integers(0, largest(Journey, "km")),
        max_km=st.none() | up_to(largest(Intern, "max_km")),
        themes=((), THEMES[:1], THEMES[-1:], THEMES, ("T0 ",)),
        weeks=weeks,
        days=lengths | spans,
        wishes=draw(st.sampled_from([0, 2, 9])),
        visits=draw(st.sampled_from([(1,), (1, 1, 2), (1, 2, 3, largest(Intern, "visits"))])),
        groups=draw(st.sampled_from([(None,), (None, None, "g", " G"), ("g", "h"), ("\u200b",)])),
        priority=up_to(min(most, largest(Intern, "priority"))),
        host_visits=draw(st.sampled_from([(1,), (1, 1, 2), (1, 2, 3, largest(Host, "visits"))])),
        past=st.sampled_from([{}, {"workplace": "a"}, {"host": None, "workplace": "B"}]),
        lock=row(
            {
                "week": st.sampled_from([None, *weeks]),
                "days": lengths,
                "status": st.sampled_from(get_args(Lock.model_fields["status"].annotation)),
            }
        ),
        locks=3,
        before=row(
            {
                "week": st.sampled_from([None, *weeks]),
                "days": lengths,
                "status": st.sampled_from(get_args(Status)),
            }
        ),
        pairs=draw(st.sampled_from([4, 40])),
        pair_points=up_to(most),
        alike=draw(st.sampled_from([(), (), (), (), ("interns",), ("hosts",), ("interns", "hosts")])),
    )


@st.composite
def any_aims(draw: st.DrawFn, placed_is_hard: bool = False) -> list[str]:
    """Draw any aims in any order that a policy may have."""
    aims = draw(st.lists(st.sampled_from(AIMS), unique=True, min_size=1))
    before = aims[: aims.index("points")] if "points" in aims else aims
    if "placed" in before or placed_is_hard:
        return aims
    return ["placed", *(aim for aim in aims if aim != "placed")]


@st.composite
def policies(draw: st.DrawFn, rules: Data, calendar: Ids, year: int | None) -> Data:
    """Draw a preset, what it leaves to be said of the rules, and when, in which order and by which lots."""
    unsaid = draw(st.just([]) | st.lists(st.sampled_from(sorted(set(rules) - {"capacity"}))))
    said = {name: rule for name, rule in rules.items() if name not in unsaid}
    preset = draw(st.sampled_from(sorted(PRESETS)))
    policy = Policy.model_validate({"preset": preset, "rules": said})
    return {
        "preset": preset,
        "rules": said,
        "year": year,
        "weeks": draw(st.just(calendar) | st.just([]) | some(calendar, 2)),
        "aims": draw(st.none() | any_aims(policy.rules.placed.hard)),
        "seed": draw(up_to(UNLIMITED)),
    }


@st.composite
def wide_rounds(draw: st.DrawFn, most_interns: int = 9, most_hosts: int = 4) -> Round:
    """Draw a small round in which everything legal may happen."""
    year = draw(st.sampled_from([None, REFORM_YEAR - 1, REFORM_YEAR]))
    reach, intern_ids, host_ids = draw(reaches(year)), draw(ids(most_interns)), draw(ids(most_hosts))
    data = draw(tables(reach, intern_ids, host_ids))
    data["travel"].append({"origin": ABROAD, "destination": TOWNS[0], "minutes": draw(reach.km)})
    crowd = draw(st.none() | st.sampled_from(host_ids))
    for intern in data["interns"] if crowd else ():
        intern["wishes"] = [crowd, crowd]
    data["policy"] = draw(policies(data["policy"]["rules"], reach.weeks, year))
    return Round.model_validate(data)
