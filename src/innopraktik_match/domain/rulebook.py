"""Every rule in words: its promise in Danish and English, its level, its unit, its message."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["option", "visit", "round"]


@dataclass(frozen=True)
class Entry:
    """One rule in words.

    Attributes
    ----------
    level : {"option", "visit", "round"}
        What the rule speaks about: a pair in a slot, those who come together, or all visits.
    da, en : str
        The promise, one sentence.
    unit : str
        What the amount counts, in English code words ("km", "days", "interns", ...).
    message_da, message_en : str
        What a breach says; `{amount}` and `{limit}` are filled in.
    """

    level: Level
    da: str
    en: str
    unit: str
    message_da: str
    message_en: str


RULEBOOK: dict[str, Entry] = {
    "own_workplace": Entry(
        "option",
        "Ingen besøger sin egen arbejdsplads.",
        "Nobody visits their own workplace.",
        "pairs",
        "praktikanten arbejder selv på stedet",
        "the intern works there",
    ),
    "ban": Entry(
        "option",
        "Udelukkede par mødes ikke: inhabilitet og fravalg fra begge sider.",
        "Banned pairs never meet: conflicts of interest, and refusals of either side.",
        "pairs",
        "parret er udelukket eller fravalgt",
        "the pair is banned or refused",
    ),
    "dates": Entry(
        "option",
        "Besøget begynder i en uge, der passer begge.",
        "The visit begins in a week that both have.",
        "sides",
        "ugen passer ikke begge",
        "the week does not suit both",
    ),
    "duration": Entry(
        "option",
        "Besøget har en længde, som begge kan acceptere; afvigelser fra ønsket koster.",
        "The visit has a length that both accept; days off the wish cost points.",
        "days",
        "længden er {amount} dage fra ønsket",
        "the length is {amount} days off the wish",
    ),
    "travel": Entry(
        "option",
        "Ingen rejser længere, end de højst ønsker; hver kilometer koster point.",
        "Nobody travels beyond their maximum; every kilometre costs points.",
        "km",
        "der er {amount} km, og højst {limit} er ønsket",
        "the distance is {amount} km, at most {limit} is wished",
    ),
    "cross_sector": Entry(
        "option",
        "Praktikanten kommer til en anden sektor end sin egen.",
        "The intern visits another sector than their own.",
        "pairs",
        "vært og praktikant er i samme sektor",
        "host and intern are in the same sector",
    ),
    "themes": Entry(
        "option",
        "Vært og praktikant deler et tema.",
        "Host and intern share a theme.",
        "pairs",
        "vært og praktikant har intet fælles tema",
        "host and intern share no theme",
    ),
    "intern_wishes": Entry(
        "option",
        "Praktikantens ønsker opfyldes, de første først.",
        "The intern's wishes are met, the first ones first.",
        "wish rank",
        "værten er ikke blandt praktikantens ønsker",
        "the host is not among the intern's wishes",
    ),
    "host_wishes": Entry(
        "option",
        "Værtens ønsker opfyldes, de første først.",
        "The host's wishes are met, the first ones first.",
        "wish rank",
        "praktikanten er ikke blandt værtens ønsker",
        "the intern is not among the host's wishes",
    ),
    "role": Entry(
        "option",
        "Praktikanten har en rolle, som værten ønsker.",
        "The intern has a role that the host wants.",
        "pairs",
        "praktikantens rolle er ikke blandt de ønskede",
        "the intern's role is not among the wanted ones",
    ),
    "new_relations": Entry(
        "option",
        "Praktikanten har ikke besøgt arbejdspladsen før.",
        "The intern has not visited this workplace before.",
        "pairs",
        "praktikanten har besøgt arbejdspladsen før",
        "the intern has visited this workplace before",
    ),
    "pair_points": Entry(
        "option",
        "Koordinatorens egne point for bestemte par tæller med.",
        "The coordinator's own points for named pairs count.",
        "points",
        "parret står ikke på listen over par",
        "the pair is not on the list of pairs",
    ),
    "capacity": Entry(
        "visit",
        "En vært får i hvert besøg enten ingen eller et antal fra sit mindste til sit højeste.",
        "A host takes none, or from its minimum to its maximum, in each visit.",
        "interns",
        "antallet er {amount} uden for værtens grænser",
        "the number is {amount} outside the host's limits",
    ),
    "mixed_workplaces": Entry(
        "visit",
        "I et besøg er ikke to fra samme arbejdsplads, medmindre de rejser sammen.",
        "No two in a visit are from one workplace, unless they travel together.",
        "interns",
        "{amount} er fra samme arbejdsplads som en anden i besøget",
        "{amount} share a workplace with another in the visit",
    ),
    "mixed_sectors": Entry(
        "visit",
        "Praktikanterne i et besøg kommer fra hver sin sektor, medmindre de rejser sammen.",
        "The interns of one visit come from different sectors, unless they travel together.",
        "interns",
        "{amount} er fra samme sektor som en anden i besøget",
        "{amount} share a sector with another in the visit",
    ),
    "together": Entry(
        "visit",
        "En gruppe, der har meldt sig sammen, rejser sammen.",
        "A group that signed up to travel together travels together.",
        "interns",
        "{amount} fra gruppen mangler i besøget",
        "{amount} of the group are missing from the visit",
    ),
    "intern_visits": Entry(
        "round",
        "En praktikant får højst de besøg, der er ønsket, aldrig to på samme tid eller samme sted.",
        "An intern makes at most the wished visits, never two at once or at one host.",
        "visits",
        "praktikanten har {amount} besøg for meget",
        "the intern has {amount} visits too many",
    ),
    "host_visits": Entry(
        "round",
        "En vært får højst de besøg, der er tilbudt, i hver sin uge.",
        "A host receives at most the visits it offers, in different weeks.",
        "visits",
        "værten har {amount} besøg for meget",
        "the host has {amount} visits too many",
    ),
    "lock": Entry(
        "round",
        "Aftalte besøg bliver stående.",
        "Agreed visits stay.",
        "visits",
        "et aftalt besøg mangler",
        "an agreed visit is missing",
    ),
    "placed": Entry(
        "round",
        "Så mange som muligt får et besøg.",
        "As many people as possible get a visit.",
        "interns",
        "praktikanten har intet besøg",
        "the intern has no visit",
    ),
    "visits": Entry(
        "round",
        "De, der ønsker flere besøg, får flere.",
        "Those who wish several visits get several.",
        "visits",
        "praktikanten mangler {amount} ønskede besøg",
        "the intern lacks {amount} wished visits",
    ),
    "priority": Entry(
        "round",
        "De, der før er blevet afvist, kommer først.",
        "Those turned away before come first.",
        "priority",
        "en praktikant med forrang {amount} har intet besøg",
        "an intern with priority {amount} has no visit",
    ),
    "empty_hosts": Entry(
        "round",
        "Alle værter får besøg.",
        "Every host gets a visit.",
        "hosts",
        "værten har intet besøg",
        "the host has no visit",
    ),
    "worst_off": Entry(
        "round",
        "Den dårligst stillede praktikant stilles så godt som muligt.",
        "The worst-served intern is served as well as possible.",
        "points",
        "den dårligst stillede har {amount} point",
        "the worst-served intern has {amount} points",
    ),
    "quota": Entry(
        "round",
        "Bestemte grupper får mindst eller højst et antal pladser.",
        "Named groups get at least, or at most, a number of places.",
        "places",
        "kvoten er brudt med {amount} pladser",
        "the quota is missed by {amount} places",
    ),
}
