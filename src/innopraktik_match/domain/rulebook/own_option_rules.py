"""The rules about an intern at a host that say nothing until somebody fills them in."""

from typing import Annotated

from innopraktik_match.domain.record import Record
from innopraktik_match.domain.rulebook.criterion_settings import OwnOptions, WeekPoints
from innopraktik_match.domain.rulebook.entry import Entry
from innopraktik_match.domain.rulebook.worst_cases import dearest_week, each_own


class OwnOptionRules(Record):
    """One field a rule, by its id."""

    week_points: Annotated[
        WeekPoints,
        Entry(
            "option",
            "visits",
            "Besøget begynder i en af de gode uger.",
            "The visit begins in one of the good weeks.",
            "besøget begynder i en uge, der koster point",
            "the visit begins in a week that costs points",
            away_da="ugen koster point",
            away_en="the week costs points",
            per_visit=dearest_week,
            later=True,
        ),
    ] = WeekPoints()

    own_option: Annotated[
        OwnOptions,
        Entry(
            "option",
            "breaches",
            "Praktikant og vært overholder de regler om par, som I selv har programmeret.",
            "Intern and host keep the rules about pairs that you have written in code.",
            "jeres egne regler om par brydes {amount} gange",
            "your own rules about pairs are broken {amount} times",
            away_da="jeres egne regler om par",
            away_en="your own rules about pairs",
            per_visit=each_own,
            later=True,
        ),
    ] = OwnOptions()
