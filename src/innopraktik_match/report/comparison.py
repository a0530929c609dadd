"""Two plans side by side, and the places somebody can get: as lines and as plain data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from innopraktik_match.domain.replanned import Spot
from innopraktik_match.report.changes import spot_words
from innopraktik_match.report.summary import in_columns
from innopraktik_match.texts.comparison import WORDS
from innopraktik_match.texts.names import named, with_gone
from innopraktik_match.texts.numbers import number
from innopraktik_match.texts.report import AIMS, promise, said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from innopraktik_match.domain.explanation import Seat
    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.round import Round
    from innopraktik_match.replanning.comparing import Comparison, Shift
    from innopraktik_match.replanning.placing import Choice

MOST_CHOICES = 20
"""So many fill a screen or two; --json has them all."""


def comparison_lines(round: Round, found: Comparison, lang: Lang) -> list[str]:
    """Return what differs between two plans: aims, rules, and who gains, loses and moves."""
    words = WORDS[lang]
    lines = [words["aims"]]
    lines += in_columns(
        [
            (said(AIMS[aim], lang), number(value, lang), number(found.after.aims[aim], lang))
            for aim, value in found.before.aims.items()
            if value or found.after.aims[aim]
        ]
    )
    rules = [
        (promise(rule, lang), number(one, lang), number(other, lang))
        for rule, one, other in by_rule(found)
        if one != other
    ]
    lines += ["", words["rules"], *in_columns(rules)] if rules else []
    for side, score in (("before", found.before), ("after", found.after)):
        lines += [] if score.legal else ["", words[f"illegal_{side}"]]
    if not found.shifts:
        return [*lines, "", words["same"]]
    groups = {
        "gain": [shift for shift in found.shifts if shift.gains > 0],
        "lose": [shift for shift in found.shifts if shift.gains < 0],
        "move": [shift for shift in found.shifts if shift.moves],
    }
    interns = with_gone(round.interns, found.intern_names)
    hosts = with_gone(round.hosts, found.host_names)
    for group, some in groups.items():
        lines += ["", words[group].format(count=number(len(some), lang))]
        pattern = words["move_line" if group == "move" else "shift"]
        lines += [f"  {_shift(pattern, shift, interns, hosts, lang)}" for shift in some]
    return lines


def plain_comparison(found: Comparison) -> dict[str, Any]:
    """Return a comparison as plain data."""

    def plain(shift: Shift) -> dict[str, Any]:
        return {
            "intern": shift.intern,
            "from": [spot.model_dump() for spot in shift.before],
            "to": [spot.model_dump() for spot in shift.after],
            "points": [shift.points_before, shift.points_after],
        }

    return {
        "legal": [found.before.legal, found.after.legal],
        "aims": [
            {"aim": aim, "values": [value, found.after.aims[aim]]} for aim, value in found.before.aims.items()
        ],
        "rules": [{"rule": rule, "points": [one, other]} for rule, one, other in by_rule(found)],
        "gains": [plain(shift) for shift in found.shifts if shift.gains > 0],
        "loses": [plain(shift) for shift in found.shifts if shift.gains < 0],
        "moves": [plain(shift) for shift in found.shifts if shift.moves],
    }


def choice_lines(round: Round, found: tuple[Choice, ...], lang: Lang) -> list[str]:
    """Return the places that are possible, each with what it means."""
    words = WORDS[lang]
    if not found:
        return [words["no_choice"]]
    interns, hosts = named(round.interns), named(round.hosts)
    lines = [words["choices"].format(count=number(len(found), lang))]
    for at, choice in enumerate(found[:MOST_CHOICES], 1):
        others = [interns[one] for one in choice.visit.interns if one not in choice.interns]
        told = words["choice"].format(
            number=number(at, lang),
            interns=", ".join(interns[one] for one in choice.interns),
            spot=spot_words(_spot(choice), hosts, lang),
            with_whom=words["with"].format(names=", ".join(others)) if others else "",
        )
        aims = [
            words["effect"].format(
                aim=said(AIMS[one["aim"]], lang),
                now=number(one["now"], lang),
                then=number(one["then"], lang),
            )
            for one in _aims(round, choice)
            if one["now"] != one["then"]
        ]
        rules = [
            f"{promise(rule, lang)} {'+' if points > 0 else '-'}{number(abs(points), lang)}"
            for rule, points in choice.points_by_rule.items()
        ]
        moves = [
            words["moves"].format(
                intern=interns.get(move.intern, move.intern),
                before=spot_words(_seat(move.from_), hosts, lang),
                after=spot_words(_seat(move.to), hosts, lang),
            )
            for move in choice.moves
        ]
        lines += [told, f"     {'; '.join(aims) or words['no_effect']}"]
        lines += [f"     {line}" for line in (*moves, *rules)]
    rest = len(found) - MOST_CHOICES
    return [*lines, words["more_choices"].format(count=number(rest, lang))] if rest > 0 else lines


def plain_choices(round: Round, found: tuple[Choice, ...]) -> list[dict[str, Any]]:
    """Return the places that are possible as plain data."""
    return [
        {
            "number": at,
            "interns": list(choice.interns),
            "to": _spot(choice).model_dump(),
            "together": [one for one in choice.visit.interns if one not in choice.interns],
            "aims": _aims(round, choice),
            "points_by_rule": choice.points_by_rule,
            "moves": [move.model_dump(mode="json", by_alias=True) for move in choice.moves],
        }
        for at, choice in enumerate(found, 1)
    ]


def by_rule(found: Comparison) -> list[tuple[str, int, int]]:
    """Return what each rule charges in the one plan and in the other."""
    rules = dict.fromkeys((*found.before.points_by_rule, *found.after.points_by_rule))
    return [
        (rule, found.before.points_by_rule.get(rule, 0), found.after.points_by_rule.get(rule, 0))
        for rule in rules
    ]


def _shift(
    pattern: str, shift: Shift, interns: Mapping[str, str], hosts: Mapping[str, str], lang: Lang
) -> str:
    def spots(some: tuple[Spot, ...]) -> str:
        return "; ".join(spot_words(spot, hosts, lang) for spot in some or (None,))

    return pattern.format(
        intern=interns.get(shift.intern, shift.intern),
        before=spots(shift.before),
        after=spots(shift.after),
        points_before=number(shift.points_before, lang),
        points_after=number(shift.points_after, lang),
    )


def _seat(seat: Seat | None) -> Spot | None:
    return None if seat is None else Spot(host=seat.host, week=seat.week, days=seat.days)


def _spot(choice: Choice) -> Spot:
    return Spot(host=choice.visit.host, week=choice.visit.week, days=choice.visit.days)


def _aims(round: Round, choice: Choice) -> list[dict[str, Any]]:
    return [{"aim": aim, "now": choice.now[aim], "then": choice.then[aim]} for aim in round.aims]
