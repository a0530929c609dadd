"""The commands `archive` and `remember`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from innopraktik_match.cli.codes import Code
from innopraktik_match.cli.console import console, refuse_out
from innopraktik_match.cli.options import (
    Encoding,
    Force,
    Inputs,
    Json,
    Lang,
    Language,
    PolicyFile,
    Preset,
    Quiet,
    Year,
)
from innopraktik_match.cli.solving import read_round
from innopraktik_match.engine.interruption import noting_ctrl_c

if TYPE_CHECKING:
    from innopraktik_match.cli.console import Console
    from innopraktik_match.domain.round import Round
    from innopraktik_match.years.remembering import Remembered

Key = Annotated[Path | None, typer.Option("--key")]
EarlierFiles = Annotated[list[Path], typer.Argument()]


def archive(
    earlier_files: EarlierFiles,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="ARCHIVE.xlsx")],
    key: Key = None,
    forget: Annotated[list[str] | None, typer.Option("--forget")] = None,
    keep: Annotated[int, typer.Option("--keep", min=1, max=100)] = 5,
    lang: Lang = Language.da,
    as_json: Json = False,
    quiet: Quiet = False,
    force: Force = False,
) -> None:
    """Keep earlier rounds in one workbook, by name or by token."""
    from innopraktik_match.files.out.saving import save
    from innopraktik_match.texts.years import ARCHIVED, KEY_MADE
    from innopraktik_match.years.archive import (
        all_rows,
        archive_of,
        archive_workbook,
        kept_lines,
        make_key,
        read_key,
    )
    from innopraktik_match.years.earlier_files import read_earlier

    with console(lang, as_json, quiet) as told:
        extends = out in earlier_files  # an archive may be extended in place
        inputs = [one for one in earlier_files if one != out]
        refuse_out(told, out, [*inputs, key], (".xlsx",), force=force)
        rows, issues = read_earlier(earlier_files)
        made = key is not None and not key.exists()
        secret = None if key is None else make_key(key) if made else read_key(key)
        kept = archive_of(rows, secret=secret, forget=forget or (), years=keep)
        with noting_ctrl_c():
            save(out, archive_workbook(kept, out.name, keep, told.lang))
            visits, away = all_rows(kept.rows)
            years = [one.year for one in kept.rows if one.year is not None]
            counts = {
                "visits": visits,
                "turned_away": away,
                "first": min(years, default=None),
                "last": max(years, default=None),
                "forgotten": kept.forgotten,
                "faded": kept.faded,
            }
            told.data({**counts, "years": keep, "extended": extends})
            told.warnings(issues)
            told.say(ARCHIVED[told.lang].format(years=keep, **counts))
            told.say("", *kept_lines(kept, out.name, keep, told.lang), "")
            if made:
                told.say(KEY_MADE[told.lang].format(path=key))
            told.say(told.word("written", path=out))
            raise typer.Exit(Code.DONE)


def remember(
    inputs: Inputs,
    earlier: Annotated[list[Path], typer.Option("--earlier")],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="ROUND.xlsx")],
    key: Key = None,
    policy: PolicyFile = None,
    preset: Preset = None,
    year: Year = None,
    encoding: Encoding = None,
    lang: Lang = Language.da,
    as_json: Json = False,
    quiet: Quiet = False,
    force: Force = False,
) -> None:
    """Write a round with what earlier rounds tell about its people and workplaces."""
    import innopraktik_match as im
    from innopraktik_match.years.archive import read_key
    from innopraktik_match.years.earlier_files import read_earlier
    from innopraktik_match.years.remembering import remember as remembered

    with console(lang, as_json, quiet) as told:
        refuse_out(told, out, [*inputs, *earlier, policy, key], (".xlsx", ".json"), force=force)
        round = read_round(told, inputs, policy, preset, year, encoding)
        rows, issues = read_earlier(earlier)
        found = remembered(round, rows, None if key is None else read_key(key))
        whole, on = _switched_on(found.round)
        with noting_ctrl_c():
            im.write_round(whole, out, told.lang)
            told.warnings(issues)
            _tell(told, found, whole, on)
            told.say(told.word("written", path=out))
            raise typer.Exit(Code.DONE)


def _switched_on(round: Round) -> tuple[Round, bool]:
    """Return the round, in the standard policy with the rule about workplaces switched on."""
    rules = round.policy.rules
    standard = round.policy.preset == "standard"
    if not standard or rules.new_workplaces.on or not round.relations:
        return round, False
    on = rules.new_workplaces.model_copy(update={"mode": "soft"})
    policy = round.policy.model_copy(update={"rules": rules.model_copy(update={"new_workplaces": on})})
    return round.model_copy(update={"policy": policy}), True


def _tell(told: Console, found: Remembered, round: Round, on: bool) -> None:
    from innopraktik_match.texts.report import promise
    from innopraktik_match.texts.years import REMEMBERED

    words = REMEMBERED[told.lang]
    sectors = {
        frozenset((one.sector, one.host_sector)) for one in round.relations if one.sector and one.host_sector
    }
    counts = {
        "rows": found.rows,
        "people": found.people,
        "interns": len(round.interns),
        "visits": len(round.history),
        "links": sum(1 for one in round.relations if one.workplace and one.host_workplace),
        "sectors": len(sectors),
        "first": sum(1 for one in round.interns if one.priority),
        "undated": found.undated,
        "unclear": found.unclear,
    }
    told.data({**counts, "switched_on": ["new_workplaces"] if on else []})
    told.say(*(words[name].format(**counts) for name in ("rows", "known", "links")))
    if counts["first"]:
        told.say(words["priority"].format(**counts))
    if found.undated:
        told.say(words["undated"].format(count=found.undated))
    if found.unclear:
        told.say(words["unclear"].format(count=found.unclear))
    if on:
        rule = round.policy.rules.new_workplaces
        told.say(
            words["on"].format(
                rule=promise("new_workplaces", told.lang).rstrip("."), points=rule.points, years=rule.years
            )
        )
