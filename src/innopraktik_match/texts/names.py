"""What people and visits are called: the names of one round in one language."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from innopraktik_match.domain.names import key
from innopraktik_match.domain.rulebook import RULEBOOK
from innopraktik_match.texts.numbers import counted, number
from innopraktik_match.texts.summary import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from innopraktik_match.domain.findings import Finding
    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.round import Host, Intern, Round

OF_HOSTS = ("host_visits", "empty_hosts")
"""Rules whose rows are those of hosts; other rows are those of interns."""


def named(people: Iterable[Intern | Host]) -> dict[str, str]:
    """Return what people call somebody, by id: "Dorte Holm (P4)"."""
    return {one.id: f"{one.name} ({one.id})" if one.name not in (None, one.id) else one.id for one in people}


def with_gone(people: Iterable[Intern | Host], gone: Mapping[str, str]) -> dict[str, str]:
    """Return what people call somebody, also those who are no longer in the round, by id."""
    return {one: f"{name} ({one})" if name != one else one for one, name in gone.items()} | named(people)


def labels(people: Iterable[Intern | Host]) -> dict[str, str]:
    """Return what each is called in a table: the name, with the id where others are called the same.

    Examples
    --------
    >>> from innopraktik_match import Host
    >>> labels([Host(id="v1", name="DMI"), Host(id="v2", name="Skat"), Host(id="v3", name="Skat")])
    {'v1': 'DMI', 'v2': 'Skat (v2)', 'v3': 'Skat (v3)'}
    """
    people = list(people)
    same = Counter(key(one.name or one.id) for one in people)
    return {
        one.id: f"{one.name} ({one.id})" if one.name and same[key(one.name)] > 1 else one.name or one.id
        for one in people
    }


class Names:
    """The names of one round in one language."""

    def __init__(self, round: Round, lang: Lang) -> None:
        self._interns = named(round.interns)
        self._hosts = named(round.hosts)
        self._round = round
        self._lang = lang
        self._words = WORDS[lang]

    def intern(self, one: str) -> str:
        """Return what an intern is called: "Dorte Holm (P4)"."""
        return self._interns.get(one, one)

    def host(self, one: str) -> str:
        """Return what a host is called."""
        return self._hosts.get(one, one)

    def row(self, rule: str, key: tuple[str, ...]) -> str:
        """Return whom a row of a round rule is about."""
        if not key or rule not in RULEBOOK:
            return ", ".join(key)
        if rule == "quota":
            return self._words["quota"].format(number=int(key[0]) + 1)
        if rule in ("lock", "changes"):
            week, days = key[2:] or ("", "")
            return self._visit((key[0],), key[1], week, days)
        if rule == "host_present":
            return ", ".join((self.host(key[1]), self.intern(key[0]), self._week(key[2])))
        if rule == "changes_limit":
            return ""
        who, more = key[0], dict(zip(key[1::2], key[2::2], strict=False))
        if "host" in more:
            return self._visit((who,), more["host"], "", "")
        called = self.host(who) if rule in OF_HOSTS else self.intern(who)
        return ", ".join(filter(None, (called, self._week(more.get("week", "")))))

    def breach(self, finding: Finding) -> str:
        """Return who breaks a hard limit, and how."""
        entry = RULEBOOK[finding.rule]
        message = entry.message_da if self._lang == "da" else entry.message_en
        amount = len(finding.interns) if finding.rule == "capacity" else finding.amount
        told = message.format(amount=number(amount, self._lang), limit=self._limit(finding))
        if finding.key:
            who = self.row(finding.rule, finding.key)
        else:
            who = self._visit(finding.interns, finding.host, finding.week, "")
        return f"{who}: {told}." if who else f"{told[0].upper()}{told[1:]}."

    def _limit(self, finding: Finding) -> str:
        host = next((one for one in self._round.hosts if one.id == finding.host), None)
        if finding.rule == "capacity" and host is not None:
            return str(host.max) if host.min == host.max else f"{host.min}-{host.max}"
        intern = next((one for one in self._round.interns if one.id in finding.interns), None)
        return "" if intern is None or intern.max_km is None else number(intern.max_km, self._lang)

    def _visit(self, interns: tuple[str, ...], host: str, week: str, days: str) -> str:
        *before, last = map(self.intern, interns)
        who = self._words["and"].format(first=", ".join(before), last=last) if before else last
        at = self._words["at"].format(interns=who, host=self.host(host))
        return ", ".join(
            filter(None, (at, self._week(week), days and counted("days", int(days), self._lang)))
        )

    def _week(self, week: str) -> str:
        return self._words["week"].format(week=int(week[6:])) if week else ""
