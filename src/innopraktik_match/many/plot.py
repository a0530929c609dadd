"""What came of the scenarios as a picture: one aim over another, the best marked."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from innopraktik_match.domain.policy import cost_of
from innopraktik_match.report.axes import Axis
from innopraktik_match.texts.numbers import number
from innopraktik_match.texts.report import AIMS, said
from innopraktik_match.texts.sweep import SWEEP

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from innopraktik_match.domain.language import Lang

    Row = Mapping[str, object]

WIDTH, PANEL, LEFT, RIGHT, TOP, LINE = 720, 330, 84, 40, 52, 20
INK, FAINT, GREY, BLUE = "#222222", "#DDDDDD", "#767676", "#0072B2"
MOST_NAMED = 12


def trade_offs(rows: Sequence[Row], aims: Sequence[str]) -> list[list[Row]]:
    """Return the rows that no other one beats in an aim without being worse in another, alike ones together.

    Parameters
    ----------
    rows : sequence of dict
        With the same people.
    aims : sequence of str

    Returns
    -------
    list of list of dict
        Best in the first aim first.
    """
    solved: dict[tuple[int, ...], list[Row]] = {}
    for row in rows:
        if all(row.get(aim) not in (None, "") for aim in aims):
            solved.setdefault(tuple(cost_of(aim, int(str(row[aim]))) for aim in aims), []).append(row)
    best = [
        mine
        for mine in solved
        if not any(
            other != mine and all(a <= b for a, b in zip(other, mine, strict=True)) for other in solved
        )
    ]
    return [solved[mine] for mine in sorted(best)]


def sweep_svg(rows: Sequence[Row], aims: Sequence[str], lang: Lang) -> str:
    """Return a panel for each kind of people: the first aim over the first other one that varies."""
    of_people: dict[str, list[Row]] = {}
    for row in rows:
        of_people.setdefault(str(row["people"]), []).append(row)
    body: list[str] = []
    top = TOP
    for people, among in of_people.items():
        best = trade_offs(among, aims)
        body += _panel(people, among, best, _two(among, aims), top, lang)
        top += PANEL + LINE * (min(len(best), MOST_NAMED) + 2)
    words = SWEEP[lang]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {top}" width="{WIDTH}" '
            f'height="{top}" role="img" aria-labelledby="title about" lang="{lang}" '
            f'font-family="Calibri, Arial, sans-serif" font-size="13" fill="{INK}">',
            f'<title id="title">{escape(words["plot"])}</title>',
            f'<desc id="about">{escape(words["plot_about"])}</desc>',
            f'<rect width="{WIDTH}" height="{top}" fill="#FFFFFF"/>',
            f'<text x="16" y="30" font-size="17" font-weight="bold">{escape(words["plot"])}</text>',
            *body,
            "</svg>",
            "",
        ]
    )


def _two(rows: Sequence[Row], aims: Sequence[str]) -> tuple[str, str]:
    """Return the aims of the upright and of the other axis."""
    varying = [aim for aim in aims[1:] if len({row.get(aim) for row in rows}) > 1]
    return aims[0], (*varying, *aims[1:], aims[0])[0]


def _panel(
    people: str, rows: Sequence[Row], best: list[list[Row]], two: tuple[str, str], top: int, lang: Lang
) -> Iterator[str]:
    words, (upright, across) = SWEEP[lang], two
    yield f'<text x="16" y="{top}" font-weight="bold">{escape(words["among"].format(people=people))}</text>'
    solved = [row for row in rows if row.get(upright) not in (None, "") and row.get(across) not in (None, "")]
    if not solved:
        yield f'<text x="{LEFT}" y="{top + LINE}">{escape(words["plot_none"])}</text>'
        return
    ys, xs = ([int(str(row[aim])) for row in solved] for aim in two)
    x, y = (
        Axis(min(xs), max(xs), LEFT, WIDTH - RIGHT),
        Axis(min(ys), max(ys), top + PANEL - 60, top + 44),
    )
    yield f'<text x="{LEFT}" y="{top + 24}">{escape(said(AIMS[upright], lang))}</text>'
    for tick in y.ticks():
        yield f'<path d="M{LEFT} {y.at(tick):.1f}H{WIDTH - RIGHT}" stroke="{FAINT}"/>'
        yield f'<text x="{LEFT - 8}" y="{y.at(tick) + 4:.1f}" text-anchor="end">{number(tick, lang)}</text>'
    for tick in x.ticks():
        yield (
            f'<text x="{x.at(tick):.1f}" y="{top + PANEL - 38}" text-anchor="middle">'
            f"{number(tick, lang)}</text>"
        )
    yield (
        f'<text x="{WIDTH - RIGHT}" y="{top + PANEL - 18}" text-anchor="end">'
        f"{escape(said(AIMS[across], lang))}</text>"
    )
    for here in dict.fromkeys(zip(xs, ys, strict=True)):
        yield (
            f'<circle cx="{x.at(here[0]):.1f}" cy="{y.at(here[1]):.1f}" r="4" fill="none" stroke="{GREY}"/>'
        )
    for count, alike in enumerate(best[:MOST_NAMED], 1):
        row = alike[0]
        at_x, at_y = x.at(int(str(row[across]))), y.at(int(str(row[upright])))
        yield f'<circle cx="{at_x:.1f}" cy="{at_y:.1f}" r="5" fill="{BLUE}"/>'
        yield f'<text x="{at_x + 7:.1f}" y="{at_y - 7:.1f}" font-weight="bold">{count}</text>'
        name = words["where"].format(**row).strip()
        more = f" {words['more'].format(count=len(alike) - 1).strip()}" if len(alike) > 1 else ""
        yield (
            f'<text x="{LEFT}" y="{top + PANEL + LINE * (count - 1) + 4}">'
            f"{count}. {escape(name + more)}</text>"
        )
