"""The rules about those who come together: settings, words and worst cases."""

from typing import Annotated

from innopraktik_match.domain.record import Record
from innopraktik_match.domain.rulebook.entry import Entry
from innopraktik_match.domain.rulebook.settings import Capacity, OffOrHard, Priced
from innopraktik_match.domain.rulebook.worst_cases import each_visit


class VisitRules(Record):
    """One field a rule about those who come together, by its id."""

    capacity: Annotated[
        Capacity,
        Entry(
            "visit",
            "interns",
            "En vært får i hvert besøg enten ingen eller et antal fra sit mindste til sit højeste.",
            "A host takes none, or from its minimum to its maximum, in each visit.",
            "antallet er {amount} uden for værtens grænser",
            "the number is {amount} outside the host's limits",
        ),
    ] = Capacity()

    mixed_workplaces: Annotated[
        Priced,
        Entry(
            "visit",
            "interns",
            "I et besøg er ikke to fra samme arbejdsplads, medmindre de rejser sammen.",
            "No two in a visit are from one workplace, unless they travel together.",
            "{amount} er fra samme arbejdsplads som en anden i besøget",
            "{amount} share a workplace with another in the visit",
            per_visit=each_visit,
            reads=("workplace",),
        ),
    ] = Priced(mode="hard", points=20)

    mixed_sectors: Annotated[
        Priced,
        Entry(
            "visit",
            "interns",
            "Praktikanterne i et besøg kommer fra hver sin sektor, medmindre de rejser sammen.",
            "The interns of one visit come from different sectors, unless they travel together.",
            "{amount} er fra samme sektor som en anden i besøget",
            "{amount} share a sector with another in the visit",
            per_visit=each_visit,
            reads=("sector",),
        ),
    ] = Priced(points=5)

    together: Annotated[
        OffOrHard,
        Entry(
            "visit",
            "interns",
            "En gruppe, der har meldt sig sammen, rejser sammen.",
            "A group that signed up to travel together travels together.",
            "{amount} fra gruppen mangler i besøget",
            "{amount} of the group are missing from the visit",
            reads=("interns.group",),
        ),
    ] = OffOrHard()
