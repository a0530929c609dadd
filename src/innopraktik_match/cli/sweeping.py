"""The command `sweep`."""

from __future__ import annotations

from collections import Counter
from contextlib import ExitStack, contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, NoReturn

import typer

from innopraktik_match.cli.codes import Code
from innopraktik_match.cli.console import Console, console, refuse_out
from innopraktik_match.cli.options import (
    Encoding,
    Force,
    Gap,
    Inputs,
    Json,
    Lang,
    Language,
    MemoryLimit,
    Quiet,
    TimeLimit,
    Workers,
    Year,
)
from innopraktik_match.texts.numbers import number
from innopraktik_match.texts.sweep import SWEEP

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from concurrent.futures import Executor

    from innopraktik_match.domain.language import Lang as LangName
    from innopraktik_match.many.sweeping import Sweeping

MOST_NAMED = 3


class _Progress(NamedTuple):
    done: int
    all: int

    def text(self, lang: LangName = "en") -> str:
        return _word(lang, "progress", done=self.done, all=self.all)


def sweep(
    scenarios: Annotated[Path, typer.Argument()],
    inputs: Inputs,
    table: Annotated[Path, typer.Option("--out", "-o")],
    parquet: Annotated[Path | None, typer.Option()] = None,
    plot: Annotated[Path | None, typer.Option()] = None,
    resume: Annotated[bool, typer.Option("--resume")] = False,
    time_limit: TimeLimit = None,
    gap: Gap = 0.0,
    workers: Workers = None,
    cluster: Annotated[str | None, typer.Option()] = None,
    memory_limit: MemoryLimit = None,
    year: Year = None,
    encoding: Encoding = None,
    lang: Lang = Language.da,
    as_json: Json = False,
    quiet: Quiet = False,
    force: Force = False,
) -> None:
    """Solve a round under many scenarios, and write a table of what came of them."""
    from innopraktik_match.many.child import load_once
    from innopraktik_match.many.scenario_file import read_rounds, read_sweep
    from innopraktik_match.many.sweeping import Sweeping

    with console(lang, as_json, quiet) as told, ExitStack() as open_:
        if table.exists() and not (resume or force):
            _leave(told, Code.OUTPUT, "out_exists", path=table)
        refuse_out(told, table, [scenarios, *inputs], (".csv",), force=True)
        for also, ending in ((parquet, ".parquet"), (plot, ".svg")):
            if also is not None:
                refuse_out(told, also, [scenarios, *inputs], (ending,), force=resume or force)
        if parquet is not None and find_spec("pyarrow") is None:
            _leave(told, Code.USAGE, "parquet_not_installed")
        asked = read_sweep(scenarios)
        rounds, issues = read_rounds(asked, inputs, year, encoding)
        told.warnings(issues)
        sweeping = Sweeping(asked, rounds, table)
        executor = None if cluster is None else open_.enter_context(_cluster(told, cluster))
        if not sweeping.begin(resume and not force):
            _leave(told, Code.OUTPUT, "other_sweep", path=table)
        how = {"time_limit": time_limit, "gap": gap, "workers": 1, "memory_limit": memory_limit}
        load_once()
        try:
            for _ in sweeping.run(executor, workers, how):
                told.progress(_Progress(len(sweeping.rows), len(sweeping.scenarios)))  # type: ignore[arg-type]
        except KeyboardInterrupt:
            told.end_progress()
            counts = {"done": len(sweeping.rows), "all": len(sweeping.scenarios)}
            _leave(told, Code.NOT_PROVEN, "stopped", path=table, **counts)
        told.end_progress()
        _summarise(told, sweeping)
        _write_also(told, sweeping, parquet, plot)
        told.say(told.word("written", path=table))
        proven = all(row.get("proven") == "true" for row in sweeping.rows.values())
        raise typer.Exit(Code.DONE if proven else Code.NOT_PROVEN)


@contextmanager
def _cluster(told: Console, address: str) -> Iterator[Executor]:
    """Open the executor of a cluster, or say what is lacking."""
    from innopraktik_match.many.cluster import cluster, missing_packages

    missing = missing_packages()
    if missing:
        _leave(told, Code.USAGE, "cluster_not_installed", names=", ".join(missing))
    with ExitStack() as open_:
        try:
            executor = open_.enter_context(cluster(address))
        except (OSError, ValueError):
            _leave(told, Code.USAGE, "no_cluster", address=address)
        yield executor


def _write_also(told: Console, sweeping: Sweeping, parquet: Path | None, plot: Path | None) -> None:
    """Write the table in another form, and as a picture."""
    from innopraktik_match.files.out.saving import save
    from innopraktik_match.many import plot as plots
    from innopraktik_match.many import table

    rows = [sweeping.rows[one] for one in sweeping.scenarios]
    if parquet is not None:
        save(parquet, table.parquet(sweeping.columns, rows))
        told.say(told.word("written", path=parquet))
    if plot is not None:
        save(plot, plots.sweep_svg(rows, sweeping.aims, told.lang).encode())
        told.say(told.word("written", path=plot))


def _summarise(told: Console, sweeping: Sweeping) -> None:
    """Print how many have an answer, and which scenario is best in what."""
    from innopraktik_match.many.table import LOST, best

    rows = [sweeping.rows[one] for one in sweeping.scenarios]
    status = Counter(row["status"] for row in rows)
    told.say(
        _word(
            told.lang,
            "done",
            all=len(rows),
            proven=status["optimal"],
            infeasible=status["infeasible"],
            open=sum(status[name] for name in ("unknown", "error", LOST)),
        )
    )
    if sweeping.issues:
        told.issues(sweeping.issues)
    found: dict[str, dict[str, list[str]]] = {}
    for people in sweeping.sweep.people:
        among = [row for row in rows if row["people"] == people]
        tops = best(among, sweeping.aims)
        found[people] = {aim: [row["scenario"] for row in top] for aim, top in tops.items()}
        if len(sweeping.sweep.people) > 1:
            told.say("", _word(told.lang, "among", people=people))
        for aim, top in tops.items():
            _tell_best(told, aim, top, everywhere=1 < len(top) == len(among))
    if status[LOST]:
        told.tell(_word(told.lang, "lost", lost=status[LOST]))
    told.data({"scenarios": rows, "best": found})


def _tell_best(told: Console, aim: str, top: list[Mapping[str, Any]], everywhere: bool) -> None:
    from innopraktik_match.texts.report import AIMS, said

    value = number(int(top[0][aim]), told.lang)
    named = {"aim": said(AIMS[aim], told.lang), "value": value}
    if everywhere:
        told.say(_word(told.lang, "everywhere", **named))
        return
    told.say(_word(told.lang, "best", **named))
    told.say(*(_word(told.lang, "where", **row) for row in top[:MOST_NAMED]))
    if len(top) > MOST_NAMED:
        told.say(_word(told.lang, "more", count=len(top) - MOST_NAMED))


def _word(lang: LangName, key: str, **values: object) -> str:
    return SWEEP[lang][key].format(**values)


def _leave(told: Console, code: Code, key: str, **values: object) -> NoReturn:
    told.tell(_word(told.lang, key, **values))
    raise typer.Exit(code)
