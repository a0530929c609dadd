"""Every rule as the policy has it, and what it did to a plan."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from innopraktik_match.report.grids import Grid, Record, grid
from innopraktik_match.texts.columns import column_label, value_label
from innopraktik_match.texts.criteria import PRICED, criterion_words
from innopraktik_match.texts.knobs import KNOBS
from innopraktik_match.texts.numbers import counted, number
from innopraktik_match.texts.report import MODES, promise, said
from innopraktik_match.texts.workbook import DID

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Round

MOST_PAIRS = 10**6
"""Pairs of intern and host up to which those that each rule rules out are counted: about a second."""


def rules_grid(plan: Plan, round: Round | None, lang: Lang) -> Grid:
    """Return every rule as the policy has it, and what it did to the plan."""
    if round is None:
        return Grid((), ())
    deeds = Deeds(plan, round, lang)
    records: list[Record] = []
    for rule, settings in round.policy.rules.model_dump(mode="json").items():
        mode = settings.pop("mode")
        told = (
            f"{said(KNOBS[name], lang)} {_knob(value, lang)}"
            for name, value in settings.items()
            if value not in (None, []) and _counts(mode, name, value)
        )
        records.append(
            {
                "promise": promise(rule, lang),
                "mode": said(MODES[mode], lang),
                "did": deeds.of(rule, mode),
                "points": plan.points_by_rule.get(rule),
                "settings": "; ".join(told),
                "rule": f"rules.{rule}",
            }
        )
    records.sort(key=lambda one: one["mode"] == said(MODES["off"], lang))
    return grid(records, lang, first=("promise", "mode", "did", "points", "settings"))


def _counts(mode: str, name: str, value: object) -> bool:
    """Whether a setting does anything in a mode: what is forbidden has no price, what is off has nothing."""
    return mode == "soft" or (mode == "hard" and not (name == "points" and isinstance(value, int)))


class Deeds:
    """What the rules did to a plan, in words.

    Parameters
    ----------
    plan : Plan
    round : Round
    lang : {"da", "en"}
    """

    def __init__(self, plan: Plan, round: Round, lang: Lang) -> None:
        import innopraktik_match as im

        self._plan, self._lang = plan, lang
        self._pairs = len(round.interns) * len(round.hosts)
        self._away = _ruled_out(round) if 0 < self._pairs <= MOST_PAIRS else Counter()
        findings = im.score(round, plan).findings
        self._broken = Counter(one.rule for one in findings if one.breach)
        self._priced = Counter(one.rule for one in findings if one.points)

    def of(self, rule: str, mode: str) -> str:
        """Return what one rule did."""
        if mode == "off":
            return said(DID["off"], self._lang)
        told = [self._held(rule)] if mode == "hard" else []
        if self._away[rule]:
            told.append(self._said("away", count=self._away[rule], pairs=self._pairs))
        points = self._plan.points_by_rule.get(rule, 0)
        if points:
            cost = said(DID["cost"], self._lang)
            told.append(
                cost.format(
                    points=counted("points", points, self._lang),
                    count=counted("findings", self._priced[rule], self._lang),
                )
            )
        elif mode == "soft":
            told.append(said(DID["free"], self._lang))
        return " ".join(told)

    def _held(self, rule: str) -> str:
        return self._said("broken", count=self._broken[rule]) if self._broken[rule] else self._said("kept")

    def _said(self, deed: str, **figures: int) -> str:
        told = {name: number(value, self._lang) for name, value in figures.items()}
        return said(DID[deed], self._lang).format(**told)


def _ruled_out(round: Round) -> Counter[str]:
    """Return, by rule, the pairs of intern and host that it keeps apart in every slot."""
    import numpy as np

    from innopraktik_match.model.chances import chances
    from innopraktik_match.model.columns import build_columns

    columns = build_columns(round)
    found: Counter[str] = Counter()
    for one in chances(columns, np.arange(len(columns.interns))):
        found.update({rule: int(hosts.sum()) for rule, hosts in one.away.items()})
    return found


def _knob(value: object, lang: Lang) -> str:
    if isinstance(value, list):
        return ", ".join(_knob(one, lang) for one in value)
    if isinstance(value, dict) and "week" in value:
        return f"{value['week']} ({PRICED[lang]['soft'].format(points=number(value['points'], lang))})"
    if isinstance(value, dict) and ("rule" in value or "how" in value):
        return criterion_words(value, lang)
    if isinstance(value, dict):
        bounds = (
            f"{said(KNOBS[one], lang)} {number(value[one], lang)}"
            for one in ("min", "max")
            if value[one] is not None
        )
        group = f"{column_label('interns', value['field'], lang)} {value_label(value['value'], lang)}"
        return f"{group} {' '.join(bounds)}"
    if isinstance(value, (int, float)):
        return number(value, lang)
    word = str(value)
    return said(KNOBS[word], lang) if word in KNOBS else value_label(word, lang)
