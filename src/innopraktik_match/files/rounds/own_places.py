"""Hosts that are probably an intern's own: a workplace that begins alike, or a contact who is that intern."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from innopraktik_match.domain.contacts import Card, same_people
from innopraktik_match.domain.issues import Issue
from innopraktik_match.domain.names import key
from innopraktik_match.files.rounds.entries import Entry
from innopraktik_match.files.settings.dialogue import Question
from innopraktik_match.texts.own_places import REASONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innopraktik_match.domain.issues import Severity
    from innopraktik_match.domain.policy import Policy
    from innopraktik_match.domain.round import Ban
    from innopraktik_match.domain.rulebook.settings import Mode
    from innopraktik_match.files.settings.dialogue import Dialogue

    Pair = tuple[Entry, Entry]

CONTACT: dict[Mode, str] = {"off": "contact_may_be_away", "soft": "contact_away", "hard": "contact_stays"}
"""What is said of an intern who is a host's contact, by the mode of the rule `host_present`."""
MOST_BANS = 100_000
"""Pairs of an intern and a host whose workplaces begin alike; more of them are told, and not banned."""
MOST_NAMED = 4
"""Workplaces that a question names."""
_DEPARTMENT = re.compile(r"\s*(?:[,;:/(]|\s[-–]\s)")


def keep_from_own(
    entries: dict[str, list[Entry]], policy: Policy, dialogue: Dialogue, issues: list[Issue]
) -> None:
    """Ban interns from hosts that are probably their own, until somebody says otherwise; all are told.

    Pairs that are banned or locked already are left alone. A host without a workplace that is called as that
    of an intern has its name for it.

    Parameters
    ----------
    entries : dict
        Table -> its rows, words turned into ids; takes the bans.
    policy : Policy
    dialogue : Dialogue
    issues : list of Issue
        Takes what was found.
    """
    settled = {_ids(entry) for kind in ("bans", "locks") for entry in entries[kind]}
    _named_as_workplaces(entries["interns"], entries["hosts"], issues)
    for pair in _contacts(entries["interns"], entries["hosts"]):
        if _ban(pair, "contact", entries, settled):
            mode = policy.rules.host_present.mode
            severity: Severity = "info" if mode == "hard" else "warning"
            issues.append(Issue(CONTACT[mode], severity, (pair[0].place, pair[1].at("contact"))))
    if not policy.rules.own_workplace.hard:
        return
    alike: dict[str, list[Pair]] = defaultdict(list)
    for intern, host in _departments(entries["interns"], entries["hosts"]):
        alike[_whole(_said(intern, "workplace"))].append((intern, host))
    many = sum(map(len, alike.values())) > MOST_BANS
    for whole, pairs in alike.items():
        answer = None if many else dialogue.ask(_question(whole, pairs), issues)
        if answer == "no":
            continue
        open_pairs = [pair for pair in pairs if many or _ban(pair, "workplace", entries, settled)]
        if open_pairs and answer is None:
            places = dict.fromkeys(entry.at("workplace") for pair in open_pairs for entry in pair)
            code = "workplaces_alike" if many else "workplace_nearly_same"
            issues.append(Issue(code, "warning", tuple(places)))


def found_by_us(ban: Ban) -> bool:
    """Whether a ban stands there because a pair is probably one's own."""
    return ban.reason in REASONS.values()


def _question(whole: str, pairs: list[Pair]) -> Question:
    """Return the question about all that begin with the name of one organisation."""
    written = {_said(one, "workplace"): str(one.values["workplace"]) for pair in pairs for one in pair}
    names = list(written.values())
    words = {"names": ", ".join(f"»{name}«" for name in names[:MOST_NAMED]), "more": len(names) - MOST_NAMED}
    kind = "same_workplace" if len(names) <= MOST_NAMED else "same_workplaces"
    return Question("same_workplace", "interns", whole, "workplace", words, wording=kind)


def _ids(entry: Entry) -> tuple[object, object]:
    return entry.values.get("intern"), entry.values.get("host")


def _ban(pair: Pair, why: str, entries: dict[str, list[Entry]], settled: set[tuple[object, object]]) -> bool:
    """Ban a pair, and return whether it was open."""
    intern, host = pair
    ban = Entry(
        {"intern": intern.values["id"], "host": host.values["id"], "reason": REASONS[why]}, intern.place
    )
    if _ids(ban) in settled:
        return False
    settled.add(_ids(ban))
    entries["bans"].append(ban)
    return True


def _named_as_workplaces(interns: list[Entry], hosts: list[Entry], issues: list[Issue]) -> None:
    """Give hosts that are called as an intern's workplace, or begin alike, that workplace."""
    wholes = {_whole(word) for intern in interns if (word := _said(intern, "workplace"))}
    named = [
        host
        for host in hosts
        if not _said(host, "workplace") and (word := _said(host, "name")) and _whole(word) in wholes
    ]
    for host in named:
        host.values["workplace"], host.places["workplace"] = host.values["name"], host.at("name")
    if named:
        issues.append(Issue("workplace_by_name", "info", tuple(host.at("name") for host in named)))


def _contacts(interns: list[Entry], hosts: list[Entry]) -> Iterator[Pair]:
    """Yield each intern with the hosts whose contact that is."""
    who = [_card(intern, "name") for intern in interns]
    for intern, host in same_people(who, [_card(host, "contact") for host in hosts]):
        yield interns[intern], hosts[host]


def _card(entry: Entry, called: str) -> Card:
    name, email, workplace = (_said(entry, field) for field in (called, "email", "workplace"))
    return Card(name, email, workplace)


def _departments(interns: list[Entry], hosts: list[Entry]) -> Iterator[Pair]:
    """Yield each intern with the hosts whose workplace begins alike and is written differently."""
    by_whole: dict[str, list[Entry]] = defaultdict(list)
    for host in hosts:
        if word := _said(host, "workplace"):
            by_whole[_whole(word)].append(host)
    for intern in interns:
        word = _said(intern, "workplace")
        for host in by_whole.get(_whole(word), ()) if word else ():
            if _said(host, "workplace") != word:
                yield intern, host


def _whole(workplace: str) -> str:
    """Return the name before a department."""
    return _DEPARTMENT.split(workplace)[0]


def _said(entry: Entry, field: str) -> str:
    return key(str(entry.values.get(field) or ""))
