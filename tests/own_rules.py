"""Rules of a developer's own that are drawn with all others: one of each level, of whatever shape."""

from __future__ import annotations

import numpy as np

from innopraktik_match.domain.own_rules import rule


def _same_sector(intern, host):
    """2 where both are of one sector, 1 where they share a theme besides."""
    return 2 * (intern.sector is not None and intern.sector == host.sector) or int(
        bool(set(intern.themes) & set(host.themes))
    )


def _odd(interns, host):
    """1 where an odd number of those who come have filled in a column, and 1 more at a host of no sector."""
    return sum(bool(one.extra.get("x")) for one in interns) % 2 + (host.sector is None)


def _sectors(intern, host):
    """Name the two sectors that a visit links."""
    return f"{intern.sector} {host.sector}" if intern.sector and host.sector else ""


def _by_pair(again, kind):
    def measure(columns, options):
        pairs = zip(options.intern, options.host, strict=True)
        return np.array([again(columns.interns[i], columns.hosts[h]) for i, h in pairs], dtype=kind)

    return measure


def _by_visit(columns, visits):
    return np.array(
        [
            _odd([columns.interns[n] for n in members if n >= 0], columns.hosts[host])
            for host, members in zip(visits.host, visits.members, strict=True)
        ],
        dtype=np.int64,
    )


def register():
    """Register the three."""
    words = {"da": "En prøve.", "en": "A test."}
    rule(
        "t_same",
        level="option",
        measure=_by_pair(_same_sector, np.int64),
        again=_same_sector,
        most=2,
        **words,
    )
    rule("t_odd", level="visit", measure=_by_visit, again=_odd, most=2, **words)
    rule("t_link", level="round", measure=_by_pair(_sectors, object), again=_sectors, **words)
