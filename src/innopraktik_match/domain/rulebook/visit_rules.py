"""The rules about those who come together: settings, words and worst cases."""

from typing import Annotated

from innopraktik_match.domain.record import Record
from innopraktik_match.domain.rulebook.criterion_settings import OwnVisits, VisitMatches
from innopraktik_match.domain.rulebook.entry import Entry
from innopraktik_match.domain.rulebook.settings import Capacity, MixedColumn, OffOrHard, Priced
from innopraktik_match.domain.rulebook.worst_cases import each_in_company, each_own, each_visit


class VisitRules(Record):
    """One field a rule about those who come together, by its id."""

    capacity: Annotated[
        Capacity,
        Entry(
            "visit",
            "interns",
            "En vært får enten ingen praktikanter eller et antal mellem sit minimum og maksimum.",
            "A host takes either nobody or between its minimum and maximum.",
            "værten tager imod {limit} ad gangen, men får {amount}",
            "the host takes {limit} at a time, but gets {amount}",
        ),
    ] = Capacity()

    mixed_workplaces: Annotated[
        Priced,
        Entry(
            "visit",
            "interns",
            "To fra samme arbejdsplads kommer ikke i samme besøg, medmindre de har meldt sig sammen.",
            "Two people from the same workplace are not put in one visit, unless they signed up together.",
            "{amount} er fra samme arbejdsplads som en anden i besøget",
            "{amount} from the same workplace as another in the visit",
            per_visit=each_visit,
            reads=("workplace",),
        ),
    ] = Priced(mode="hard", points=20)

    mixed_sectors: Annotated[
        Priced,
        Entry(
            "visit",
            "interns",
            "Praktikanterne i et besøg kommer fra hver sin sektor, medmindre de har meldt sig sammen.",
            "The interns in one visit come from different sectors, unless they signed up together.",
            "{amount} er fra samme sektor som en anden i besøget",
            "{amount} from the same sector as another in the visit",
            per_visit=each_visit,
            reads=("sector",),
        ),
    ] = Priced(points=5)

    mixed_column: Annotated[
        MixedColumn,
        Entry(
            "visit",
            "interns",
            "I et besøg er praktikanterne forskellige i jeres kolonne, medmindre de har meldt sig sammen.",
            "The interns in one visit differ in your column, unless they signed up together.",
            "{amount} har det samme som en anden i besøget i jeres kolonne",
            "{amount} like another in the visit in your column",
            per_visit=each_visit,
            later=True,
        ),
    ] = MixedColumn()

    visit_match: Annotated[
        VisitMatches,
        Entry(
            "visit",
            "criteria",
            "De, der kommer sammen, passer til hinanden efter jeres egne kolonner.",
            "Those who come together fit each other by the columns of your own.",
            "{amount} steder passer de, der kommer sammen, ikke til jeres egne kriterier",
            "those who come together do not fit your own criteria, {amount} times",
            per_visit=each_in_company,
            later=True,
        ),
    ] = VisitMatches()

    own_visit: Annotated[
        OwnVisits,
        Entry(
            "visit",
            "breaches",
            "De, der kommer sammen, overholder de regler om besøg, som I selv har programmeret.",
            "Those who come together keep the rules about visits that you have written in code.",
            "jeres egne regler om besøg brydes {amount} gange",
            "your own rules about visits are broken {amount} times",
            per_visit=each_own,
            later=True,
        ),
    ] = OwnVisits()

    together: Annotated[
        OffOrHard,
        Entry(
            "visit",
            "interns",
            "En gruppe, der har meldt sig sammen, kommer i samme besøg.",
            "A group that signed up together comes to the same visit.",
            "{amount} fra gruppen mangler i besøget",
            "the visit lacks {amount} of the group",
            reads=("interns.group",),
        ),
    ] = OffOrHard()
