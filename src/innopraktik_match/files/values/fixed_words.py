"""Cells that hold one of a few words: sectors and statuses."""

from __future__ import annotations

import re
from functools import lru_cache

from innopraktik_match.domain.municipalities import REFORM_YEAR, region_named
from innopraktik_match.domain.names import closest, key
from innopraktik_match.files.raw.cells import Unreadable, shown
from innopraktik_match.texts.columns import value_label

SECTORS = {
    "municipality": "municipality kommune kommunal kommunalt kommunen municipal k",
    "region": "region regional regionalt regionen r",
    "state": "state stat statslig statsligt staten government ministerium ministeriet styrelse agency s",
    "private": "private privat erhverv privatsektor p",
    "civil": "civil c civilsamfund civilsamfundet frivillig forening ngo charity nonprofit",
    "other": "other andet anden øvrige øvrig selvejende",
}
STATUSES = {
    "proposed": "proposed foreslået forslag",
    "boss_ok": "boss_ok|leder ok|chef ok|godkendt af leder",
    "host_ok": "host_ok|vært ok|godkendt af vært",
    "agreed": "agreed aftalt låst ja",
    "declined": "declined afslået afvist",
    "withdrawn": "withdrawn|trukket sig|trukket|trukket tilbage|frameldt|afmeldt|aflyst",
}
_ASIDE = frozenset(
    (
        "virksomhed",
        "institution",
        "organisation",
        "organization",
        "sektor",
        "sektoren",
        "sector",
        "arbejdsplads",
        "arbejdsgiver",
        "myndighed",
        "offentlig",
        "offentligt",
        "public",
        "company",
        "en",
        "et",
        "den",
        "det",
        "the",
        "a",
    )
)
"""Words beside the name of a sector that change nothing."""
_REMARK = re.compile(r"\([^()]*\)")
_BETWEEN_WORDS = re.compile(r"[\s/,]+")


def _words(table: dict[str, str]) -> dict[str, str]:
    """Return every word of a table of synonyms, parted by "|" or else by spaces."""
    return {
        key(word): name
        for name, words in table.items()
        for word in (words.split("|") if "|" in words else words.split())
    }


_SECTOR = _words(SECTORS)
_STATUS = _words(STATUSES)


def sector(text: str) -> str:
    """Return a sector by its English or Danish word, also with a word beside it: "Privat virksomhed".

    Examples
    --------
    >>> sector("Kommune (KL)"), sector("NGO/forening"), sector("Region Midtjylland")
    ('municipality', 'civil', 'region')
    """
    plain = _REMARK.sub(" ", key(text)).strip()
    parts = [word for word in _BETWEEN_WORDS.split(plain) if word and word not in _ASIDE]
    found = {_SECTOR.get(word) for word in parts}
    if len(found) == 1 and None not in found:
        return _SECTOR[parts[0]]
    if parts[:1] == ["region"] and region_named(plain, REFORM_YEAR):
        return "region"
    return _one_of(_SECTOR, text)


def status(text: str) -> str:
    """Return the status of a visit by its English or Danish word."""
    return _one_of(_STATUS, text)


def _one_of(known: dict[str, str], text: str) -> str:
    word = key(text)
    if word in known:
        return known[word]
    near = _nearest(word, tuple(known))
    found: dict[str, object] = {"suggestion": value_label(known[near], "da")} if near else {}
    raise Unreadable("not_one_of", read=shown(text), expected=tuple(dict.fromkeys(known.values())), **found)


@lru_cache(maxsize=2**12)
def _nearest(word: str, known: tuple[str, ...]) -> str | None:
    return closest(word, known)
