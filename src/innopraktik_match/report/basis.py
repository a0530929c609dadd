"""What a plan rests on: which answers were there and counted, and which did not, in one line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from innopraktik_match.domain.names import key
from innopraktik_match.domain.own_criteria import columns_read
from innopraktik_match.texts.basis import WORDS
from innopraktik_match.texts.columns import column_label
from innopraktik_match.texts.numbers import number
from innopraktik_match.validation.effect import idle

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.round import Round

ASKED = {
    "interns": (
        *("wishes", "days", "weeks", "sector", "municipality", "themes", "max_km", "group", "role"),
        *("visits", "priority", "workplace"),
    ),
    "hosts": ("wishes", "days", "weeks", "roles"),
}
USUAL = {"visits": 1, "priority": 0}
EXPECTED = ("wishes", "days", "weeks")
MOST_UNUSED = 6


@dataclass(frozen=True)
class Answers:
    """How many of one side have answered something, and whether it counts.

    Attributes
    ----------
    table, field : str
    filled, everybody : int
    counts : bool
    """

    table: str
    field: str
    filled: int
    everybody: int
    counts: bool


def find_basis(round: Round) -> list[Answers]:
    """Return what the people of a round have answered, field by field; what nobody has is left out.

    Examples
    --------
    >>> from innopraktik_match import Host, Intern, Round
    >>> round = Round(interns=(Intern(id="p1", wishes=("v1",)), Intern(id="p2")), hosts=(Host(id="v1"),))
    >>> find_basis(round)
    [Answers(table='interns', field='wishes', filled=1, everybody=2, counts=True)]
    """
    found = []
    for table, fields in ASKED.items():
        people = getattr(round, table)
        for field in fields:
            usual = USUAL.get(field)
            filled = sum(bool(value := getattr(one, field)) and value != usual for one in people)
            if filled:
                counts = idle(round.policy, round.aims, table, field) is None
                found.append(Answers(table, field, filled, len(people), counts))
    return found


def basis_lines(round: Round, lang: Lang) -> list[str]:
    """Return the line of what was used and what was not; before it what nobody has answered at all."""
    words, basis = WORDS[lang], find_basis(round)
    used = [_told(one, lang) for one in basis if one.counts]
    unused = [_told(one, lang) for one in basis if not one.counts]
    own = [
        (table, header)
        for table, people in (("interns", round.interns), ("hosts", round.hosts))
        for one in people
        for header in one.extra
    ]
    read = [header for table, header in own if key(header) in columns_read(round.policy, table)]
    used += [words["quoted"].format(header) for header in dict.fromkeys(read)]
    extra = dict.fromkeys(header for _, header in own if header not in read)
    unused += [words["quoted"].format(header) for header in list(extra)[:MOST_UNUSED]]
    if len(extra) > MOST_UNUSED:
        unused.append(words["more"].format(count=len(extra) - MOST_UNUSED))
    counted = {one.field for one in basis if one.counts}
    lacking = [words["fields"][field] for field in EXPECTED if field not in counted]
    lines = [words["lacking"].format(fields=_joined(lacking, words))] if lacking else []
    told = [words["used"].format(fields=", ".join(used))] if used else []
    told += [words["unused"].format(fields=", ".join(unused))] if unused else []
    return [*lines, " ".join(told)] if told else lines


def _told(one: Answers, lang: Lang) -> str:
    words = WORDS[lang]
    label = column_label(one.table, one.field, lang).lower()
    if one.table == "hosts":
        label = words["of_hosts"].format(field=label)
    return (
        label
        if one.filled == one.everybody
        else words["some"].format(
            field=label, filled=number(one.filled, lang), everybody=number(one.everybody, lang)
        )
    )


def _joined(parts: list[str], words: dict[str, object]) -> str:
    return f" {words['or']} ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))
