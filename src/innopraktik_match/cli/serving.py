"""The command `serve`."""

from __future__ import annotations

import json
import os
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from innopraktik_match.cli.codes import Code
from innopraktik_match.cli.console import Console, console
from innopraktik_match.cli.options import Above, Lang, Language, Quiet
from innopraktik_match.cli.streams import print_data
from innopraktik_match.engine.interruption import noting_ctrl_c
from innopraktik_match.texts.failures import failure
from innopraktik_match.texts.service import SERVE

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = "jobs.sqlite"


def serve(
    address: Annotated[str, typer.Option("--host")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535)] = 8787,
    data: Annotated[Path | None, typer.Option()] = None,
    token_file: Annotated[Path | None, typer.Option()] = None,
    allow_host: Annotated[list[str] | None, typer.Option()] = None,
    allow_origin: Annotated[list[str] | None, typer.Option()] = None,
    jobs: Annotated[int | None, typer.Option(min=1)] = None,
    job_time: Above = None,
    job_memory: Above = None,
    keep_hours: Above = None,
    most_mb: Annotated[int | None, typer.Option(min=1)] = None,
    rate: Annotated[int | None, typer.Option(min=1)] = None,
    lang: Lang = Language.da,
    quiet: Quiet = False,
) -> None:
    """Answer other programs over HTTP."""
    from innopraktik_match.service import missing_packages

    with console(lang, as_json=True, quiet=quiet) as told, ExitStack() as open_:
        missing = missing_packages()
        if missing:
            _leave(told, Code.USAGE, "not_installed", names=", ".join(missing))
        import sqlite3
        from tempfile import TemporaryDirectory

        from innopraktik_match.service.serving import bound, serve, url_of
        from innopraktik_match.service.settings import LOOPBACK, Settings

        tokens = _tokens(told, token_file) if token_file is not None else {}
        if address not in LOOPBACK and not tokens:
            _leave(told, Code.USAGE, "open_to_all", host=address)
        if data is None:
            data = Path(open_.enter_context(TemporaryDirectory())) / FILE
            told.say(_word(told, "kept_until_end"))
        chosen: dict[str, Any] = {
            "at_once": jobs,
            "job_s": job_time,
            "memory_gb": job_memory,
            "keep_s": None if keep_hours is None else keep_hours * 3600,
            "most_mb": most_mb,
            "rate": rate,
        }
        settings = Settings(
            data=data,
            tokens=tokens,
            hosts=(address, *(allow_host or ())),
            origins=tuple(allow_origin or ()),
            **{name: value for name, value in chosen.items() if value is not None},
        )
        try:
            listening = open_.enter_context(bound(address, port))
        except (OSError, OverflowError) as error:
            _leave(told, Code.OUTPUT, "port", port=port, host=address, why=_why(error, told))
        url = url_of(listening, address)

        def ready() -> None:
            print_data(json.dumps({"url": url, "pid": os.getpid()}))
            told.say(_word(told, "ready", url=url))

        try:
            with noting_ctrl_c():
                serve(settings, listening, ready)
        except (sqlite3.Error, OSError) as error:
            _leave(told, Code.OUTPUT, "data", path=data, why=_why(error, told))
        told.say(_word(told, "stopped"))
        raise typer.Exit(Code.DONE)


def _tokens(told: Console, path: Path) -> Mapping[str, str]:
    from innopraktik_match.service.settings import LEAST_TOKEN, read_tokens

    try:
        tokens = read_tokens(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        _leave(told, Code.INPUT, "unreadable", path=path, why=_why(error, told))
    if not tokens:
        _leave(told, Code.INPUT, "no_tokens", path=path, least=LEAST_TOKEN)
    return tokens


def _why(error: Exception, told: Console) -> str:
    return failure(error, told.lang) if isinstance(error, OSError) else str(error)


def _word(told: Console, key: str, **values: object) -> str:
    return SERVE[told.lang][key].format(**values)


def _leave(told: Console, code: Code, key: str, **values: object) -> NoReturn:
    told.tell(_word(told, key, **values))
    raise typer.Exit(code)
