"""Hosts whose contact is an intern too, from docs/model.md."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.domain.names import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from innopraktik_match.domain.round import Host, Intern, Round


def contact_pairs(round: Round) -> Iterator[tuple[str, str]]:
    """Yield each intern who is a host's contact, with that host."""
    by_email = _grouped((_word(intern.email), intern) for intern in round.interns)
    by_desk = _grouped((_desk(intern.name, intern.workplace), intern) for intern in round.interns)
    for host in round.hosts:
        ways = _same_email(host, by_email.get(_word(host.email), []))
        ways.append(by_desk.get(_desk(host.contact, host.workplace), []))
        yield from {(way[0].id, host.id) for way in ways if len(way) == 1}


def _same_email(host: Host, alike: list[Intern]) -> list[list[Intern]]:
    """Return those with the host's e-mail, by what their name says."""
    contact = _word(host.contact)
    if not contact:
        return [alike]
    return [[intern for intern in alike if _word(intern.name) == name] for name in (contact, "")]


def _grouped(found: Iterable[tuple[str, Intern]]) -> dict[str, list[Intern]]:
    """Return the interns by a word; those without it are in no group."""
    groups: dict[str, list[Intern]] = {}
    for word, intern in found:
        if word:
            groups.setdefault(word, []).append(intern)
    return groups


def _desk(name: str | None, workplace: str | None) -> str:
    """Return a name and a workplace as one word; none where either is unknown."""
    return f"{_word(name)}\n{_word(workplace)}" if _word(name) and _word(workplace) else ""


def _word(given: str | None) -> str:
    return key(given or "")
