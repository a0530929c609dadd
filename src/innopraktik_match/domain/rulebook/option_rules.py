"""The rules about an intern at a host in a slot: settings, words and worst cases."""

from typing import Annotated

from innopraktik_match.domain.record import Record
from innopraktik_match.domain.rulebook.entry import Entry
from innopraktik_match.domain.rulebook.settings import (
    AlwaysHard,
    Duration,
    GivenPairs,
    OffOrHard,
    Priced,
    Travel,
    Wishes,
)
from innopraktik_match.domain.rulebook.worst_cases import (
    dearest_pair,
    dearest_wish_of_hosts,
    dearest_wish_of_interns,
    each_visit,
    longest_journey,
    most_days_off,
)


class OptionRules(Record):
    """One field a rule about an intern at a host in a slot, by its id."""

    own_workplace: Annotated[
        Priced,
        Entry(
            "option",
            "pairs",
            "Ingen besøger sin egen arbejdsplads.",
            "Nobody visits their own workplace.",
            "praktikanten arbejder selv på stedet",
            "the intern works there",
            per_visit=each_visit,
            reads=("workplace",),
        ),
    ] = Priced(mode="hard", points=100)

    ban: Annotated[
        AlwaysHard,
        Entry(
            "option",
            "pairs",
            "Udelukkede par mødes ikke: inhabilitet og fravalg fra begge sider.",
            "Banned pairs never meet: conflicts of interest, and refusals of either side.",
            "parret er udelukket eller fravalgt",
            "the pair is banned or refused",
        ),
    ] = AlwaysHard()

    dates: Annotated[
        OffOrHard,
        Entry(
            "option",
            "sides",
            "Besøget begynder i en uge, der passer begge.",
            "The visit begins in a week that both have.",
            "ugen passer ikke begge",
            "the week does not suit both",
            reads=("weeks",),
        ),
    ] = OffOrHard()

    duration: Annotated[
        Duration,
        Entry(
            "option",
            "days",
            "Besøget har en længde, som begge kan acceptere; afvigelser fra ønsket koster.",
            "The visit has a length that both accept; days off the wish cost points.",
            "længden er {amount} dage fra ønsket",
            "the length is {amount} days off the wish",
            per_visit=most_days_off,
            reads=("days",),
        ),
    ] = Duration()

    travel: Annotated[
        Travel,
        Entry(
            "option",
            "km",
            "Ingen rejser længere, end de højst ønsker; hver kilometer koster point.",
            "Nobody travels beyond their maximum; every kilometre costs points.",
            "der er {amount} km, og højst {limit} er ønsket",
            "the distance is {amount} km, at most {limit} is wished",
            per_visit=longest_journey,
            reads=("municipality", "travel.km"),
        ),
    ] = Travel()

    cross_sector: Annotated[
        Priced,
        Entry(
            "option",
            "pairs",
            "Praktikanten kommer til en anden sektor end sin egen.",
            "The intern visits another sector than their own.",
            "vært og praktikant er i samme sektor",
            "host and intern are in the same sector",
            per_visit=each_visit,
            reads=("sector",),
        ),
    ] = Priced(points=20)

    themes: Annotated[
        Priced,
        Entry(
            "option",
            "pairs",
            "Vært og praktikant deler et tema.",
            "Host and intern share a theme.",
            "vært og praktikant har intet fælles tema",
            "host and intern share no theme",
            per_visit=each_visit,
            reads=("themes",),
        ),
    ] = Priced(points=10)

    intern_wishes: Annotated[
        Wishes,
        Entry(
            "option",
            "wish rank",
            "Praktikantens ønsker opfyldes, de første først.",
            "The intern's wishes are met, the first ones first.",
            "værten er ikke blandt praktikantens ønsker",
            "the host is not among the intern's wishes",
            per_visit=dearest_wish_of_interns,
            reads=("interns.wishes",),
        ),
    ] = Wishes()

    host_wishes: Annotated[
        Wishes,
        Entry(
            "option",
            "wish rank",
            "Værtens ønsker opfyldes, de første først.",
            "The host's wishes are met, the first ones first.",
            "praktikanten er ikke blandt værtens ønsker",
            "the intern is not among the host's wishes",
            per_visit=dearest_wish_of_hosts,
            reads=("hosts.wishes",),
        ),
    ] = Wishes(points=(0, 2, 4), unlisted=10)

    role: Annotated[
        Priced,
        Entry(
            "option",
            "pairs",
            "Praktikanten har en rolle, som værten ønsker.",
            "The intern has a role that the host wants.",
            "praktikantens rolle er ikke blandt de ønskede",
            "the intern's role is not among the wanted ones",
            per_visit=each_visit,
            reads=("interns.role", "hosts.roles"),
        ),
    ] = Priced(points=5)

    new_relations: Annotated[
        Priced,
        Entry(
            "option",
            "pairs",
            "Praktikanten har ikke besøgt arbejdspladsen før.",
            "The intern has not visited this workplace before.",
            "praktikanten har besøgt arbejdspladsen før",
            "the intern has visited this workplace before",
            per_visit=each_visit,
            reads=("history.host", "interns.workplace", "hosts.workplace"),
        ),
    ] = Priced(points=15)

    pair_points: Annotated[
        GivenPairs,
        Entry(
            "option",
            "points",
            "Koordinatorens egne point for bestemte par tæller med.",
            "The coordinator's own points for named pairs count.",
            "parret står ikke på listen over par",
            "the pair is not on the list of pairs",
            per_visit=dearest_pair,
            reads=("pairs.points",),
        ),
    ] = GivenPairs()
