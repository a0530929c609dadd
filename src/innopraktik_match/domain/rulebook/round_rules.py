"""The rules about all visits: settings, words and worst cases."""

from typing import Annotated

from innopraktik_match.domain.record import Record
from innopraktik_match.domain.rulebook.entry import Entry
from innopraktik_match.domain.rulebook.settings import AlwaysHard, AtMost, Priced, Quota
from innopraktik_match.domain.rulebook.worst_cases import (
    dearest_visit,
    each_host,
    each_intern,
    each_place,
    each_priority,
    each_visit,
)


class RoundRules(Record):
    """One field a rule about all visits, by its id."""

    intern_visits: Annotated[
        AlwaysHard,
        Entry(
            "round",
            "visits",
            "En praktikant får højst de besøg, der er ønsket, aldrig to på samme tid eller samme sted.",
            "An intern makes at most the wished visits, never two at once or at one host.",
            "praktikanten har {amount} besøg for meget",
            "the intern has {amount} visits too many",
        ),
    ] = AlwaysHard()

    host_visits: Annotated[
        AlwaysHard,
        Entry(
            "round",
            "visits",
            "En vært får højst de besøg, der er tilbudt, i hver sin uge.",
            "A host receives at most the visits it offers, in different weeks.",
            "værten har {amount} besøg for meget",
            "the host has {amount} visits too many",
        ),
    ] = AlwaysHard()

    lock: Annotated[
        AlwaysHard,
        Entry(
            "round",
            "visits",
            "Aftalte besøg bliver stående.",
            "Agreed visits stay.",
            "et aftalt besøg mangler",
            "an agreed visit is missing",
        ),
    ] = AlwaysHard()

    placed: Annotated[
        Priced,
        Entry(
            "round",
            "interns",
            "Så mange som muligt får et besøg.",
            "As many people as possible get a visit.",
            "praktikanten har intet besøg",
            "the intern has no visit",
            in_all=each_intern,
        ),
    ] = Priced(points=0)

    visits: Annotated[
        Priced,
        Entry(
            "round",
            "visits",
            "De, der ønsker flere besøg, får flere.",
            "Those who wish several visits get several.",
            "praktikanten mangler {amount} ønskede besøg",
            "the intern lacks {amount} wished visits",
            per_visit=each_visit,
        ),
    ] = Priced(points=0)

    priority: Annotated[
        Priced,
        Entry(
            "round",
            "priority",
            "De, der før er blevet afvist, kommer først.",
            "Those turned away before come first.",
            "en praktikant med forrang {amount} har intet besøg",
            "an intern with priority {amount} has no visit",
            in_all=each_priority,
        ),
    ] = Priced(points=0)

    empty_hosts: Annotated[
        Priced,
        Entry(
            "round",
            "hosts",
            "Alle værter får besøg.",
            "Every host gets a visit.",
            "værten har intet besøg",
            "the host has no visit",
            in_all=each_host,
        ),
    ] = Priced(points=10)

    worst_off: Annotated[
        Priced,
        Entry(
            "round",
            "points",
            "Den dårligst stillede praktikant stilles så godt som muligt.",
            "The worst-served intern is served as well as possible.",
            "den dårligst stillede har {amount} point",
            "the worst-served intern has {amount} points",
            in_all=dearest_visit,
        ),
    ] = Priced(mode="off", points=1)

    quota: Annotated[
        Quota,
        Entry(
            "round",
            "places",
            "Bestemte grupper får mindst eller højst et antal pladser.",
            "Named groups get at least, or at most, a number of places.",
            "kvoten er brudt med {amount} pladser",
            "the quota is missed by {amount} places",
            in_all=each_place,
        ),
    ] = Quota()

    same_workplace_limit: Annotated[
        AtMost,
        Entry(
            "round",
            "interns",
            "En vært får kun et vist antal fra samme arbejdsplads, alle værtens besøg tilsammen.",
            "A host receives only so many from one workplace, all its visits together.",
            "værten får {amount} for mange fra samme arbejdsplads",
            "the host receives {amount} too many from one workplace",
            per_visit=each_visit,
            reads=("workplace",),
            later=True,
        ),
    ] = AtMost(mode="off")
