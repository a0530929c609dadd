"""Rounds and plans as notebooks show them: a short table, everybody's words escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from innopraktik_match.domain.privacy import told
from innopraktik_match.texts.names import named
from innopraktik_match.texts.report import AIMS, STATUS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Round

MOST_ROWS = 20
VISITS = ("host", "week", "days", "interns", "points", "status")
PEOPLE = ("id", "name", "workplace", "sector", "municipality", "days", "wishes")


def plan_html(plan: Plan) -> str:
    """Return what a plan reached, and its first visits, as HTML."""
    aims = "; ".join(
        f"{AIMS[aim.aim][1]}: {aim.value}{' (proven best)' if aim.proven else ''}" for aim in plan.aims
    )
    counts = f"{len(plan.visits)} visits, {len(plan.unplaced)} interns without one."
    rows = [
        (one.host, one.week, one.days, ", ".join(one.interns), one.points, one.status) for one in plan.visits
    ]
    return _html(f"{STATUS[plan.status][1]} {counts} {aims}", [("Visits", VISITS, rows)])


def round_html(round: Round) -> str:
    """Return who is in a round, the first of each side, as HTML."""
    names = named(round.people)
    tables = [
        (
            title,
            PEOPLE,
            [
                (
                    *(one.id, one.name, one.workplace, one.sector, one.municipality),
                    f"{one.days.min}–{one.days.max}" if one.days else None,
                    ", ".join(names.get(wish, wish) for wish in one.wishes),
                )
                for one in people
            ],
        )
        for title, people in (("Interns", round.interns), ("Hosts", round.hosts))
    ]
    weeks = f" Weeks: {', '.join(round.weeks)}." if round.weeks else ""
    return _html(f"{len(round.interns)} interns, {len(round.hosts)} hosts.{weeks}", tables)


def _html(line: str, tables: Iterable[tuple[str, Sequence[str], Sequence[Sequence[object]]]]) -> str:
    parts = [f"<p>{_cell(line)}</p>"]
    for title, header, rows in tables:
        head = "".join(f'<th scope="col">{_cell(word)}</th>' for word in header)
        body = "".join(
            f"<tr>{''.join(f'<td>{_cell(cell)}</td>' for cell in row)}</tr>" for row in rows[:MOST_ROWS]
        )
        rest = len(rows) - MOST_ROWS
        more = f"<p>… and {rest} more</p>" if rest > 0 else ""
        caption = f"<caption>{_cell(title)}</caption>"
        parts.append(f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}")
    return "".join(parts)


def _cell(value: object) -> str:
    return "" if value is None else escape(told(str(value)))
