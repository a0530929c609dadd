"""Explanations as tables: why and why not, and what binds."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from innopraktik_match.report.grids import Cell, Grid, grid
from innopraktik_match.texts.explain import KINDS, SAID
from innopraktik_match.texts.names import named
from innopraktik_match.texts.report import AIMS, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from innopraktik_match.domain.explanation import ExplainedFinding
    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.round import Round

OF_ROUND = ("binds", "impossible")
WIDTH = 44
"""Characters in a line of a cell."""


def why_grid(round: Round, findings: Iterable[ExplainedFinding], lang: Lang) -> Grid:
    """Return one row for each finding about a person or a pair: whom, whether it can be, every aim, words."""
    interns, hosts = named(round.interns), named(round.hosts)
    records: list[dict[str, Cell]] = [
        {
            "why_intern": interns.get(one.intern or "", one.intern),
            "why_host": hosts.get(one.host or "", one.host),
            "why_kind": said(KINDS[one.kind], lang),
            "why_possible": None if one.allowed is None else said(SAID[one.allowed], lang),
            **dict(_aims(one, lang)),
            "why_moves": len({move.intern for move in one.moves}) or None,
            "why_text": _said(one.text),
        }
        for one in findings
        if one.kind not in OF_ROUND
    ]
    return grid(records, lang, ("why_intern", "why_host", "why_kind", "why_text"))


def binds_grid(round: Round, findings: Iterable[ExplainedFinding], lang: Lang) -> Grid:
    """Return one row for each limit that costs: whose, every aim with it and without, who moves, words."""
    hosts = named(round.hosts)
    records: list[dict[str, Cell]] = [
        {
            "why_host": hosts.get(one.host or "", one.host),
            **dict(_aims(one, lang)),
            "why_moves": len({move.intern for move in one.moves}) or None,
            "why_text": _said(one.text),
        }
        for one in findings
        if one.kind in OF_ROUND
    ]
    return grid(records, lang, ("why_host", "why_text"))


def _said(text: str) -> str:
    """Return a text in lines as wide as the column: not every program fits a row to what it holds."""
    lines = text.replace("; ", ";\n").splitlines()
    return "\n".join(part for line in lines for part in wrap(line, WIDTH) or [""])


def _aims(finding: ExplainedFinding, lang: Lang) -> Iterator[tuple[str, Cell]]:
    """Yield the value of each aim that changes, now and then, under headers that name it."""
    for aim in finding.aims:
        if aim.now == aim.then:
            continue
        label = said(AIMS[aim.aim], lang).partition(" (")[0]
        for when, value in (("now", aim.now), ("then", aim.then)):
            yield f"{label}, {said(SAID[when], lang)}", value
