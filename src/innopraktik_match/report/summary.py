"""Plans, scores and demand in lines for the screen."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from innopraktik_match.domain.rulebook import RULEBOOK
from innopraktik_match.report.figures import find_figures
from innopraktik_match.report.trace import counted, round_off
from innopraktik_match.texts.report import AIMS, FIGURES, PROOFS, STATUS, ids_line, promise, said
from innopraktik_match.texts.summary import CLAIMS, FAULTS, UNVOUCHED, WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innopraktik_match.checker import CheckReport, Fault
    from innopraktik_match.domain.findings import Finding, Score
    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.plan import AimResult, Conflict, Plan
    from innopraktik_match.domain.round import Round

MOST_LINES = 50


def summary_lines(round: Round, plan: Plan, lang: Lang) -> list[str]:
    """Return what a plan is worth."""
    words = WORDS[lang]
    lines = [said(STATUS[plan.status], lang)]
    if plan.status in ("optimal", "feasible"):
        told = [
            (said(FIGURES[name], lang), _of(value, whole, lang))
            for name, value, whole in counted(find_figures(round, plan), plan)
        ]
        aims = [
            (f"{number}. {said(AIMS[aim.aim], lang)}", f"{aim.value}, {_bound_words(aim, lang)}")
            for number, aim in enumerate(plan.aims, 1)
        ]
        lines += ["", *in_columns(told), "", f"{words['aims']}:", *in_columns(aims)]
        lines += _unplaced_lines(plan, lang)
    for conflict in plan.impossible:
        lines += _conflict_lines(conflict, lang)
    if plan.stopped_by is not None:
        lines += ["", words[f"by_{plan.stopped_by}"]]
    return [*lines, "", words["seconds"].format(seconds=round_off(plan.seconds))]


def score_lines(score: Score, lang: Lang) -> list[str]:
    """Return what any plan measures: aims, points by rule, and the hard rules it breaks."""
    words = WORDS[lang]
    aims = [(said(AIMS[aim], lang), str(value)) for aim, value in score.aims.items()]
    rules = [(promise(rule, lang), str(n)) for rule, n in score.points_by_rule.items() if n]
    lines = in_columns(aims)
    if rules:
        lines += ["", f"{words['by_rule']}:", *in_columns(rules)]
    if score.legal:
        return [*lines, "", words["legal"]]
    lines += ["", words["illegal"].format(count=len(score.breaches))]
    return lines + _first([f"  {_breach(one, lang)}" for one in score.breaches])


def verdict_lines(plan: Plan, report: CheckReport, lang: Lang) -> list[str]:
    """Return the checker's word."""
    words = WORDS[lang]
    if not report.holds:
        lines = [words["fails"].format(count=len(report.faults))]
        lines += _first([f"  {_fault(fault, lang)}" for fault in report.faults])
        changed = any(fault.code in ("cell_differs", "edited") for fault in report.faults)
        return [*lines, words["rescore"]] if changed else lines
    if plan.status == "infeasible":
        told = [words["holds_impossible"]]
    elif not report.bounds:
        told = [words["holds"], words["holds_unproven"]]
    else:
        told = [words["holds"], words["holds_proven" if report.proven else "holds_bounds"]]
    unsaid = ", ".join(said(UNVOUCHED[name], lang) for name in report.unvouched)
    return [*told, words["unvouched"].format(words=unsaid)] if unsaid else told


def _unplaced_lines(plan: Plan, lang: Lang) -> list[str]:
    """Return who has no visit, and for how many of them each reason counts."""
    if not plan.unplaced:
        return []
    words = WORDS[lang]
    ids = tuple(left.intern for left in plan.unplaced)
    causes = Counter((why.code, why.rule) for left in plan.unplaced for why in left.reasons)
    told = [
        words[f"why_{code}"].format(promise=promise(rule, lang) if rule else "", count=count)
        for (code, rule), count in causes.most_common()
    ]
    lines = ["", words["unplaced"].format(count=len(ids), ids=ids_line(ids, lang))]
    return [*lines, words["why"].format(lines="; ".join(told))] if told else lines


def _conflict_lines(conflict: Conflict, lang: Lang) -> list[str]:
    words = WORDS[lang]
    lines = ["", words["impossible"].format(short=conflict.short)]
    for rows, word in ((conflict.demands, "demand"), (conflict.limits, "limit")):
        for rule, *key in rows:
            told = promise(rule, lang) if rule in RULEBOOK else rule
            lines.append("  " + words[word].format(rule=told, key=", ".join(filter(None, key))))
    return _first(lines)


def _breach(finding: Finding, lang: Lang) -> str:
    who = (*finding.interns, finding.host, finding.week, *finding.key)
    entry = RULEBOOK[finding.rule]
    return f"{entry.da if lang == 'da' else entry.en} [{', '.join(filter(None, who))}]"


def _fault(fault: Fault, lang: Lang) -> str:
    if fault.code == "breach":
        return _breach(fault.values["finding"], lang)
    return said(FAULTS[fault.code], lang).format_map(
        {name: _in_words(name, value, lang) for name, value in fault.values.items()}
    )


def _in_words(name: str, value: object, lang: Lang) -> str:
    """Return a value of a checker's fault as people know it: aims, proofs and rules by their words."""
    text = str(value)
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
    return words["gap"].format(gap=gap, bound=aim.bound)


def _of(value: int, whole: int | None, lang: Lang) -> str:
    return str(value) if whole is None else WORDS[lang]["of"].format(value=value, whole=whole)


def in_columns(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Return rows of words below each other, the first column wide enough for all."""
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))] if rows else []
    return [
        "  " + "  ".join(word.ljust(width) for word, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def _first(lines: list[str]) -> list[str]:
    rest = len(lines) - MOST_LINES
    return [*lines[:MOST_LINES], f"  ... +{rest}"] if rest > 0 else lines
