"""What the prices of a proof are worth: the bound added up again, the visits within the gap listed again."""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

from innopraktik_match.checker.draws import Draws
from innopraktik_match.checker.groups import (
    Item,
    Judge,
    Unit,
    cheapest_possible,
    groups_within,
    least_group,
)
from innopraktik_match.checker.option_rules import Facts, dates, duration, measure_option
from innopraktik_match.checker.round_rules import (
    PEAK,
    ROUND_RULES,
    Key,
    Row,
    lock_agrees,
    locks_of,
    stay_loads,
    weeks_taken,
)
from innopraktik_match.checker.visit_rules import VISIT_RULES, measure_visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innopraktik_match.plan import Price
    from innopraktik_match.round import Host

MOST = ("placed", "priority", "visits")


class Stage(NamedTuple):
    """What a proof speaks about.

    Attributes
    ----------
    aim : str
        The aim; "legal" for the stages that ask only for a legal plan.
    reached : dict
        Costs of the aims before.
    level : int or None
        Options with more points are left out.
    elastic : bool
        Whether demands (and, where a level is set, the aims before) may be missed at cost 1.
    """

    aim: str
    reached: dict[str, int]
    level: int | None = None
    elastic: bool = False


class Bound:
    """A stage under given prices.

    Parameters
    ----------
    f : Facts
    stage : Stage
    prices : sequence of Price
    scale : int
        Prices are in 1/scale.
    """

    def __init__(self, f: Facts, stage: Stage, prices: tuple[Price, ...], scale: int) -> None:
        self.f = f
        self.stage = stage
        self.scale = scale
        self.draws = Draws(f.round)
        self.price: dict[tuple[str, Key], int] = {(p.rule, p.key): p.price for p in prices}
        self.repeated = len(self.price) < len(prices)
        self.keyed_pairs = any(rule == PEAK or "host" in key[1:2] for rule, key in self.price)
        self.keyed_weeks = {
            key[0] for rule, key in self.price if rule == "intern_visits" and key[1:2] == ("week",)
        }
        self._judged: dict[Unit, int | None] = {}
        self._rows, self._person = cache(self._rows_), cache(self._person_)
        self._slot, self._host_days = cache(self._slot_), cache(self._host_days_)
        points = self.price.get(("aims", ("points",)), 0)
        self.per_point = (scale if stage.aim == "points" else 0) - points

    # -- are they prices at all -------------------------------------------------------------

    def invalid(self) -> list[str]:
        """Return what is wrong with the prices: unknown rows, wrong signs, misses below their price."""
        wrong = ["a row is priced twice"] if self.repeated else []
        peak = 0
        for (rule, key), price in self.price.items():
            row = self._row(rule, key)
            if row is None or (row.lower if price > 0 else row.upper) is None:
                wrong.append(f"{rule} {list(key)}")
                continue
            if rule == PEAK:
                peak -= price
                continue
            cost = self._cost_of_missing(rule, row, price > 0)
            if cost is not None and abs(price) > cost:
                wrong.append(f"{rule} {list(key)}")
        if peak > self._worth(PEAK, self.f.rules.worst_off.points):
            wrong.append(PEAK)
        return wrong

    def _row(self, rule: str, key: Key) -> Row | None:
        """Return the row of that name, if the stage has it."""
        if rule == "aims":
            reached = self.stage.reached.get(key[0]) if len(key) == 1 else None
            return None if reached is None else Row(None, reached, None)
        if rule == PEAK:
            known = len(key) == 2 and key[0] in self.f.interns and key[1] in self.f.hosts
            return (
                Row(None, 0, self.f.rules.worst_off.points) if known and self.f.rules.worst_off.on else None
            )
        settings = getattr(self.f.rules, rule, None)
        if settings is None or not (settings.on or rule in self.f.round.aims):
            return None
        return self._rows(rule).get(key)

    def _rows_(self, rule: str) -> dict[Key, Row]:
        return dict(ROUND_RULES[rule](self.f)) if rule in ROUND_RULES else {}

    def _cost_of_missing(self, rule: str, row: Row, short: bool) -> int | None:
        """Return scale x the cost of one unit short of (or over) a row, None where it may not be."""
        if rule == "aims":
            return self.scale if self.stage.elastic and self.stage.level is not None else None
        if short and not row.lower:
            return None
        if row.points is None:
            return self.scale if self.stage.elastic and short else None
        return self._worth(rule, row.points)

    def _worth(self, rule: str, points: int) -> int:
        """Return scale x what a unit missed of a soft rule costs here, the aims before included."""
        worth = self.per_point * points - self.price.get(("aims", (rule,)), 0)
        return worth + (self.scale if self.stage.aim == rule else 0)

    # -- the bound --------------------------------------------------------------------------

    @cached_property
    def scaled_bound(self) -> int:
        """Return the sum that the prices prove."""
        total = 0
        for (rule, key), price in self.price.items():
            row = self._row(rule, key)
            limit = row and (row.lower if price > 0 else row.upper)
            total += price * (limit or 0)
        return total + sum(host.visits * self.least[host.id] for host in self.f.round.hosts)

    @cached_property
    def least(self) -> dict[str, int]:
        """Return min(0, the least reduced cost of any visit) of each host."""
        return {host.id: self._least(host) for host in self.f.round.hosts}

    def _least(self, host: Host) -> int:
        best = 0
        for _, _, base, items in self.places(host):
            if cheapest_possible([item[0] for item in items], base, host.max) < best:
                items.sort()
                best = least_group(items, base, host.min, host.max, self._judge(host), best)
        return best

    # -- the visits within the gap ----------------------------------------------------------

    def near(
        self, within: int, highest: int | None = None
    ) -> Iterator[tuple[str, str | None, int | None, Unit]]:
        """Yield every visit within the gap: (host, week, days, interns)."""
        for host in self.f.round.hosts:
            limit = within + self.least[host.id]
            for week, days, base, items in self.places(host):
                if cheapest_possible([item[0] for item in items], base, host.max) > limit:
                    continue
                if highest is not None:
                    items = [item for item in items if self._level(host, item[2], week, days) <= highest]
                items.sort()
                for members in groups_within(items, base, host.min, host.max, self._judge(host), limit):
                    yield host.id, week, days, members

    def near_options(self, within: int) -> int:
        """Return how many options can be in a visit within the gap, where no visit rule speaks."""
        count = 0
        for host in self.f.round.hosts:
            for _, _, base, items in self.places(host):
                if items:
                    lowest = min(items)[0]
                    others = lowest * ((host.max if lowest < 0 else host.min) - 1)
                    room = within + self.least[host.id] - base - others
                    count += sum(1 for item in items if item[0] <= room)
        return count

    @property
    def plain(self) -> bool:
        """Whether no visit rule speaks and nobody travels in a group."""
        speaks = any(getattr(self.f.rules, rule).on for rule in VISIT_RULES if rule.startswith("mixed"))
        return not speaks and all(len(unit) == 1 for unit in self.f.units.values())

    def _judge(self, host: Host) -> Judge:
        """Return what the visit rules add to the reduced cost of a group, None where they forbid it."""
        f, per_point, known = self.f, self.per_point, self._judged

        def judge(members: Unit) -> int | None:
            if members not in known:  # within the limits of capacity the host makes no difference
                words = measure_visit(f, host, members).values()
                breach = any(word.breach for word in words)
                known[members] = None if breach else sum(word.points for word in words)
            points = known[members]
            return None if points is None else per_point * points

        return judge

    # -- reduced costs ----------------------------------------------------------------------

    def places(self, host: Host) -> Iterator[tuple[str | None, int | None, int, list[Item]]]:
        """Yield each slot of a host with the visit's own reduced cost and its units' options."""
        f, lottery = self.f, self.stage.aim == "lottery"
        units = f.guest_units(host.id)
        pair = {intern: self._pair(intern, host) for members in units for intern in members}
        for slot in f.slots:
            week, days = slot.week, slot.days
            if (f.rules.dates.on and dates(f, host, week).breach) or (
                f.rules.duration.on and duration(f, host, days).breach
            ):
                continue
            host_days = self._host_days(host.id, days) if f.rules.duration.on else 0
            items = []
            for members in units:
                cost = 0
                for intern in members:
                    part = self._option(intern, host.id, pair[intern], week, days, host_days)
                    if part is None:
                        break
                    cost += part
                else:
                    items.append((cost, len(members), members))
            if items:
                base = -sum(
                    self.price.get((rule, key), 0) * load
                    for rule, key, load in stay_loads(f, (host, week, days))
                )
                base += self.scale * self.draws.place(host.id, week, days) if lottery else 0
                yield week, days, base, items

    def _option(
        self,
        intern: str,
        host: str,
        pair: tuple[int, int, int],
        week: str | None,
        days: int | None,
        host_days: int,
    ) -> int | None:
        """Return the reduced cost of one intern's part in a visit, None where it is left out."""
        late = self._slot(intern, week, days)
        if late is None:
            return None
        points = pair[0] + late[0] + host_days
        if self.stage.level is not None and points > self.stage.level:
            return None
        cost = pair[1] + pair[2] * points + late[1]
        if (intern, host) in self.f.locks:
            for lock in locks_of(self.f, intern, host):
                if lock_agrees(self.f, lock, week, days):
                    cost -= self.price.get(("lock", lock), 0)
        return cost

    def _pair(self, intern: str, host: Host) -> tuple[int, int, int]:
        """Return (points, reduced cost without points and slot, cost of a point) of a pair."""
        f, price = self.f, self.price
        cost = -self._person(intern)
        for number, members in enumerate(f.quotas):
            if (intern if f.rules.quota.limits[number].of == "interns" else host.id) in members:
                cost -= price.get(("quota", (str(number),)), 0)
        per_point = self.per_point
        if self.keyed_pairs:
            per_point -= price.get((PEAK, (intern, host.id)), 0)
            if f.interns[intern].visits > 1 and host.visits > 1:
                cost -= price.get(("intern_visits", (intern, "host", host.id)), 0)
        if self.stage.aim == "lottery":
            cost += self.scale * self.draws.pair(intern, host.id)
        return f.guests(host.id)[intern], cost, per_point

    def _person_(self, intern: str) -> int:
        price, person = self.price, self.f.interns[intern]
        total = price.get(("intern_visits", (intern,)), 0) + price.get(("placed", (intern,)), 0)
        total += price.get(("priority", (intern,)), 0) * person.priority
        return total + price.get(("visits", (intern,)), 0)

    def _slot_(self, intern: str, week: str | None, days: int | None) -> tuple[int, int] | None:
        """Return (points of the own length wish, price of the weeks taken up), None if it cannot be."""
        f, person = self.f, self.f.interns[intern]
        points = cost = 0
        if f.rules.dates.on and dates(f, person, week).breach:
            return None
        if f.rules.duration.on:
            word = duration(f, person, days)
            if word.breach:
                return None
            points = word.points
        if intern in self.keyed_weeks:
            for taken in weeks_taken(week, days):
                cost -= self.price.get(("intern_visits", (intern, "week", taken)), 0)
        return points, cost

    def _host_days_(self, host: str, days: int | None) -> int:
        return duration(self.f, self.f.hosts[host], days).points

    def _level(self, host: Host, unit: Unit, week: str | None, days: int | None) -> int:
        words = (measure_option(self.f, self.f.interns[i], host, week, days).values() for i in unit)
        return max(sum(word.points for word in found) for found in words)
