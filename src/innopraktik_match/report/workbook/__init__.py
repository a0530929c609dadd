"""The workbook of a plan: an overview, a sheet for each question, and the proof out of sight."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from innopraktik_match.domain.replanned import amended
from innopraktik_match.explaining.standby import find_standby
from innopraktik_match.files.rounds.embedded import carries, packed
from innopraktik_match.report.alerts import alerts_grid
from innopraktik_match.report.changes import changes_grid
from innopraktik_match.report.figures import Figures, find_figures
from innopraktik_match.report.rows import free_grid, host_grid, plan_grid, unplaced_grid
from innopraktik_match.report.ruling import rules_grid
from innopraktik_match.report.standby import chances_of, reserves_grid
from innopraktik_match.report.trace import trace_grid
from innopraktik_match.report.trade import trade_grid, trade_sentence
from innopraktik_match.report.why import OF_ROUND, binds_grid, why_grid
from innopraktik_match.report.workbook.dress import Dress
from innopraktik_match.report.workbook.overview import write_overview
from innopraktik_match.report.workbook.sheets import write_proof, write_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from innopraktik_match.domain.explanation import ExplainedFinding
    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Round
    from innopraktik_match.explaining.standby import Standby
    from innopraktik_match.report.grids import Grid

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


@dataclass(frozen=True)
class Source:
    """What the sheets are written from.

    Attributes
    ----------
    plan : Plan
    whole : Round or None
        The round as it is in the files, those who have withdrawn included.
    lang : {"da", "en"}
    findings : sequence of ExplainedFinding
        Explanations that were asked for.
    """

    plan: Plan
    whole: Round | None
    lang: Lang
    findings: Sequence[ExplainedFinding] = ()

    @cached_property
    def round(self) -> Round | None:
        """The round that the plan is for."""
        return None if self.whole is None else amended(self.whole, self.plan.replanned)

    @cached_property
    def figures(self) -> Figures | None:
        """The key figures; None without a round."""
        return None if self.round is None else find_figures(self.round, self.plan)

    @cached_property
    def standby(self) -> Standby | None:
        """Who can step in for whom, and who waits; None without a round."""
        return None if self.round is None else find_standby(self.round, self.plan)

    @property
    def chances(self) -> Mapping[str, str]:
        """The chances of those who wait, in words."""
        if self.round is None or self.standby is None:
            return {}
        return chances_of(self.standby, self.round, self.lang)


@dataclass(frozen=True)
class Sheet:
    """One sheet with one table.

    Attributes
    ----------
    name : str
        As in `texts.workbook`: the title, the line below it, what it is for.
    grid : callable
        Source -> the table; None where there is no such sheet.
    frozen : str
        The column up to which all stay where they are when one scrolls; the first one where it is not there.
    hidden : bool
    """

    name: str
    grid: Callable[[Source], Grid | None]
    frozen: str = ""
    hidden: bool = False


def _reserves(source: Source) -> Grid | None:
    if source.round is None or source.standby is None:
        return None
    if not any(one.parties for one in source.standby.reserves):
        return None
    return reserves_grid(source.round, source.plan, source.standby, source.lang)


def _free(source: Source) -> Grid | None:
    if source.round is None or source.figures is None:
        return None
    return free_grid(source.plan, source.round, source.figures, source.lang)


def _why(source: Source) -> Grid | None:
    if source.round is None or all(one.kind in OF_ROUND for one in source.findings):
        return None
    return why_grid(source.round, source.findings, source.lang)


def _binds(source: Source) -> Grid | None:
    if source.round is None or not any(one.kind in OF_ROUND for one in source.findings):
        return None
    return binds_grid(source.round, source.findings, source.lang)


SHEETS = (
    Sheet(
        "plan", lambda of: plan_grid(of.plan, of.round, of.lang, short=carries(of.plan)), frozen="host_name"
    ),
    Sheet("hosts", lambda of: host_grid(of.plan, of.round, of.lang)),
    Sheet(
        "changes", lambda of: None if of.plan.changes is None else changes_grid(of.whole, of.plan, of.lang)
    ),
    Sheet("trade", lambda of: trade_grid(of.plan.trade, of.lang) if of.plan.trade else None),
    Sheet("unplaced", lambda of: unplaced_grid(of.plan, of.round, of.lang, of.chances)),
    Sheet("reserves", _reserves),
    Sheet("free", _free),
    Sheet("why", _why),
    Sheet("binds", _binds),
    Sheet("warnings", lambda of: alerts_grid(of.plan, of.round, of.lang) if of.round else None),
    Sheet("rules", lambda of: rules_grid(of.plan, of.round, of.lang) if of.round else None),
    Sheet("trace", lambda of: trace_grid(of.plan, of.round, of.lang), hidden=True),
)
"""The sheets after the overview, in their order: a sheet more is a line here, and its words."""


def plan_workbook(
    plan: Plan, round: Round | None, lang: Lang, findings: Sequence[ExplainedFinding] = ()
) -> bytes:
    """Return the workbook of a plan, the same bytes for the same plan, round, language and explanations.

    How long the search took differs from run to run, so the plan within is sealed without it, unless it is
    signed.
    """
    import xlsxwriter

    source = Source(timeless(plan), round, lang, findings)
    made = [(sheet, sheet.grid(source)) for sheet in SHEETS]
    grids = [(sheet, grid) for sheet, grid in made if grid is not None]
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, OPTIONS) as book:
        dress = Dress(book, lang)
        seen = [sheet.name for sheet, _ in grids if not sheet.hidden]
        write_overview(dress, source.plan, source.round, source.figures, seen)
        for sheet, grid in grids:
            told = trade_sentence(plan.trade, lang) if sheet.name == "trade" and plan.trade else ""
            write_table(dress, sheet.name, grid, frozen=sheet.frozen, sentence=told, hidden=sheet.hidden)
        if carries(source.plan):
            write_proof(dress, packed(source.plan))
    return target.getvalue()


def tables_workbook(tables: Iterable[tuple[str, Grid, str]], lang: Lang) -> bytes:
    """Return a workbook with a sheet for each table: its name, its rows and a sentence."""
    import xlsxwriter

    target = io.BytesIO()
    with xlsxwriter.Workbook(target, OPTIONS) as book:
        dress = Dress(book, lang)
        for name, grid, sentence in tables:
            write_table(dress, name, grid, sentence=sentence)
    return target.getvalue()


def timeless(plan: Plan) -> Plan:
    """Return a plan without how long it took, sealed again; a signed one stays as it is."""
    if plan.signature or plan.sha256 != plan.content_sha256():
        return plan
    return plan.model_copy(update={"seconds": 0.0}).sealed()
