"""The network in words, as data and as a workbook."""

from __future__ import annotations

import dataclasses
import io
from typing import TYPE_CHECKING, Any

from innopraktik_match.files.out.writing import fill_sheet
from innopraktik_match.texts.columns import value_label
from innopraktik_match.texts.network import HEADERS, NETWORK

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang
    from innopraktik_match.files.out.tabling import CellText
    from innopraktik_match.years.network import Network, Workplace

MOST_NAMES = 12


def network_lines(network: Network, lang: Lang) -> list[str]:
    """Return the network in a few lines."""
    words = NETWORK[lang]
    known = [one for one in network.links if one.one.sector and one.other.sector]
    across = sum(one.one.sector != one.other.sector for one in known)
    lines = [
        words["head"].format(
            workplaces=len(network.workplaces),
            links=len(network.links),
            visits=sum(one.visits for one in network.links),
        ),
        words["across"].format(across=across, known=len(known)),
    ]
    if network.groups:
        lines.append(words["groups"].format(groups=len(network.groups), largest=network.groups[0]))
    lines += [
        words["year"].format(**{**dataclasses.asdict(one), "year": one.year or words["undated"]})
        for one in network.years
    ]
    if network.isolated:
        names = [one.name for one in network.isolated[:MOST_NAMES]]
        more = len(network.isolated) - len(names)
        names += [words["more"].format(count=more)] if more else []
        lines.append(words["isolated"].format(count=len(network.isolated), names="; ".join(names)))
    if network.left_out:
        lines.append(words["left_out"].format(count=network.left_out))
    return lines


def plain_network(network: Network) -> dict[str, Any]:
    """Return the network as data."""
    sectors = [{"from": a or None, "to": b or None, "visits": n} for (a, b), n in network.sectors.items()]
    return {**dataclasses.asdict(network), "sectors": sectors}


def network_workbook(network: Network, lang: Lang) -> bytes:
    """Return the network as a workbook: years, links, sectors, and who has no link."""
    import xlsxwriter

    words, headers = NETWORK[lang], HEADERS[lang]
    years: list[list[CellText]] = [
        [one.year or words["undated"], one.visits, one.new, one.repeats, one.joined] for one in network.years
    ]
    links: list[list[CellText]] = [
        [*_named(one.one, lang), *_named(one.other, lang), one.first, one.last, one.visits]
        for one in network.links
    ]
    sectors: list[list[CellText]] = [
        [*(value_label(word, lang) or words["unknown"] for word in pair), count]
        for pair, count in sorted(network.sectors.items(), key=lambda one: -one[1])
    ]
    isolated = [_named(one, lang) for one in network.isolated]
    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(target, options) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        for name, rows in (("years", years), ("links", links), ("sectors", sectors), ("isolated", isolated)):
            header: list[CellText] = list(headers[name])
            fill_sheet(book.add_worksheet(words[f"{name}_sheet"]), [header, *rows], bold)
    return target.getvalue()


def _named(one: Workplace, lang: Lang) -> list[CellText]:
    return [one.name, value_label(one.sector, lang) if one.sector else None]
