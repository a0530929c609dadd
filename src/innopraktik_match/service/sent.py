"""What a client sent -> round, plan and options, or everything that is wrong with them."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from innopraktik_match.domain.issues import Issue, Place, RoundError, nearest
from innopraktik_match.domain.round import Round
from innopraktik_match.files import read_files
from innopraktik_match.files.raw.json_data import read_json
from innopraktik_match.files.rounds.plan_source import PlanSource
from innopraktik_match.files.rounds.plans import sound_plan
from innopraktik_match.files.values.codes import issues_of
from innopraktik_match.service.options import NEED_PLAN, OPTIONS

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.files.rounds.reading import Reading

KEYS = ("round", "plan", "options")
BODY = "body"
OF_ROUNDS = ("interns", "hosts")


@dataclass(frozen=True)
class Sent:
    """The body of a request, as it came.

    Attributes
    ----------
    whole : bytes or None
        The JSON, where that was sent; else files, plan and options were.
    files : tuple of (str, bytes)
        Names and contents.
    plan : (str, bytes) or None
    options : bytes or None
        JSON.
    lang : {"da", "en"}
        What the client would like to read.
    """

    whole: bytes | None = None
    files: tuple[tuple[str, bytes], ...] = ()
    plan: tuple[str, bytes] | None = None
    options: bytes | None = None
    lang: Lang = "da"


class Named(io.BytesIO):
    """A file without a path."""

    def __init__(self, name: str, data: bytes) -> None:
        super().__init__(data)
        self.name = name


class Asked:
    """A question with its round and plan.

    Parameters
    ----------
    question : str
    sent : Sent

    Raises
    ------
    RoundError
        The body is not what it should be.
    """

    def __init__(self, question: str, sent: Sent) -> None:
        if sent.whole is not None:
            sent = _taken_apart(sent)
        given: Any = {} if sent.options is None else _json(sent.options, "options")
        issues: list[Issue] = []
        if not sent.files:
            issues.append(_missing("round"))
        if sent.plan is None and question in NEED_PLAN:
            issues.append(_missing("plan"))
        try:
            self.options: Any = OPTIONS[question].model_validate({} if given is None else given)
        except ValidationError as error:
            raise RoundError([*issues, *issues_of(error, "options")]) from None
        if issues:
            raise RoundError(issues)
        self.lang: Lang = self.options.lang or sent.lang
        self._sent = sent

    def reading(self, after: Plan | None = None) -> Reading:
        """Return how the round was read."""
        files = (Named(name, data) for name, data in self._sent.files)
        how = {name: getattr(self.options, name) for name in ("policy", "preset", "year", "encoding")}
        return read_files(*files, **how, after=after)

    def sound_round(self, after: Plan | None = None) -> tuple[Round, list[Issue]]:
        """Return the round and its warnings; raise RoundError where it has errors."""
        reading = self.reading(after)
        if reading.round is None or not reading.sound:
            raise RoundError(reading.issues)
        return reading.round, reading.issues

    def round_and_plan(self) -> tuple[Round, Plan]:
        """Return the round and a plan for it; some may have gone since the plan that it was made from."""
        whole = self._whole_plan
        replanned = whole if whole is not None and whole.replanned is not None else None
        round, _ = self.sound_round(after=replanned)
        untouched = self._untouched(round)
        return round, sound_plan(self._source, round) if untouched is None else untouched

    def round_and_earlier(self) -> tuple[Round, Plan]:
        """Return the round as it is now, and an earlier plan, which may name people who have gone."""
        from innopraktik_match.report.earlier import EarlierPlan

        earlier = EarlierPlan(self._source)
        round, _ = self.sound_round(after=earlier.named)
        return round, earlier.read(round)

    @property
    def _is_workbook(self) -> bool:
        return self._source.is_workbook

    @cached_property
    def _whole_plan(self) -> Plan | None:
        """The plan that a workbook of ours carries, or that JSON is."""
        from innopraktik_match.report.edits import plan_within

        if self._is_workbook:
            return plan_within(self._source)
        try:
            return sound_plan(self._source, Round(), earlier=True)
        except RoundError:  # told in its turn, after what is wrong with the round
            return None

    def _untouched(self, round: Round) -> Plan | None:
        """Return the plan of a workbook of ours in which nothing was changed."""
        from innopraktik_match.report.edits import carried_plan

        if not self._is_workbook:
            return None
        carried = carried_plan(self._source, round)
        return None if carried is None or carried.edits else carried.plan

    @cached_property
    def _source(self) -> PlanSource:
        assert self._sent.plan is not None  # else the question was refused
        return PlanSource(Named(*self._sent.plan))


def _taken_apart(sent: Sent) -> Sent:
    """Return the parts of a JSON body as if they had been files."""
    body = _json(sent.whole or b"", BODY)
    if not isinstance(body, dict):
        raise RoundError([Issue("not_object", places=(Place(file=BODY),))])
    if "round" not in body and any(name in body for name in OF_ROUNDS):
        body = {"round": body}
    unknown = [
        Issue("key_unknown", places=(Place(file=BODY),), values={"key": name, **nearest(name, KEYS)})
        for name in body
        if name not in KEYS
    ]
    if unknown:
        raise RoundError(unknown)
    parts = {name: json.dumps(one).encode() for name, one in body.items() if one is not None}
    return Sent(
        files=(("round.json", parts["round"]),) if "round" in parts else (),
        plan=("plan.json", parts["plan"]) if "plan" in parts else None,
        options=parts.get("options"),
        lang=sent.lang,
    )


def _json(data: bytes, name: str) -> Any:
    content, issues = read_json(data, name)
    if issues:
        raise RoundError(issues)
    return content


def _missing(name: str) -> Issue:
    return Issue("field_missing", places=(Place(file=BODY),), values={"key": name, "column": name})
