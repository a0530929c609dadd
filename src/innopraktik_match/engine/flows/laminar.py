"""Rows as two laminar families: which rows of a stage make its options the arcs of a network.

An option is an arc from the smallest row of the one family that holds it to the smallest of the other; a
row is a node that all its options pass. Such a matrix is a network matrix: every vertex of its polytope is
whole (Edmonds, 1970).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.engine.stages.rows import alike
from innopraktik_match.model.measures import Flags, Ints, stable_order

if TYPE_CHECKING:
    from innopraktik_match.engine.stages.rows import Rows
    from innopraktik_match.model.options import Offers

ROOT = -1
"""The parent of rows that lie in no other row, and the leaf of options that lie in none."""


@dataclass(frozen=True)
class Tree:
    """One laminar family.

    Attributes
    ----------
    parent : array [R]
        The smallest row around each row of the family, `ROOT` where there is none.
    leaf : array
        The smallest row of the family around each option asked for, `ROOT` where there is none.
    """

    parent: Ints
    leaf: Ints


@dataclass(frozen=True)
class Families:
    """The rows of a stage, as far as they make a network.

    Attributes
    ----------
    first : array [R]
        The first row with the same options; -1 for rows that load no option.
    inner : array [R]
        Whether the row is a node on the side of the interns; rows on neither side are `dropped`.
    dropped : array [R]
        Rows that the network leaves out: where there are any, it is a relaxation.
    near, far : Tree
        The side of the interns, and that of the hosts.
    """

    first: Ints
    inner: Flags
    dropped: Flags
    near: Tree
    far: Tree


def families(offers: Offers, rows: Rows, options: Ints, stands_for: Ints) -> Families:
    """Share the rows between two laminar families of some options; drop rows that fit into neither.

    Parameters
    ----------
    options : array
        Those that are arcs, sorted.
    stands_for : array
        How many options each of them stands for; a row that holds a part of those is dropped.
    """
    count, n_rows = len(options), len(rows.lower)
    at, row, load = rows.by_option.entries(options)
    whole = load == 1
    spot, place_row, place_load = rows.by_place.entries(offers.place[options].astype(np.int64))
    other = np.zeros(n_rows, dtype=bool)
    other[row[~whole]] = other[place_row[place_load != 1]] = True
    of_option, of_place = np.zeros(n_rows, dtype=bool), np.zeros(n_rows, dtype=bool)
    of_option[row], of_place[place_row] = True, True
    other |= of_option & of_place
    held = _counted(rows, row, stands_for[at]) + _counted(rows, place_row, stands_for[spot])
    other |= held != loaded_by(offers, rows)
    option, row = np.append(at, spot), np.append(row, place_row)
    kept = ~other[row]
    option, row = option[kept], row[kept]
    order = stable_order(row)  # by row, then by option
    option, row = option[order], row[order]
    first = alike(n_rows, row, option, np.ones(len(row), dtype=np.int64))
    first[np.bincount(row, minlength=n_rows) == 0] = -1
    kept = first[row] == row
    option, row = option[kept], row[kept]
    inner, both = _sides(offers, of_place, options, option, row)
    size = np.bincount(row, minlength=n_rows)
    dropped = other.copy()
    near, clash = _tree(option, row, size, inner, count)
    if clash.any() and both.any():  # a pair's rows may stand on either side
        inner = inner & ~both
        near, clash = _tree(option, row, size, inner, count)
    dropped |= clash
    far, clash = _tree(option, row, size, ~inner & (first >= 0), count)
    dropped |= clash
    dropped |= (first >= 0) & dropped[np.maximum(first, 0)]
    inner = inner[np.maximum(first, 0)] & (first >= 0)
    return Families(first, inner, dropped, near, far)


def loaded_by(offers: Offers, rows: Rows) -> Ints:
    """Return by how many options each row is loaded, alone or by their places."""
    sizes = np.repeat(np.diff(offers.start), np.diff(rows.by_place.start))
    every = np.ones(len(rows.by_option.row), dtype=np.int64)
    return _counted(rows, rows.by_option.row, every) + _counted(rows, rows.by_place.row, sizes)


def _counted(rows: Rows, row: Ints, number: Ints) -> Ints:
    total = np.zeros(len(rows.lower), dtype=np.int64)
    np.add.at(total, row, number)
    return total


def _sides(offers: Offers, of_place: Flags, options: Ints, option: Ints, row: Ints) -> tuple[Flags, Flags]:
    """Return which rows speak of interns, and which of one intern at one host; rows are sorted."""
    n_rows = len(of_place)
    start = np.searchsorted(row, np.arange(n_rows + 1))
    some = np.flatnonzero(np.diff(start))
    one_unit, one_host, whole = (np.zeros(n_rows, dtype=bool) for _ in range(3))
    unit, host = offers.unit[options], offers.places.host[offers.place[options]]
    options_of = np.bincount(unit, minlength=len(offers.size))
    unit, host = unit[option], host[option]
    for one, part in ((one_unit, unit), (one_host, host)):
        if len(some):
            low, high = (edge.reduceat(part, start[some]) for edge in (np.minimum, np.maximum))
            one[some] = low == high
    wide = some[~one_unit[some] & ~one_host[some]]
    for number in wide:  # quotas: few
        units = np.unique(unit[start[number] : start[number + 1]])
        whole[number] = options_of[units].sum() == start[number + 1] - start[number]
    inner = (one_unit | (whole & ~one_host)) & ~of_place
    return inner, inner & one_unit & one_host


def _tree(option: Ints, row: Ints, size: Ints, among: Flags, count: int) -> tuple[Tree, Flags]:
    """Return the tree of some rows, and those that had to be left out as they cross others."""
    left = among.copy()
    while True:
        kept = left[row]
        entries, rows = option[kept], row[kept]
        order = np.lexsort((rows, -size[rows], entries))
        entries, rows = entries[order], rows[order]
        above = np.full(len(rows), ROOT, dtype=np.int64)
        above[1:] = np.where(entries[1:] == entries[:-1], rows[:-1], ROOT)
        low = np.full(len(size), len(size), dtype=np.int64)
        high = np.full(len(size), ROOT - 1, dtype=np.int64)
        np.minimum.at(low, rows, above)
        np.maximum.at(high, rows, above)
        crossing = left & (high > low)
        if not crossing.any():
            leaf = np.full(count, ROOT, dtype=np.int64)
            leaf[entries] = rows  # the last one of each option: the smallest
            return Tree(np.where(left & (high >= ROOT), high, ROOT), leaf), among & ~left
        left &= ~crossing
