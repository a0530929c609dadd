"""Plans and scores in lines for the screen."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from innopraktik_match.domain.rulebook import RULEBOOK
from innopraktik_match.report.figures import find_figures
from innopraktik_match.report.trace import counted as key_figures
from innopraktik_match.texts.names import Names
from innopraktik_match.texts.numbers import counted, number
from innopraktik_match.texts.progress import nearness
from innopraktik_match.texts.report import (
    AIMS,
    FIGURES,
    MORE,
    PROOFS,
    STATUS,
    away,
    ids_line,
    promise,
    said,
    told_as,
)
from innopraktik_match.texts.summary import CLAIMS, FAULTS, UNVOUCHED, WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innopraktik_match.checker import CheckReport, Fault
    from innopraktik_match.domain.findings import Score
    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.plan import AimResult, Conflict, Plan
    from innopraktik_match.domain.round import Round

MOST_LINES = 50
SHORT = {
    "placed": True,
    "unplaced": False,
    "seats": True,
    "first": True,
    "later": False,
    "other": False,
    "none": False,
    "across": False,
    "hosts_used": True,
}
"""Key figures of a summary, and whether they are told also where they are 0."""


def summary_lines(round: Round, plan: Plan, lang: Lang) -> list[str]:
    """Return what a plan is worth."""
    words = WORDS[lang]
    lines = [said(STATUS[plan.status], lang)]
    timed = words["timed"].format(seconds=number(plan.seconds, lang, 2))
    if plan.status in ("optimal", "feasible"):
        aims = [
            (f"{n}. {said(AIMS[aim.aim], lang)}", f"{number(aim.value, lang)}, {_bound_words(aim, lang)}")
            for n, aim in enumerate(plan.aims, 1)
        ]
        lines += ["", *in_columns(_short_figures(round, plan, lang))]
        lines += ["", f"{words['aims']} ({timed}):", *in_columns(aims)]
        lines += _unplaced_lines(round, plan, lang)
        if round.policy.rules.lock.breaking == "accept":
            from innopraktik_match.measuring import score

            lines += accepted_lines(Names(round, lang), score(round, plan), lang)
        timed = ""
    for conflict in plan.impossible:
        lines += _conflict_lines(round, conflict, lang)
    if plan.stopped_by is not None:
        lines += ["", words[f"by_{plan.stopped_by}"]]
    return [*lines, f"{timed[0].upper()}{timed[1:]}"] if timed else lines


def _short_figures(round: Round, plan: Plan, lang: Lang) -> list[tuple[str, str]]:
    """Return the figures that fit on a screen: all other wishes in one, nothing that there is none of."""
    found = key_figures(find_figures(round, plan), plan)
    known = {name: (value, whole) for name, value, whole in found}
    later = sum(known[name][0] for name in ("second", "third", "later") if name in known)
    if later:
        known["later"] = (later, known["first"][1])
    return [
        (said(FIGURES[name], lang), _of(*known[name], lang))
        for name, needed in SHORT.items()
        if name in known and (known[name][0] or needed)
    ]


def score_lines(round: Round, score: Score, lang: Lang) -> list[str]:
    """Return what any plan measures: aims, points by rule, and the hard rules it breaks."""
    words, names = WORDS[lang], Names(round, lang)
    told = {aim: value for aim, value in score.aims.items() if aim != "changes" or round.before}
    aims = [(said(AIMS[aim], lang), number(value, lang)) for aim, value in told.items()]
    rules = [(promise(rule, lang), number(n, lang)) for rule, n in score.points_by_rule.items() if n]
    lines = in_columns(aims)
    if rules:
        lines += ["", f"{words['by_rule']}:", *in_columns(rules)]
    lines += accepted_lines(names, score, lang)
    if score.legal:
        return [*lines, "", words["legal"]]
    lines += ["", words["illegal"].format(breaches=counted("hard_rules", len(score.breaches), lang))]
    return lines + _first([f"  {names.breach(one)}" for one in score.breaches], lang)


def accepted_lines(names: Names, score: Score, lang: Lang) -> list[str]:
    """Return the locks that are the coordinator's decision, and the rules that give way to them."""
    if not score.accepted:
        return []
    told = [f"  {names.breach(one)}" for one in score.accepted]
    return ["", WORDS[lang]["accepted"].format(count=number(len(told), lang)), *_first(told, lang)]


def verdict_lines(round: Round, plan: Plan, report: CheckReport, lang: Lang) -> list[str]:
    """Return the checker's word."""
    words, names = WORDS[lang], Names(round, lang)
    if not report.holds:
        lines = [words["fails"].format(faults=counted("faults", len(report.faults), lang))]
        lines += _first([f"  {_fault(fault, names, lang)}" for fault in report.faults], lang)
        changed = any(fault.code in ("cell_differs", "edited") for fault in report.faults)
        return [*lines, words["rescore"]] if changed else lines
    if plan.status == "infeasible":
        told = [words["holds_impossible"]]
    elif not report.bounds:
        told = [words["holds"], words["holds_unproven"]]
    else:
        told = [words["holds"], words["holds_proven" if report.proven else "holds_bounds"]]
    told += accepted_lines(names, report.score, lang)
    unsaid = ", ".join(said(UNVOUCHED[name], lang) for name in report.unvouched)
    return [*told, words["unvouched"].format(words=unsaid)] if unsaid else told


def _unplaced_lines(round: Round, plan: Plan, lang: Lang) -> list[str]:
    """Return who has no visit, and for how many of them each reason counts."""
    if not plan.unplaced:
        return []
    words, names = WORDS[lang], Names(round, lang)
    causes = Counter((told_as(why, plan), why.rule) for left in plan.unplaced for why in left.reasons)
    told = [
        words[f"why_{code}"].format(away=away(rule, lang) if rule else "", count=number(count, lang))
        + (_minima(round, plan, lang) if code == "too_few" else "")
        for (code, rule), count in causes.most_common()
    ]
    who = ids_line(tuple(names.intern(left.intern) for left in plan.unplaced), lang)
    lines = ["", words["unplaced"].format(count=number(len(plan.unplaced), lang), names=who)]
    return [*lines, words["why"], *(f"  {line}" for line in told)] if told else lines


def _minima(round: Round, plan: Plan, lang: Lang) -> str:
    """Return the hosts that want more at once than can come, each with its minimum."""
    least = {host.id: host.min for host in round.hosts}
    reasons = (why for left in plan.unplaced for why in left.reasons if why.code == "too_few")
    few = {host for why in reasons for host in why.hosts}
    names, words = Names(round, lang), WORDS[lang]
    told = [words["minimum"].format(host=names.host(one), least=least[one]) for one in sorted(few)]
    return f": {ids_line(tuple(told), lang)}"


def _conflict_lines(round: Round, conflict: Conflict, lang: Lang) -> list[str]:
    words, names = WORDS[lang], Names(round, lang)
    lines = ["", words["impossible"].format(short=number(conflict.short, lang))]
    for rows, word in ((conflict.demands, "demand"), (conflict.limits, "limit")):
        for rule, *key in rows:
            told = promise(rule, lang).rstrip(".") if rule in RULEBOOK else rule
            whom = names.row(rule, tuple(key))
            lines.append("  " + words[word].format(rule=told, whom=f" ({whom})" if whom else ""))
    return _first(lines, lang)


def _fault(fault: Fault, names: Names, lang: Lang) -> str:
    if fault.code == "breach":
        return names.breach(fault.values["finding"])
    return said(FAULTS[fault.code], lang).format_map(
        {name: _in_words(name, value, lang) for name, value in fault.values.items()}
    )


def _in_words(name: str, value: object, lang: Lang) -> str:
    """Return a value of a checker's fault as people know it: aims, proofs and rules by their words."""
    text = number(value, lang) if isinstance(value, int) else str(value)
    if name == "aim":
        return said((AIMS | CLAIMS)[text], lang) if text in AIMS | CLAIMS else text
    if name in ("stated", "counted") and text in PROOFS:
        return said(PROOFS[text], lang)
    if name == "row":
        rule, _, key = text.partition(" ")
        told = promise(rule, lang).rstrip(".") if rule in RULEBOOK else rule
        return " ".join(filter(None, (told, key.translate(dict.fromkeys(map(ord, "[]'"))))))
    return text


def _bound_words(aim: AimResult, lang: Lang) -> str:
    words = WORDS[lang]
    if aim.proven:
        return words["proven"]
    if aim.bound is None:
        return words["no_bound"]
    gap = abs(aim.value - aim.bound) / max(1, abs(aim.value))
    told = nearness(gap, lang)
    return words["bound"].format(nearness=told, bound=number(aim.bound, lang)) if gap < 1 else told


def _of(value: int, whole: int | None, lang: Lang) -> str:
    told = number(value, lang)
    return told if whole is None else WORDS[lang]["of"].format(value=told, whole=number(whole, lang))


def in_columns(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Return rows of words below each other, the first column wide enough for all."""
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))] if rows else []
    return [
        "  " + "  ".join(word.ljust(width) for word, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def _first(lines: list[str], lang: Lang) -> list[str]:
    rest = len(lines) - MOST_LINES
    more = f"  … {said(MORE, lang).format(number(rest, lang))}"
    return [*lines[:MOST_LINES], more] if rest > 0 else lines
