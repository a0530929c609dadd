"""Demand in lines for the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.domain.names import danish_order
from innopraktik_match.report.demand import COMBINED, FEW_OPTIONS
from innopraktik_match.report.summary import in_columns
from innopraktik_match.texts.columns import value_label
from innopraktik_match.texts.demand import WORDS, week_label
from innopraktik_match.texts.report import ids_line, promise

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.round import Round
    from innopraktik_match.report.demand import Balance, Demand, FewOptions, Shortage

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
    words, total = WORDS[lang], demand.total
    lines = [
        words["title"],
        "",
        "  "
        + words["people_places"].format(
            interns=total.interns, wished=demand.wished_visits, hosts=total.hosts, places=total.places
        ),
    ]
    lines += [f"  {line}" for line in _shortage_lines(demand, lang)]
    for name, groups in _groups(demand, lang).items():
        lines += _balance_lines(name, groups, lang)
    lines += _wanted_lines(round, demand, lang)
    lines += _few_lines(demand, lang)
    if demand.idle_hosts:
        told = ids_line(demand.idle_hosts, lang)
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


def _shortage_lines(demand: Demand, lang: Lang) -> list[str]:
    words, shortage = WORDS[lang], demand.shortage
    if shortage is None:
        return [words["enough"]]
    lines = _shortage_of(shortage, demand.total.interns, lang)
    lines.append(words["meaning"])
    ratios = sorted(
        (one.places / one.interns, region, one)
        for region, one in _groups(demand, lang)["region"].items()
        if one.interns and region != words["unknown"]
    )
    short = [f"{region} ({_per_intern(one, lang)})" for ratio, region, one in ratios if ratio < SHORT_OF]
    return [*lines, words["more"].format(groups=", ".join(short))] if short else lines


def _shortage_of(shortage: Shortage, everybody: int, lang: Lang) -> list[str]:
    words = WORDS[lang]
    who = words["who"].format(interns=ids_line(shortage.interns, lang))
    if not shortage.hosts:
        return [words["nowhere"].format(unplaced=shortage.unplaced), who]
    told = words["shortage"].format(
        unplaced=shortage.unplaced,
        group=len(shortage.interns),
        hosts=len(shortage.hosts),
        places=shortage.places,
    )
    if len(shortage.interns) == everybody:
        return [told]
    return [told, who, words["where"].format(hosts=ids_line(shortage.hosts, lang))]


def _balance_lines(name: str, groups: dict[str, Balance], lang: Lang) -> list[str]:
    if not groups:
        return []
    words = WORDS[lang]
    head = (words[name], words["interns"], words["hosts"], words["places"], words["balance"])
    rows = [
        (group, str(one.interns), str(one.hosts), str(one.places), _per_intern(one, lang))
        for group, one in groups.items()
    ]
    return ["", *in_columns([head, *rows])]


def _per_intern(one: Balance, lang: Lang) -> str:
    if not one.interns:
        return "-"
    told = f"{one.places / one.interns:.1f}"
    return told.replace(".", ",") if lang == "da" else told


def _wanted_lines(round: Round, demand: Demand, lang: Lang) -> list[str]:
    if not demand.wanted:
        return []
    words = WORDS[lang]
    names = {host.id: host.name or "" for host in round.hosts}
    head = (words["wanted"], words["wanted_by"], words["places"])
    rows = [(f"{one} {names[one]}".strip(), str(n), str(p)) for one, n, p in demand.wanted]
    return ["", *in_columns([head, *rows])]


def _few_lines(demand: Demand, lang: Lang) -> list[str]:
    if not demand.few_options:
        return []
    words, few = WORDS[lang], demand.few_options
    lines = ["", "  " + words["few"].format(limit=FEW_OPTIONS, count=len(few))]
    for one in few[:MOST_LINES]:
        lines += [f"    {line}" for line in _few_line(one, lang)]
    rest = len(few) - MOST_LINES
    return [*lines, "    " + words["and_more"].format(count=rest)] if rest > 0 else lines


def _few_line(one: FewOptions, lang: Lang) -> list[str]:
    words = WORDS[lang]
    key = "few_some" if one.hosts else "few_none"
    lines = [words[key].format(intern=one.intern, hosts=", ".join(one.hosts))]
    for rule, hosts in one.taken.items():
        why = words["combined"] if rule == COMBINED else promise(rule, lang)
        told = "taken_one" if len(hosts) == 1 else "taken"
        lines.append("  " + words[told].format(count=len(hosts), hosts=hosts[0], promise=why))
    return lines
