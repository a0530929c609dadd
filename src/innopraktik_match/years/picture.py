"""The network as a picture (SVG): workplaces on a circle by sector, a curve for each link."""

from __future__ import annotations

from itertools import groupby
from math import cos, pi, sin, sqrt
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from innopraktik_match.texts.network import NETWORK, SECTOR_NAMES

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang
    from innopraktik_match.years.network import Network, Workplace

COLOURS = {
    "municipality": "#0B6E4F",
    "region": "#1F5FA8",
    "state": "#B3261E",
    "private": "#7A3E9D",
    "civil": "#8A5A00",
    "other": "#3F4A50",
    "": "#5F6B70",
}
"""Sector -> colour, each at least 4.5 : 1 on white; the words beside them say the same."""
ORDER = tuple(COLOURS)
LABEL_ROOM, ABOVE, LETTER = 240, 96, 12
SMALLEST_RADIUS = 220
GAP = 2.0
"""Room between two sectors, in workplaces."""


def network_picture(network: Network, lang: Lang) -> str:
    """Return the picture as SVG, readable without colours: sectors are written and stand apart."""
    ordered = sorted(network.workplaces, key=lambda one: ORDER.index(one.sector or ""))
    parts = [list(some) for _, some in groupby(ordered, key=lambda one: one.sector or "")]
    places = len(ordered) + GAP * len(parts)
    radius = max(SMALLEST_RADIUS, places * (LETTER + 3) / (2 * pi))
    angles = _angles(parts, places)
    middle = radius + LABEL_ROOM
    size, words = 2 * middle, NETWORK[lang]
    years = [one.year for one in network.years if one.year is not None]
    title = words["title"].format(first=min(years, default="?"), last=max(years, default="?"))
    told = words["described"].format(workplaces=len(ordered), links=len(network.links))
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size:.0f} {size + ABOVE:.0f}" role="img" '
        f'aria-labelledby="title told" lang="{lang}" font-family="Calibri, Arial, sans-serif">',
        f'<title id="title">{escape(title)}</title><desc id="told">{escape(told)}</desc>',
        f'<rect width="{size:.0f}" height="{size + ABOVE:.0f}" fill="#FFFFFF"/>',
        f'<text x="24" y="40" font-size="26" font-weight="bold" fill="#0B3C49">{escape(title)}</text>',
        f'<text x="24" y="66" font-size="16" fill="#33424A">{escape(told)}</text>',
        f'<g transform="translate({middle:.1f} {middle + ABOVE:.1f})">',
        *_curves(network, angles, radius),
        *(_label(one, angles[one], radius) for one in ordered),
        *(_sector(some, angles, radius, lang) for some in parts),
        "</g></svg>",
    ]
    return "\n".join(lines) + "\n"


def _angles(parts: list[list[Workplace]], places: float) -> dict[Workplace, float]:
    """Return where each workplace stands on the circle; sectors with a gap between them."""
    angles, at = {}, 0.0
    for some in parts:
        at += GAP
        for one in some:
            angles[one] = 2 * pi * at / places - pi / 2
            at += 1
    return angles


def _point(angle: float, radius: float) -> str:
    return f"{radius * cos(angle):.1f} {radius * sin(angle):.1f}"


def _curves(network: Network, angles: dict[Workplace, float], radius: float) -> list[str]:
    """Return a curve for each link, bent towards the middle, thicker with more visits."""
    return [
        f'<path d="M{_point(angles[one.one], radius)} Q0 0 {_point(angles[one.other], radius)}" fill="none" '
        f'stroke="{COLOURS[one.one.sector or ""]}" stroke-opacity="0.45" '
        f'stroke-width="{1.2 * sqrt(one.visits):.1f}"/>'
        for one in network.links
    ]


def _label(one: Workplace, angle: float, radius: float) -> str:
    turned = cos(angle) < 0
    degrees = angle * 180 / pi + (180 if turned else 0)
    anchor, x = ("end", -radius - 12) if turned else ("start", radius + 12)
    colour = COLOURS[one.sector or ""]
    return (
        f'<circle cx="{radius * cos(angle):.1f}" cy="{radius * sin(angle):.1f}" r="5" fill="{colour}"/>'
        f'<text transform="rotate({degrees:.1f})" x="{x:.1f}" y="4" font-size="{LETTER}" '
        f'text-anchor="{anchor}" fill="#1B2A30">{escape(_shortened(one.name))}</text>'
    )


def _sector(some: list[Workplace], angles: dict[Workplace, float], radius: float, lang: Lang) -> str:
    """Return the name of a sector, inside the circle beside its middle workplace."""
    angle = (angles[some[0]] + angles[some[-1]]) / 2
    sector = some[0].sector or ""
    x, y = (0.8 * radius * part for part in (cos(angle), sin(angle)))
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="16" font-weight="bold" text-anchor="middle" '
        f'fill="{COLOURS[sector]}" stroke="#FFFFFF" stroke-width="4" paint-order="stroke">'
        f"{escape(SECTOR_NAMES[lang][sector])}</text>"
    )


def _shortened(name: str, most: int = 34) -> str:
    return name if len(name) <= most else name[: most - 1].rstrip() + "…"
