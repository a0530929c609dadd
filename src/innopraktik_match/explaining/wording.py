"""Findings in sentences, Danish or English, with names, amounts and units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.domain.rulebook import RULEBOOK
from innopraktik_match.domain.rulebook.settings import MixedColumn
from innopraktik_match.texts.criteria import criterion_asks
from innopraktik_match.texts.explain import CHANGES, MEASURED, WORDS
from innopraktik_match.texts.names import Names
from innopraktik_match.texts.numbers import counted, number
from innopraktik_match.texts.report import AIMS, MODES, away, promise, said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from innopraktik_match.domain.change import Change
    from innopraktik_match.domain.explanation import ExplainedFinding, FindingRule, Move, Seat
    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.round import Round

MOST_MOVES = 12


def told(round: Round, finding: ExplainedFinding, lang: Lang) -> str:
    """Return a finding in one sentence or a few."""
    words = _Wording(round, lang)
    said_of = {
        "visit": words.visit,
        "not_this_host": words.not_this_host,
        "alternative": words.not_this_host,
        "not_placed": words.not_placed,
        "impossible": words.impossible,
        "binds": words.binds,
    }[finding.kind](finding)
    sentences = (sentence for sentence in said_of if sentence)
    return " ".join(
        f"{sentence[:1].upper()}{sentence[1:]}." if n else f"{sentence}."
        for n, sentence in enumerate(sentences)
    )


class _Wording:
    """The words of one round in one language."""

    def __init__(self, round: Round, lang: Lang) -> None:
        self._round = round
        self._lang = lang
        self._words = WORDS[lang]
        self._names = Names(round, lang)

    def visit(self, finding: ExplainedFinding) -> Iterable[str]:
        """Yield why two are together."""
        yield self._say("visit_why" if finding.rules else "visit", finding, rules=self._rules(finding))

    def not_this_host(self, finding: ExplainedFinding) -> Iterable[str]:
        """Yield why two are not together: the rules, or what it would cost and who would move."""
        if finding.intern is None:
            aims = self._aims(finding)
            yield self._words["next" if aims else "next_free"].format(aims=aims)
            yield self._moves(finding.moves)
            return
        if not finding.allowed:
            of_round = any(rule.key for rule in finding.rules)
            yield self._say("cannot" if of_round else "forbidden", finding, rules=self._rules(finding))
            return
        if not any(aim.then is not None for aim in finding.aims):
            yield self._say("allowed_unknown", finding)
            return
        aims = self._aims(finding)
        yield self._say("allowed" if aims else "allowed_free", finding, aims=aims)
        yield self._moves(finding.moves)
        if finding.rules:
            yield self._say("rules_of_pair", finding, rules=self._rules(finding))

    def not_placed(self, finding: ExplainedFinding) -> Iterable[str]:
        """Yield why somebody has no visit, and what would give one."""
        yield self._say("not_placed", finding)
        if finding.rules:
            taken = (
                self._words["hosts_of_rule"].format(
                    hosts=counted("hosts", rule.amount, self._lang),
                    why=self._asked(rule)
                    or away(rule.rule, self._lang)
                    or promise(rule.rule, self._lang).rstrip("."),
                )
                for rule in finding.rules
            )
            yield self._words["ruled_out"].format(rules="; ".join(taken))
        if finding.shortage is not None:
            yield self._words["share"].format(
                interns=counted("interns", len(finding.shortage.interns), self._lang),
                places=counted("places", finding.shortage.places, self._lang),
                hosts=counted("hosts", len(finding.shortage.hosts), self._lang),
            )
        yield "" if not finding.complete and not finding.changes else self._changes(finding)
        yield "" if finding.complete else self._words["cut_short"]

    def impossible(self, finding: ExplainedFinding) -> Iterable[str]:
        """Yield what cannot all be kept, and what would make a plan possible."""
        yield self._words["impossible"]
        if finding.rules:
            short = number(max(rule.amount for rule in finding.rules), self._lang)
            yield self._words["against"].format(short=short, rules=self._rules(finding))
        yield self._changes(finding)

    def binds(self, finding: ExplainedFinding) -> Iterable[str]:
        """Yield what a limit costs."""
        change = self._change(finding.changes[0])
        told = self._words["binds"].format(change=change, aims=self._aims(finding))
        yield told[:1].upper() + told[1:]
        yield self._moves(finding.moves)

    def _say(self, key: str, finding: ExplainedFinding, **more: str) -> str:
        intern, host = self._names.intern(finding.intern or ""), self._names.host(finding.host or "")
        return self._words[key].format(intern=intern, host=host, **more)

    def _rules(self, finding: ExplainedFinding) -> str:
        return "; ".join(self._rule(rule, finding) for rule in finding.rules)

    def _rule(self, rule: FindingRule, finding: ExplainedFinding) -> str:
        """Return what a rule measured; the message of the rulebook where it is broken or says it."""
        lang, entry = self._lang, RULEBOOK[rule.rule]
        if rule.key:
            whom = self._names.row(rule.rule, rule.key)
            return f"{promise(rule.rule, lang).rstrip('.')} ({whom})" if whom else promise(rule.rule, lang)
        message = entry.message_da if lang == "da" else entry.message_en
        if not rule.breaks and rule.rule in MEASURED and not self._unlisted(rule, finding):
            message = said(MEASURED[rule.rule], lang)
        limit = "" if rule.limit is None else number(rule.limit, lang)
        told = self._unmet(rule) or message.format(amount=number(rule.amount, lang), limit=limit)
        if rule.breaks:
            return self._words["breaks"].format(rule=told) if finding.kind == "visit" else told
        return self._words["priced"].format(rule=told, points=counted("points", rule.points, lang))

    def _unmet(self, rule: FindingRule) -> str:
        """Return that a criterion, or a developer's own rule, is not met; "" for other rules."""
        key = "unmet" if rule.amount == 1 else "unmet_times"
        asked, times = self._asked(rule), number(rule.amount, self._lang)
        return self._words[key].format(times=times, criterion=asked) if asked else ""

    def _asked(self, rule: FindingRule) -> str:
        """Return what a criterion asks for; "" for other rules."""
        settings = getattr(self._round.policy.rules, rule.rule)
        if rule.criterion is not None:
            return criterion_asks(settings.criteria[rule.criterion - 1].model_dump(), self._lang)
        if isinstance(settings, MixedColumn):
            return criterion_asks({"kind": "mix", "column": settings.column or "", "limit": 0}, self._lang)
        return ""

    def _unlisted(self, rule: FindingRule, finding: ExplainedFinding) -> bool:
        """Whether a wish rank is that of somebody who is on no list of wishes."""
        people, wished = (
            (self._round.interns, (finding.intern, finding.host))
            if rule.rule == "intern_wishes"
            else (self._round.hosts, (finding.host, finding.intern))
        )
        if rule.rule not in ("intern_wishes", "host_wishes"):
            return False
        return any(one.id == wished[0] and wished[1] not in one.wishes for one in people)

    def _aims(self, finding: ExplainedFinding) -> str:
        """Return the aims that would change."""
        return "; ".join(
            told if aim.proven else self._words["unproven"].format(aim=told)
            for aim in finding.aims
            if aim.now is not None and aim.then is not None and aim.now != aim.then
            for told in (self._aim(aim.aim, aim.now, aim.then),)
        )

    def _aim(self, aim: str, now: int, then: int) -> str:
        """Return how an aim would change: points as what that costs or saves."""
        key = "aim" if aim != "points" else "costs" if then > now else "saves"
        return self._words[key].format(
            aim=said(AIMS[aim], self._lang).partition(" (")[0],
            points=counted("points", abs(then - now), self._lang),
            now=number(now, self._lang),
            then=number(then, self._lang),
        )

    def _moves(self, moves: tuple[Move, ...]) -> str:
        if not moves:
            return ""
        shown = [self._move(move) for move in moves[:MOST_MOVES]]
        if len(moves) > MOST_MOVES:
            shown.append(self._words["more"].format(count=number(len(moves) - MOST_MOVES, self._lang)))
        return self._words["moves"].format(moves="; ".join(shown))

    def _move(self, move: Move) -> str:
        intern, here, there = self._names.intern(move.intern), move.from_, move.to
        same = here is not None and there is not None and here.host == there.host
        key = "seated" if here is None else "unseated" if there is None else "stay" if same else "move"
        if same and here is not None and there is not None:
            return self._words[key].format(
                intern=intern, origin=self._names.host(here.host), target=self._when(there)
            )
        origin = self._names.host(here.host) if here is not None else ""
        return self._words[key].format(
            intern=intern, origin=origin, target=self._seat(there) if there else ""
        )

    def _seat(self, seat: Seat) -> str:
        host, when = self._names.host(seat.host), self._when(seat)
        return self._words["at"].format(host=host, when=when) if when else host

    def _when(self, seat: Seat) -> str:
        days = counted("days", seat.days, self._lang) if seat.days else ""
        return ", ".join(filter(None, (self._week(seat.week), days)))

    def _week(self, week: str | None) -> str:
        return self._words["week"].format(week=int(week[6:])) if week else ""

    def _changes(self, finding: ExplainedFinding) -> str:
        if not finding.changes:
            return self._words["nothing_enough"]
        told = "; ".join(map(self._change, finding.changes))
        return self._words["enough"].format(changes=told)

    def _change(self, change: Change) -> str:
        intern, host = self._names.intern(change.intern or ""), self._names.host(change.host or "")
        days = ""
        if change.days is not None:
            first = "" if change.days.min == change.days.max else f"{change.days.min}-"
            days = first + counted("days", change.days.max, self._lang)
        kind = "any_km" if change.change == "max_km" and change.to is None else change.change
        told: str = said(CHANGES[kind], self._lang).format(
            intern=intern,
            host=host,
            who=intern or host,
            interns=", ".join(map(self._names.intern, change.interns)),
            week=self._week(change.week),
            days=days,
            to="" if change.to is None else number(change.to, self._lang),
            rule=promise(change.rule, self._lang).rstrip(".") if change.rule else "",
            mode=said(MODES[change.mode], self._lang) if change.mode else "",
        )
        return told
