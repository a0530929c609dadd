"""What each preset means, in one sentence, and what it changes in a round."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang

PRESET_MEANINGS: dict[str, tuple[str, str]] = {
    "standard": (
        "Flest får en plads; derefter tæller ønsker, andre sektorer, fælles temaer og korte rejser i point.",
        "Most people get a place; then wishes, other sectors, shared themes and short journeys, by points.",
    ),
    "bare": (
        "Kun det, en plan ikke kan undvære; alt andet slår I selv til.",
        "Only what a plan cannot do without; everything else you switch on yourselves.",
    ),
    "private": (
        "Et hold af offentligt ansatte spredes på udvalgte virksomheder: altid en anden sektor, "
        "og højst to fra samme arbejdsplads hos en virksomhed.",
        "A team of public employees is spread over selected companies: always another sector, "
        "and at most two from one workplace at a company.",
    ),
    "neutral": (
        "Den, der ingen ønsker har skrevet, vinder ikke en plads over den, der har.",
        "Whoever lists no wishes does not win a place over somebody who does.",
    ),
    "tied": (
        "Alle en praktikants ønsker er lige gode, uanset rækkefølgen.",
        "All wishes of an intern are equally good, whatever their order.",
    ),
    "worst_first": (
        "Når flest muligt har en plads, skal den dårligst stillede have det så godt som muligt.",
        "Once as many as possible are placed, the worst-served intern is served as well as possible.",
    ),
}
"""Preset -> its sentence in Danish and English."""

PRESET_LINES: dict[Lang, dict[str, str]] = {
    "da": {
        "yours": "Jeres egne indstillinger",
        "found": "   placeret {placed}, første ønske {first}, anden sektor {across}, "
        "værter i brug {hosts}, flest ønsker sprunget over {worst}",
        "moved": "   i forhold til jeres egne: {moved} får en anden vært eller ingen",
        "impossible": "   ingen plan er mulig: en fast regel kan ikke holdes",
        "unproven": "   ikke bevist bedst",
    },
    "en": {
        "yours": "Your own settings",
        "found": "   placed {placed}, first wish {first}, another sector {across}, hosts used {hosts}, "
        "most wishes passed over {worst}",
        "moved": "   against your own: {moved} get another host or none",
        "impossible": "   no plan is possible: a hard rule cannot be kept",
        "unproven": "   not proven best",
    },
}
