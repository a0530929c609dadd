"""The rules about all visits: settings, words and worst cases."""

from typing import Annotated

from innopraktik_match.domain.record import Record
from innopraktik_match.domain.rulebook.criterion_settings import Even, OwnLimits
from innopraktik_match.domain.rulebook.entry import Entry
from innopraktik_match.domain.rulebook.settings import (
    AlwaysHard,
    AtMost,
    Changes,
    Locks,
    MostChanges,
    Priced,
    Quota,
)
from innopraktik_match.domain.rulebook.worst_cases import (
    dearest_visit,
    each_change,
    each_contact_away,
    each_host,
    each_intern,
    each_own_place,
    each_place,
    each_place_at_every_step,
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
            "En praktikant får højst det ønskede antal besøg, aldrig to på samme tid eller hos samme vært.",
            "An intern makes at most the number of visits wished, and never two at once or at the same host.",
            "praktikanten har {amount} besøg for meget",
            "the intern has too many visits, by {amount}",
        ),
    ] = AlwaysHard()

    host_visits: Annotated[
        AlwaysHard,
        Entry(
            "round",
            "visits",
            "En vært får højst det tilbudte antal besøg, i hver sin uge.",
            "A host receives at most the number of visits it offers, and in different weeks.",
            "værten har {amount} besøg for meget",
            "the host has too many visits, by {amount}",
        ),
    ] = AlwaysHard()

    lock: Annotated[
        Locks,
        Entry(
            "round",
            "visits",
            "Aftalte besøg bliver stående.",
            "Agreed visits stay.",
            "et aftalt besøg mangler",
            "an agreed visit is missing",
            later_fields=("breaking",),
        ),
    ] = Locks()

    placed: Annotated[
        Priced,
        Entry(
            "round",
            "interns",
            "Så mange praktikanter som muligt får et besøg.",
            "As many interns as possible get a visit.",
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
            "Those who want several visits get several.",
            "praktikanten mangler {amount} af de ønskede besøg",
            "the intern lacks {amount} of the visits wished",
            per_visit=each_visit,
        ),
    ] = Priced(points=0)

    priority: Annotated[
        Priced,
        Entry(
            "round",
            "priority",
            "De, der tidligere er blevet afvist, kommer først.",
            "Those who missed out before come first.",
            "praktikanten har forrang ({amount}), men intet besøg",
            "the intern has priority ({amount}), but no visit",
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
            "Den dårligst stillede praktikant får så få point som muligt.",
            "The worst-served intern gets as few points as possible.",
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
            "der er {amount} for få eller for mange",
            "there are too few or too many, by {amount}",
            in_all=each_place,
        ),
    ] = Quota()

    even: Annotated[
        Even,
        Entry(
            "round",
            "places",
            "Pladserne fordeles jævnt over værterne efter jeres kolonne.",
            "The places are spread evenly over the hosts by your column.",
            "der er {amount} for mange hos disse værter",
            "there are {amount} too many at these hosts",
            in_all=each_place_at_every_step,
            later=True,
        ),
    ] = Even()

    own_round: Annotated[
        OwnLimits,
        Entry(
            "round",
            "places",
            "Planen overholder de grænser, som I selv har programmeret.",
            "The plan keeps the limits that you have written in code.",
            "der er {amount} for mange efter jeres egen grænse",
            "there are {amount} too many by your own limit",
            in_all=each_own_place,
            later=True,
        ),
    ] = OwnLimits()

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

    host_present: Annotated[
        Priced,
        Entry(
            "round",
            "weeks",
            "Værtens kontaktperson er ikke selv i praktik i den uge, hvor værten har besøg.",
            "The host's contact is not away as an intern in the week of the host's own visit.",
            "kontaktpersonen er selv i praktik i den uge, hvor værten har besøg",
            "the contact is away as an intern in the week of the host's own visit",
            in_all=each_contact_away,
            reads=("hosts.contact",),
            later=True,
        ),
    ] = Priced(points=30)

    changes: Annotated[
        Changes,
        Entry(
            "round",
            "changes",
            "De besøg, der er planlagt før, bliver stående: samme vært, samme uge og længde.",
            "The visits planned before stay as they are: the same host, week and length.",
            "et besøg, der var planlagt, er ændret ({amount})",
            "a visit that was planned has changed ({amount})",
            in_all=each_change,
            later=True,
        ),
    ] = Changes(mode="off")

    changes_limit: Annotated[
        MostChanges,
        Entry(
            "round",
            "visits",
            "Kun et vist antal af de besøg, der er planlagt før og stadig kan holdes, bliver ændret.",
            "Only so many of the visits that were planned before and can still be kept are changed.",
            "{amount} planlagte besøg for meget er ændret",
            "too many of the visits planned before have changed, by {amount}",
            later=True,
        ),
    ] = MostChanges()
