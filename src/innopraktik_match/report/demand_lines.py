"""Demand in lines for the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.domain.names import danish_order
from innopraktik_match.report.demand import COMBINED, FEW_OPTIONS
from innopraktik_match.report.summary import in_columns
from innopraktik_match.texts.columns import value_label
from innopraktik_match.texts.demand import WORDS, week_label
from innopraktik_match.texts.names import Names
from innopraktik_match.texts.numbers import counted, number
from innopraktik_match.texts.report import AIMS, away, ids_line, said
from innopraktik_match.texts.workbook import SHEETS

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.round import Host, Intern, Round
    from innopraktik_match.domain.when import Days
    from innopraktik_match.report.demand import Balance, Demand, Shortage

MOST_LINES = 20
SHORT_OF = 1.0


def demand_lines(round: Round, demand: Demand, lang: Lang) -> list[str]:
    """Return people against places, who is hard to place, and what a shortage will mean.

    Parameters
    ----------
    round : Round
    demand : Demand
        From `find_demand`.
    lang : {"da", "en"}

    Returns
    -------
    list of str
        Lines for a screen.
    """
    words, total, names = WORDS[lang], demand.total, Names(round, lang)
    lines = [
        words["title"],
        "",
        "  "
        + words["people_places"].format(
            interns=number(total.interns, lang),
            wished=number(demand.wished_visits, lang),
            hosts=number(total.hosts, lang),
            places=number(total.places, lang),
        ),
    ]
    lines += [f"  {line}" for line in _shortage_lines(round, demand, names, lang)]
    for name, groups in _groups(demand, lang).items():
        lines += _balance_lines(name, groups, lang)
    lines += _wanted_lines(demand, names, lang)
    lines += _few_lines(round, demand, names, lang)
    if demand.idle_hosts:
        told = ids_line(tuple(map(names.host, demand.idle_hosts)), lang)
        lines += ["", "  " + words["idle"].format(count=len(demand.idle_hosts), hosts=told)]
    return lines


def _groups(demand: Demand, lang: Lang) -> dict[str, dict[str, Balance]]:
    """Return the balances by name and by the words of their groups, in Danish order."""
    unknown = WORDS[lang]["unknown"]
    sectors = {value_label(word, lang) or unknown: one for word, one in demand.by_sector.items()}
    regions = {word or unknown: one for word, one in demand.by_region.items()}
    return {
        "sector": {word: sectors[word] for word in sorted(sectors, key=danish_order)},
        "region": {word: regions[word] for word in sorted(regions, key=danish_order)},
        "week": {week_label(week, lang): one for week, one in demand.by_week.items()},
        "days": dict(demand.by_days),
    }


def _shortage_lines(round: Round, demand: Demand, names: Names, lang: Lang) -> list[str]:
    words, shortage = WORDS[lang], demand.shortage
    if shortage is None:
        return [words["enough"]]
    lines = _shortage_of(shortage, demand.total.interns, names, lang)
    aims = [said(AIMS[aim], lang) for aim in round.aims]
    told = ", ".join(aim[0].lower() + aim[1:] for aim in aims)
    lines.append(words["meaning"].format(aims=told, sheet=said(SHEETS["unplaced"], lang)))
    ratios = sorted(
        (one.places / one.interns, region, one)
        for region, one in _groups(demand, lang)["region"].items()
        if one.interns and region != words["unknown"]
    )
    short = [f"{region} ({_per_intern(one, lang)})" for ratio, region, one in ratios if ratio < SHORT_OF]
    return [*lines, words["more"].format(groups=", ".join(short))] if short else lines


def _shortage_of(shortage: Shortage, everybody: int, names: Names, lang: Lang) -> list[str]:
    words, unplaced = WORDS[lang], number(shortage.unplaced, lang)
    who = words["who"].format(interns=ids_line(tuple(map(names.intern, shortage.interns)), lang))
    if not shortage.hosts:
        return [words["nowhere"].format(unplaced=unplaced), who]
    told = words["shortage"].format(
        unplaced=unplaced,
        group=counted("interns", len(shortage.interns), lang),
        hosts=counted("hosts", len(shortage.hosts), lang),
        places=counted("places", shortage.places, lang),
    )
    if len(shortage.interns) == everybody:
        return [told]
    hosts = ids_line(tuple(map(names.host, shortage.hosts)), lang)
    return [told, who, words["where"].format(hosts=hosts)]


def _balance_lines(name: str, groups: dict[str, Balance], lang: Lang) -> list[str]:
    if not groups:
        return []
    words = WORDS[lang]
    head = (words[name], words["interns"], words["hosts"], words["places"], words["balance"])
    rows = [
        (group, *(number(n, lang) for n in (one.interns, one.hosts, one.places)), _per_intern(one, lang))
        for group, one in groups.items()
    ]
    return ["", *in_columns([head, *rows])]


def _per_intern(one: Balance, lang: Lang) -> str:
    return number(one.places / one.interns, lang, 1) if one.interns else "-"


def _wanted_lines(demand: Demand, names: Names, lang: Lang) -> list[str]:
    if not demand.wanted:
        return []
    words = WORDS[lang]
    head = (words["wanted"], words["wanted_by"], words["places"])
    rows = [(names.host(one), number(n, lang), number(p, lang)) for one, n, p in demand.wanted]
    return ["", *in_columns([head, *rows])]


def _few_lines(round: Round, demand: Demand, names: Names, lang: Lang) -> list[str]:
    if not demand.few_options:
        return []
    words, few = WORDS[lang], demand.few_options
    lines = ["", "  " + words["few"].format(limit=FEW_OPTIONS, count=number(len(few), lang))]
    interns = {intern.id: intern for intern in round.interns}
    hosts = {host.id: host for host in round.hosts}
    for one in few[:MOST_LINES]:
        left = ", ".join(map(names.host, one.hosts))
        key = "few_some" if left else "few_none"
        lines.append("    " + words[key].format(intern=names.intern(one.intern), hosts=left))
        for rule, taken in one.taken.items():
            alone = hosts[taken[0]] if len(taken) == 1 else None
            lines.append(f"      {_taken_line(rule, interns[one.intern], taken, alone, names, lang)}")
    rest = len(few) - MOST_LINES
    return [*lines, "    " + words["and_more"].format(count=number(rest, lang))] if rest > 0 else lines


def _taken_line(
    rule: str, intern: Intern, taken: tuple[str, ...], alone: Host | None, names: Names, lang: Lang
) -> str:
    told = counted("hosts", len(taken), lang) if alone is None else names.host(alone.id)
    return WORDS[lang]["taken"].format(hosts=told, why=_why(rule, intern, alone, lang))


def _why(rule: str, intern: Intern, host: Host | None, lang: Lang) -> str:
    """Return why a rule takes hosts away from an intern; `host` is the only one, if there is only one."""
    words = WORDS[lang]
    if rule == COMBINED:
        return words["combined"]
    if rule == "travel" and intern.max_km is not None:
        return words["at_most_km"].format(away=away(rule, lang), km=number(intern.max_km, lang))
    if rule == "duration" and intern.days is not None:
        mine = _days(intern.days, lang)
        if host is None or host.days is None:
            return words["days_of_intern"].format(away=away(rule, lang), intern=mine)
        theirs = _days(host.days, lang)
        return words["days_of_both"].format(away=away(rule, lang), intern=mine, host=theirs)
    return away(rule, lang)


def _days(days: Days, lang: Lang) -> str:
    return (
        counted("days", days.max, lang)
        if days.min == days.max
        else f"{days.min}-{counted('days', days.max, lang)}"
    )
