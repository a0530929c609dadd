"""What further changes would buy: as lines, as a table and as a picture."""

from __future__ import annotations

from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from innopraktik_match.report.axes import Axis
from innopraktik_match.report.grids import Grid
from innopraktik_match.report.summary import in_columns
from innopraktik_match.texts.numbers import number
from innopraktik_match.texts.report import AIMS, said
from innopraktik_match.texts.trade import SHORT, WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.trade import TradePoint

WIDTH, PANEL, LEFT, RIGHT, TOP, BOTTOM = 640, 230, 76, 64, 44, 46
INK, FAINT, BLUE = "#222222", "#DDDDDD", "#0072B2"
ROOM_FOR_VALUE = 34
"""Values closer than this to each other are left out above the points."""


def trade_lines(points: Sequence[TradePoint], lang: Lang) -> list[str]:
    """Return the curve as a table for the screen."""
    words = WORDS[lang]
    if not points:
        return [words["title"] + ":", f"  {words['none']}"]
    header, rows = _table(points, lang)
    told = [tuple(_shown(cell, lang) for cell in row) for row in rows]
    lines = [f"{words['title']}:", *in_columns([header, *told])]
    lines += [f"  {words['flat']}"] if len(points) == 1 else []
    proven = all(point.proven for point in points)
    return [*lines, f"  {words['about']}", f"  {words['proven' if proven else 'unproven']}"]


def trade_grid(points: Sequence[TradePoint], lang: Lang) -> Grid:
    """Return the curve as a table of a workbook."""
    header, rows = _table(points, lang)
    return Grid(header, tuple(rows))


def trade_sentence(points: Sequence[TradePoint], lang: Lang) -> str:
    """Return what the table shows, and whether it is proven."""
    words = WORDS[lang]
    return f"{words['about']} {words['proven' if all(one.proven for one in points) else 'unproven']}"


def trade_svg(points: Sequence[TradePoint], lang: Lang) -> str:
    """Return the curve as a picture: a panel for each aim that changes, all over the same axis."""
    aims = _told_aims(points)
    height = TOP + PANEL * len(aims)
    title = WORDS[lang]["title"]
    table = "; ".join(", ".join(_shown(cell, lang) for cell in row) for row in _table(points, lang)[1])
    body = [line for n, aim in enumerate(aims) for line in _panel(points, aim, TOP + n * PANEL, lang)]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" '
            f'height="{height}" role="img" aria-labelledby="title about" lang="{lang}" '
            f'font-family="Calibri, Arial, sans-serif" font-size="13" fill="{INK}">',
            f'<title id="title">{escape(title)}</title>',
            f'<desc id="about">{escape(table)}</desc>',
            f'<rect width="{WIDTH}" height="{height}" fill="#FFFFFF"/>',
            f'<text x="16" y="27" font-size="17" font-weight="bold">{escape(title)}</text>',
            *body,
            "</svg>",
            "",
        ]
    )


def _told_aims(points: Sequence[TradePoint]) -> list[str]:
    """Return the aims that change along the curve; placed and points where none does."""
    aims = list(points[0].aims)
    varying = [aim for aim in aims if len({point.aims[aim] for point in points}) > 1]
    return varying or [aim for aim in aims if aim in ("placed", "points")] or aims[:1]


def _table(points: Sequence[TradePoint], lang: Lang) -> tuple[tuple[str, ...], list[tuple[str | int, ...]]]:
    words = WORDS[lang]
    aims = [aim for aim in points[0].aims if aim in ("placed", "points", *_told_aims(points))]
    header = (words["moves"], *(said(SHORT[aim], lang) for aim in aims), words["gain"])
    gains = ["", *(_gain(before, after, lang) for before, after in pairwise(points))]
    return header, [
        (point.moves, *(_value(point, aim) for aim in aims), gain)
        for point, gain in zip(points, gains, strict=True)
    ]


def _value(point: TradePoint, aim: str) -> str | int:
    return point.aims[aim] if point.proven else f"~{point.aims[aim]}"


def _shown(cell: str | int, lang: Lang) -> str:
    return number(cell, lang) if isinstance(cell, int) else cell


def _gain(before: TradePoint, after: TradePoint, lang: Lang) -> str:
    """Return what one point reaches more than the one before, aim by aim."""
    words, told = WORDS[lang], []
    for aim, value in after.aims.items():
        step = value - before.aims[aim]
        if step:
            amount = words["more" if step > 0 else "fewer"].format(count=number(abs(step), lang))
            told.append(words["change"].format(aim=said(SHORT[aim], lang), amount=amount))
    return "; ".join(told)


def _panel(points: Sequence[TradePoint], aim: str, top: int, lang: Lang) -> Iterator[str]:
    """Yield one aim over the number of changes: each value holds until the next point."""
    values = [point.aims[aim] for point in points]
    across = Axis(0, max(1, points[-1].moves), LEFT, WIDTH - RIGHT)
    upright = Axis(min(values), max(values), top + PANEL - BOTTOM, top + 34)
    yield f'<text x="{LEFT}" y="{top + 14}" font-weight="bold">{escape(said(AIMS[aim], lang))}</text>'
    for tick in upright.ticks():
        at = upright.at(tick)
        yield f'<path d="M{LEFT} {at:.1f}H{WIDTH - RIGHT}" stroke="{FAINT}"/>'
        yield f'<text x="{LEFT - 8}" y="{at + 4:.1f}" text-anchor="end">{number(tick, lang)}</text>'
    for tick in across.ticks():
        at = across.at(tick)
        yield f'<text x="{at:.1f}" y="{top + PANEL - 24}" text-anchor="middle">{number(tick, lang)}</text>'
    yield (
        f'<text x="{WIDTH - RIGHT}" y="{top + PANEL - 6}" text-anchor="end">'
        f"{escape(WORDS[lang]['moves'])}</text>"
    )
    spots = [(across.at(point.moves), upright.at(value)) for point, value in zip(points, values, strict=True)]
    steps = "".join(f"H{x:.1f}V{y:.1f}" for x, y in spots[1:])
    yield (
        f'<path d="M{spots[0][0]:.1f} {spots[0][1]:.1f}{steps}H{WIDTH - RIGHT}" fill="none" '
        f'stroke="{BLUE}" stroke-width="2"/>'
    )
    last = -WIDTH
    for (x, y), value in zip(spots, values, strict=True):
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4.5" fill="{BLUE}"/>'
        if x - last >= ROOM_FOR_VALUE:
            yield f'<text x="{x + 6:.1f}" y="{y - 8:.1f}">{number(value, lang)}</text>'
            last = int(x)
