"""The line of plans in a folder: which was made from which, what happened between, who moved."""

from __future__ import annotations

import zipfile
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from innopraktik_match.domain.replanned import Replanned
from innopraktik_match.files.rounds.embedded import embedded
from innopraktik_match.texts.names import with_gone
from innopraktik_match.texts.numbers import number
from innopraktik_match.texts.report import STATUS, said
from innopraktik_match.texts.trail import EVENTS, MOVES, WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.plan import Plan

ENDINGS = (".json", ".xlsx")
MOST_NAMED = 12
STARTS_LIKE = b'"visits"'


@dataclass(frozen=True)
class Step:
    """A plan of a folder.

    Attributes
    ----------
    plan : Plan
    files : tuple of str
        The files that hold it.
    made : str
        When it was made, or else when the oldest of the files was written; ISO 8601.
    depth : int
        How many plans of the folder came before it in its line.
    """

    plan: Plan
    files: tuple[str, ...]
    made: str
    depth: int


def plans_in(folder: Path) -> tuple[Step, ...]:
    """Return the plans of a folder, each after the one that it was made from."""
    found: dict[str, tuple[Plan, list[Path]]] = {}
    for path in sorted(folder.iterdir()):
        plan = sealed_plan(path)
        if plan is not None:
            found.setdefault(_sha(plan), (plan, []))[1].append(path)
    made = {sha: _made(plan, files) for sha, (plan, files) in found.items()}
    children: dict[str, list[str]] = {}
    for sha, (plan, _) in found.items():
        children.setdefault(plan.ancestor if plan.ancestor in found else "", []).append(sha)

    def line(sha: str, depth: int) -> Iterator[Step]:
        plan, files = found[sha]
        yield Step(plan, tuple(path.name for path in files), made[sha], depth)
        for child in sorted(children.get(sha, ()), key=lambda one: made[one]):
            yield from line(child, depth + 1)

    roots = sorted(children.get("", ()), key=lambda one: made[one])
    return tuple(step for root in roots for step in line(root, 0))


def file_of(sha: str, folders: Iterable[Path]) -> Path | None:
    """Return the first file of some folders that holds the plan with a SHA-256; None where none does."""
    for folder in folders:
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            plan = sealed_plan(path)
            if plan is not None and _sha(plan) == sha:
                return path
    return None


def sealed_plan(path: Path) -> Plan | None:
    """Return the plan that a file of ours holds; None where it holds none."""
    from pydantic import ValidationError

    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.files.raw.inputs import read_bytes, read_tables

    if not looks_like_plan(path):
        return None
    data, _ = read_bytes(path)
    if data is None:
        return None
    if path.suffix.lower() == ".xlsx":
        whole = embedded(read_tables(data, path.name)[0])
        return None if whole is None else whole[0]
    try:
        plan = Plan.model_validate_json(data)
    except (ValidationError, ValueError):
        return None
    return plan if plan.sha256 or plan.ancestor else None


def looks_like_plan(path: Path) -> bool:
    """Whether a file may hold a plan of ours, without reading it whole."""
    from innopraktik_match.texts.workbook import SHEETS

    try:
        if path.suffix.lower() == ".json" and path.is_file():
            return STARTS_LIKE in path.read_bytes() and b'"sha256"' in path.read_bytes()
        if path.suffix.lower() == ".xlsx" and zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as book:
                names = book.read("xl/workbook.xml").decode("utf-8", "replace")
            return any(f'name="{name}"' in names for name in SHEETS["proof"])
    except (OSError, KeyError, zipfile.BadZipFile):
        return False
    return False


def trail_lines(steps: Iterable[Step], lang: Lang) -> list[str]:
    """Return the line of plans in words."""
    words, lines = WORDS[lang], []
    shas = {_sha(step.plan): step for step in steps}
    for n, step in enumerate(shas.values(), 1):
        plan = step.plan
        inset = "  " * step.depth
        placed = next((aim.value for aim in plan.aims if aim.aim == "placed"), None)
        told = words["plan"].format(
            number=number(n, lang),
            made=_date(step.made, lang),
            files=", ".join(step.files),
            placed="" if placed is None else words["placed"].format(count=number(placed, lang)),
            status=said(STATUS[plan.status], lang),
        )
        lines.append(inset + told)
        if plan.ancestor:
            before = shas.get(plan.ancestor)
            lines.append(f"{inset}   " + _after(plan, before, lang))
            lines += [f"{inset}   {line}" for line in _happened(plan, lang)]
    return lines or [words["none"]]


def plain_trail(steps: Iterable[Step]) -> list[dict[str, Any]]:
    """Return the line of plans as plain data."""
    return [
        {
            "files": list(step.files),
            "made": step.made,
            "sha256": _sha(step.plan),
            "ancestor": step.plan.ancestor or None,
            "status": step.plan.status,
            "aims": [aim.model_dump(mode="json") for aim in step.plan.aims],
            "events": [
                event.model_dump(mode="json")
                for event in (step.plan.replanned.events if step.plan.replanned else ())
            ],
            "changes": [change.model_dump(mode="json") for change in step.plan.changes or ()],
        }
        for step in steps
    ]


def _sha(plan: Plan) -> str:
    """Return what a plan made from this one calls it."""
    return plan.sha256 or plan.content_sha256()


def _made(plan: Plan, files: list[Path]) -> str:
    if plan.made:
        return plan.made
    oldest = min(path.stat().st_mtime for path in files)
    return datetime.fromtimestamp(oldest).astimezone().isoformat(timespec="minutes")


def _date(made: str, lang: Lang) -> str:
    """Return a moment as people write it; what cannot be read stays as it is."""
    try:
        when = datetime.fromisoformat(made)
    except ValueError:
        return made
    return f"{when:%d.%m.%Y %H.%M}" if lang == "da" else f"{when:%Y-%m-%d %H:%M}"


def _after(plan: Plan, before: Step | None, lang: Lang) -> str:
    words = WORDS[lang]
    if before is None:
        return words["lost"].format(sha=plan.ancestor[:12])
    return words["after"].format(files=", ".join(before.files))


def _happened(plan: Plan, lang: Lang) -> Iterator[str]:
    """Yield what happened since the plan before, and who moved."""
    words = WORDS[lang]
    terms = plan.replanned or Replanned()
    interns, hosts = with_gone((), terms.intern_names), with_gone((), terms.host_names)
    events = terms.events

    def who(intern: str | None, host: str | None = None) -> str:
        called = interns.get(intern or "", intern), hosts.get(host or "", host)
        return " – ".join(filter(None, called))

    for what, names in EVENTS.items():
        some = [event for event in events if event.what == what]
        if some:
            yield f"{said(names, lang)}: {_listed([who(one.intern, one.host) for one in some], lang)}"
    count = Counter("moved" if one.before and one.after else one.why for one in plan.changes or ())
    for kind, names in MOVES.items():
        if count[kind]:
            some_ids = [
                who(one.intern)
                for one in plan.changes or ()
                if ("moved" if one.before and one.after else one.why) == kind
            ]
            yield f"{said(names, lang)}: {_listed(some_ids, lang)}"
    if not plan.changes:
        yield words["nothing"]


def _listed(some: list[str], lang: Lang) -> str:
    more = len(some) - MOST_NAMED
    told = ", ".join(some[:MOST_NAMED])
    return told + (WORDS[lang]["more"].format(count=number(more, lang)) if more > 0 else "")
