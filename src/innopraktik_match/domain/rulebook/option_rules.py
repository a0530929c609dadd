"""The rules about an intern at a host in a slot: settings, words and worst cases."""

from typing import Annotated

from innopraktik_match.domain.record import Record
from innopraktik_match.domain.rulebook.entry import Entry
from innopraktik_match.domain.rulebook.settings import (
    AlwaysHard,
    Duration,
    Fading,
    GivenPairs,
    Matches,
    OffOrHard,
    Priced,
    Travel,
    Wishes,
)
from innopraktik_match.domain.rulebook.worst_cases import (
    dearest_pair,
    dearest_wish_of_hosts,
    dearest_wish_of_interns,
    each_criterion,
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
            away_da="praktikantens egen arbejdsplads",
            away_en="the intern's own workplace",
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
            "Banned pairs never meet: conflicts of interest, and refusals by either side.",
            "parret er udelukket eller fravalgt",
            "the pair is banned or refused",
            away_da="udelukket eller fravalgt",
            away_en="banned or refused",
        ),
    ] = AlwaysHard()

    dates: Annotated[
        OffOrHard,
        Entry(
            "option",
            "sides",
            "Besøget begynder i en uge, der passer begge.",
            "The visit starts in a week that suits both.",
            "ugen passer ikke begge",
            "the week does not suit both",
            away_da="ugerne passer ikke",
            away_en="no week suits both",
            reads=("weeks",),
        ),
    ] = OffOrHard()

    duration: Annotated[
        Duration,
        Entry(
            "option",
            "days",
            "Besøget varer et antal dage, som begge kan gå med til, helst det ønskede.",
            "The visit lasts a number of days that both accept, preferably the number they wish.",
            "antallet af dage afviger med {amount} fra det ønskede",
            "the number of days differs by {amount} from what was wished",
            away_da="antallet af dage passer ikke",
            away_en="no number of days suits both",
            per_visit=most_days_off,
            reads=("days",),
        ),
    ] = Duration()

    travel: Annotated[
        Travel,
        Entry(
            "option",
            "km",
            "Ingen rejser længere, end de selv har skrevet; kortere er bedre.",
            "Nobody travels farther than they said; shorter is better.",
            "der er {amount} km, og praktikanten vil højst rejse {limit} km",
            "it is {amount} km away, and the intern travels at most {limit} km",
            away_da="for langt væk",
            away_en="too far away",
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
            "The intern goes to another sector than their own.",
            "vært og praktikant er i samme sektor",
            "host and intern are in the same sector",
            away_da="samme sektor",
            away_en="the same sector",
            per_visit=each_visit,
            reads=("sector",),
        ),
    ] = Priced(points=20)

    themes: Annotated[
        Priced,
        Entry(
            "option",
            "pairs",
            "Vært og praktikant har et tema til fælles.",
            "Host and intern have a theme in common.",
            "vært og praktikant har intet tema til fælles",
            "host and intern have no theme in common",
            away_da="intet tema til fælles",
            away_en="no theme in common",
            per_visit=each_visit,
            reads=("themes",),
        ),
    ] = Priced(points=10)

    intern_wishes: Annotated[
        Wishes,
        Entry(
            "option",
            "wish rank",
            "Praktikanten får et af sine ønsker, helst det første.",
            "The intern gets one of their wishes, preferably the first.",
            "værten er ikke blandt praktikantens ønsker",
            "the host is not among the intern's wishes",
            away_da="ikke blandt praktikantens ønsker",
            away_en="not among the intern's wishes",
            per_visit=dearest_wish_of_interns,
            reads=("interns.wishes",),
            later_fields=("no_wishes",),
        ),
    ] = Wishes()

    host_wishes: Annotated[
        Wishes,
        Entry(
            "option",
            "wish rank",
            "Værten får de praktikanter, den ønsker, helst de første.",
            "The host gets the interns it wishes, preferably the first.",
            "praktikanten er ikke blandt værtens ønsker",
            "the intern is not among the host's wishes",
            away_da="praktikanten er ikke blandt værtens ønsker",
            away_en="the intern is not among the host's wishes",
            per_visit=dearest_wish_of_hosts,
            reads=("hosts.wishes",),
            later_fields=("no_wishes",),
        ),
    ] = Wishes(points=(0, 2, 4), unlisted=10)

    role: Annotated[
        Priced,
        Entry(
            "option",
            "pairs",
            "Praktikanten har en rolle, som værten ønsker.",
            "The intern has a role that the host wants.",
            "praktikantens rolle er ikke blandt dem, værten ønsker",
            "the intern's role is not one that the host wants",
            away_da="praktikantens rolle er ikke blandt dem, værten ønsker",
            away_en="the intern's role is not one that the host wants",
            per_visit=each_visit,
            reads=("interns.role", "hosts.roles"),
        ),
    ] = Priced(points=5)

    new_relations: Annotated[
        Fading,
        Entry(
            "option",
            "pairs",
            "Praktikanten har ikke besøgt arbejdspladsen før.",
            "The intern has not visited this workplace before.",
            "praktikanten har besøgt arbejdspladsen før",
            "the intern has visited this workplace before",
            away_da="praktikanten har været der før",
            away_en="the intern has been there before",
            per_visit=each_visit,
            reads=("history.host", "interns.workplace", "hosts.workplace"),
            later_fields=("years",),
        ),
    ] = Fading(points=15)

    new_workplaces: Annotated[
        Fading,
        Entry(
            "option",
            "pairs",
            "Praktikant og vært er fra to arbejdspladser, som ikke har haft besøg af hinanden før.",
            "Intern and host come from two workplaces that have not visited each other before.",
            "de to arbejdspladser har haft besøg af hinanden før",
            "the two workplaces have visited each other before",
            away_da="de to arbejdspladser har haft besøg af hinanden før",
            away_en="the two workplaces have visited each other before",
            per_visit=each_visit,
            reads=("relations.workplace", "workplace"),
            later=True,
        ),
    ] = Fading(mode="off", points=8, years=5)

    new_sectors: Annotated[
        Fading,
        Entry(
            "option",
            "pairs",
            "Besøget forbinder to sektorer, som ikke har haft besøg af hinanden før.",
            "The visit links two sectors that have not visited each other before.",
            "de to sektorer har haft besøg af hinanden før",
            "the two sectors have visited each other before",
            away_da="de to sektorer har haft besøg af hinanden før",
            away_en="the two sectors have visited each other before",
            per_visit=each_visit,
            reads=("relations.sector", "sector"),
            later=True,
        ),
    ] = Fading(mode="off", points=3, years=5)

    match: Annotated[
        Matches,
        Entry(
            "option",
            "criteria",
            "Praktikant og vært passer sammen efter jeres egne kolonner.",
            "Intern and host fit by the columns of your own.",
            "{amount} af jeres egne kriterier passer ikke",
            "{amount} of your own criteria do not fit",
            away_da="jeres egne kriterier passer ikke",
            away_en="your own criteria do not fit",
            per_visit=each_criterion,
            later=True,
        ),
    ] = Matches()

    pair_points: Annotated[
        GivenPairs,
        Entry(
            "option",
            "points",
            "Koordinatorens egne point for bestemte par tæller med.",
            "The coordinator's own points for named pairs count.",
            "parret står ikke på listen over par",
            "the pair is not on the list of pairs",
            away_da="parret står ikke på listen over par",
            away_en="the pair is not on the list of pairs",
            per_visit=dearest_pair,
            reads=("pairs.points",),
        ),
    ] = GivenPairs()
