"""The second writings of rules that developers have registered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.checker.option_rules import Measure
from innopraktik_match.checker.rows import Row, price_of
from innopraktik_match.domain.own_rules import own_rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from innopraktik_match.checker.facts import Facts
    from innopraktik_match.checker.rows import Key
    from innopraktik_match.domain.round import Host, Intern
    from innopraktik_match.domain.rulebook.criterion_settings import OwnVisit


def own_visit(facts: Facts, host: Host, interns: tuple[str, ...]) -> Measure:
    """Those who come together keep the rules about visits."""
    on = [one for one in facts.rules.own_visit.criteria if one.on]
    amounts = [own_amount(facts, one, host, interns) for one in on]
    points = sum(one.points * amount for one, amount in zip(on, amounts, strict=True))
    breach = any(one.hard and amount for one, amount in zip(on, amounts, strict=True))
    return Measure(sum(amounts), points, breach)


def own_amount(facts: Facts, one: OwnVisit, host: Host, interns: Iterable[str]) -> int:
    """Return what a rule about visits measures about some interns at a host."""
    return int(own_rule(one.rule).again(tuple(facts.interns[intern] for intern in sorted(interns)), host))


def own_round(facts: Facts, key: Key) -> Row | None:
    """At most so many places for each word."""
    for number, one in enumerate(facts.rules.own_round.criteria):
        if len(key) == 2 and key[0] == str(number) and key[1]:
            return Row(None, one.limit, price_of(facts, "own_round"))
    return None


def own_words(facts: Facts, intern: Intern, host: Host) -> Iterator[Key]:
    """The word of the pair by each rule."""
    for number, one in enumerate(facts.rules.own_round.criteria):
        word = str(own_rule(one.rule).again(intern, host))
        if word:
            yield str(number), word
