"""Cells that hold one of a few words: sectors and statuses."""

from __future__ import annotations

import re
from functools import lru_cache

from innopraktik_match.domain.municipalities import REFORM_YEAR, region_named
from innopraktik_match.domain.names import closest, key
from innopraktik_match.files.raw.cells import Unreadable, shown
from innopraktik_match.files.values.answers import bare, says_withdrawn, without_when_and_why
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
    "proposed": "proposed|foreslået|forslag|?|-|–|ved ikke|venter|afventer|afventer svar|mangler svar"
    "|pending|waiting",
    "boss_ok": "boss_ok|leder ok|chef ok|ok leder|ok chef|ok fra leder|ok fra chef|godkendt af leder"
    "|godkendt af chef|leder har godkendt|chef har godkendt|boss ok|approved by boss|approved by manager",
    "host_ok": "host_ok|vært ok|ok vært|ok fra vært|godkendt af vært|vært har godkendt|host ok"
    "|approved by host",
    "agreed": "agreed|aftalt|låst|ja|ja tak|ok|bekræftet|accepteret|på plads|yes|confirmed|accepted",
    "declined": "declined|afslået|afvist|afslag|nej|nej tak|no|no thanks|rejected",
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
    """Return the status of a visit by its English or Danish word, a date or a reason after it or not.

    Examples
    --------
    >>> status("Aftalt d. 3/6"), status("aflyst pga. sygdom"), status("Nej tak (ferie)")
    ('agreed', 'withdrawn', 'declined')
    >>> status("Ja!"), status("Desværre nej"), status("Bekræftet pr. mail 12/6")
    ('agreed', 'declined', 'agreed')
    """
    if key(text) not in _STATUS:
        if says_withdrawn(text):
            return "withdrawn"
        said = without_when_and_why(text)
        if (short := said if said in _STATUS else bare(said)) in _STATUS:
            return _STATUS[short]
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
