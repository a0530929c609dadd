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
    away_da, away_en : str
        Of an option rule: why a host is ruled out for an intern, in a few words.
    """

    level: Level
    da: str
    en: str
    unit: str
    message_da: str
    message_en: str
    away_da: str = ""
    away_en: str = ""


RULEBOOK: dict[str, Entry] = {
    "own_workplace": Entry(
        "option",
        "Ingen besøger sin egen arbejdsplads.",
        "Nobody visits their own workplace.",
        "pairs",
        "praktikanten arbejder selv på stedet",
        "the intern works there",
        "praktikantens egen arbejdsplads",
        "the intern's own workplace",
    ),
    "ban": Entry(
        "option",
        "Udelukkede par mødes ikke: inhabilitet og fravalg fra begge sider.",
        "Banned pairs never meet: conflicts of interest, and refusals by either side.",
        "pairs",
        "parret er udelukket eller fravalgt",
        "the pair is banned or refused",
        "udelukket eller fravalgt",
        "banned or refused",
    ),
    "dates": Entry(
        "option",
        "Besøget begynder i en uge, der passer begge.",
        "The visit starts in a week that suits both.",
        "sides",
        "ugen passer ikke begge",
        "the week does not suit both",
        "ugerne passer ikke",
        "no week suits both",
    ),
    "duration": Entry(
        "option",
        "Besøget varer et antal dage, som begge kan gå med til, helst det ønskede.",
        "The visit lasts a number of days that both accept, preferably the number they wish.",
        "days",
        "antallet af dage afviger med {amount} fra det ønskede",
        "the number of days differs by {amount} from what was wished",
        "antallet af dage passer ikke",
        "no number of days suits both",
    ),
    "travel": Entry(
        "option",
        "Ingen rejser længere, end de selv har skrevet; kortere er bedre.",
        "Nobody travels farther than they said; shorter is better.",
        "km",
        "der er {amount} km, og praktikanten vil højst rejse {limit} km",
        "it is {amount} km away, and the intern travels at most {limit} km",
        "for langt væk",
        "too far away",
    ),
    "cross_sector": Entry(
        "option",
        "Praktikanten kommer til en anden sektor end sin egen.",
        "The intern goes to another sector than their own.",
        "pairs",
        "vært og praktikant er i samme sektor",
        "host and intern are in the same sector",
        "samme sektor",
        "the same sector",
    ),
    "themes": Entry(
        "option",
        "Vært og praktikant har et tema til fælles.",
        "Host and intern have a theme in common.",
        "pairs",
        "vært og praktikant har intet tema til fælles",
        "host and intern have no theme in common",
        "intet tema til fælles",
        "no theme in common",
    ),
    "intern_wishes": Entry(
        "option",
        "Praktikanten får et af sine ønsker, helst det første.",
        "The intern gets one of their wishes, preferably the first.",
        "wish rank",
        "værten er ikke blandt praktikantens ønsker",
        "the host is not among the intern's wishes",
        "ikke blandt praktikantens ønsker",
        "not among the intern's wishes",
    ),
    "host_wishes": Entry(
        "option",
        "Værten får de praktikanter, den ønsker, helst de første.",
        "The host gets the interns it wishes, preferably the first.",
        "wish rank",
        "praktikanten er ikke blandt værtens ønsker",
        "the intern is not among the host's wishes",
        "praktikanten er ikke blandt værtens ønsker",
        "the intern is not among the host's wishes",
    ),
    "role": Entry(
        "option",
        "Praktikanten har en rolle, som værten ønsker.",
        "The intern has a role that the host wants.",
        "pairs",
        "praktikantens rolle er ikke blandt dem, værten ønsker",
        "the intern's role is not one that the host wants",
        "praktikantens rolle er ikke blandt dem, værten ønsker",
        "the intern's role is not one that the host wants",
    ),
    "new_relations": Entry(
        "option",
        "Praktikanten har ikke besøgt arbejdspladsen før.",
        "The intern has not visited this workplace before.",
        "pairs",
        "praktikanten har besøgt arbejdspladsen før",
        "the intern has visited this workplace before",
        "praktikanten har været der før",
        "the intern has been there before",
    ),
    "pair_points": Entry(
        "option",
        "Koordinatorens egne point for bestemte par tæller med.",
        "The coordinator's own points for named pairs count.",
        "points",
        "parret står ikke på listen over par",
        "the pair is not on the list of pairs",
        "parret står ikke på listen over par",
        "the pair is not on the list of pairs",
    ),
    "capacity": Entry(
        "visit",
        "En vært får enten ingen praktikanter eller et antal mellem sit minimum og maksimum.",
        "A host takes either nobody or between its minimum and maximum.",
        "interns",
        "værten tager imod {limit} ad gangen, men får {amount}",
        "the host takes {limit} at a time, but gets {amount}",
    ),
    "mixed_workplaces": Entry(
        "visit",
        "To fra samme arbejdsplads kommer ikke i samme besøg, medmindre de har meldt sig sammen.",
        "Two people from the same workplace are not put in one visit, unless they signed up together.",
        "interns",
        "{amount} er fra samme arbejdsplads som en anden i besøget",
        "{amount} from the same workplace as another in the visit",
    ),
    "mixed_sectors": Entry(
        "visit",
        "Praktikanterne i et besøg kommer fra hver sin sektor, medmindre de har meldt sig sammen.",
        "The interns in one visit come from different sectors, unless they signed up together.",
        "interns",
        "{amount} er fra samme sektor som en anden i besøget",
        "{amount} from the same sector as another in the visit",
    ),
    "together": Entry(
        "visit",
        "En gruppe, der har meldt sig sammen, kommer i samme besøg.",
        "A group that signed up together comes to the same visit.",
        "interns",
        "{amount} fra gruppen mangler i besøget",
        "the visit lacks {amount} of the group",
    ),
    "intern_visits": Entry(
        "round",
        "En praktikant får højst det ønskede antal besøg, aldrig to på samme tid eller hos samme vært.",
        "An intern makes at most the number of visits wished, and never two at once or at the same host.",
        "visits",
        "praktikanten har {amount} besøg for meget",
        "the intern has too many visits, by {amount}",
    ),
    "host_visits": Entry(
        "round",
        "En vært får højst det tilbudte antal besøg, i hver sin uge.",
        "A host receives at most the number of visits it offers, and in different weeks.",
        "visits",
        "værten har {amount} besøg for meget",
        "the host has too many visits, by {amount}",
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
        "Så mange praktikanter som muligt får et besøg.",
        "As many interns as possible get a visit.",
        "interns",
        "praktikanten har intet besøg",
        "the intern has no visit",
    ),
    "visits": Entry(
        "round",
        "De, der ønsker flere besøg, får flere.",
        "Those who want several visits get several.",
        "visits",
        "praktikanten mangler {amount} af de ønskede besøg",
        "the intern lacks {amount} of the visits wished",
    ),
    "priority": Entry(
        "round",
        "De, der tidligere er blevet afvist, kommer først.",
        "Those who missed out before come first.",
        "priority",
        "praktikanten har forrang ({amount}), men intet besøg",
        "the intern has priority ({amount}), but no visit",
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
        "Den dårligst stillede praktikant får så få point som muligt.",
        "The worst-served intern gets as few points as possible.",
        "points",
        "den dårligst stillede har {amount} point",
        "the worst-served intern has {amount} points",
    ),
    "quota": Entry(
        "round",
        "Bestemte grupper får mindst eller højst et antal pladser.",
        "Named groups get at least, or at most, a number of places.",
        "places",
        "der er {amount} for få eller for mange",
        "there are too few or too many, by {amount}",
    ),
}
