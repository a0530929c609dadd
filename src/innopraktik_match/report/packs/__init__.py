"""Everything that a coordinator hands out of a plan, as the files of one folder."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Round

PARTS = {
    "index": "index.html",
    "boss": "boss.html",
    "plan": "plan.xlsx",
    "hosts": "hosts",
    "letters": "letters",
    "mail": "mail.csv",
    "drafts": "drafts",
    "calendar": "calendar",
    "regions": "regions",
    "figures": "figures.csv",
    "shared": "shared.csv",
}
"""Part -> the file or folder that holds it."""

ENDINGS = (".html", ".txt", ".csv", ".ics", ".eml", ".xlsx")

NEEDED = ("jinja2", "icalendar")
"""What the extra `report` installs."""


def missing_packages() -> list[str]:
    """Return what hand-outs need and is not installed."""
    return [name for name in NEEDED if find_spec(name) is None]


def build_pack(
    round: Round,
    plan: Plan,
    lang: Lang = "da",
    only: Collection[str] = tuple(PARTS),
    *,
    templates: Mapping[str, str] | None = None,
    made: datetime | None = None,
    salt: bytes | None = None,
) -> dict[str, bytes]:
    """Return the hand-outs of a plan. Needs the extra `report`.

    Parameters
    ----------
    round : Round
    plan : Plan
        Legal in the round; what it says of itself is told as it is.
    lang : {"da", "en"}
    only : collection of str
        Names among `PARTS`.
    templates : dict of str to str, optional
        Name of a template, such as "letter.txt" -> its text, in place of ours.
    made : datetime, optional
        What calendars say of when they were made; now where left out.
    salt : bytes, optional
        What the tokens of shared.csv are made with; at random, and kept nowhere, where left out.

    Returns
    -------
    dict of str to bytes
        Path within the folder, parted by "/" -> content.

    Raises
    ------
    RoundError
        With what is wrong with a template.
    """
    from innopraktik_match.report.packs.parts import Parts

    parts = Parts(
        round, plan, lang, templates or {}, made or datetime.now(UTC), salt or secrets.token_bytes(32)
    )
    return {name: data for part in PARTS if part in only for name, data in parts.files(part)}
