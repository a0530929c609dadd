"""The command `network`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from innopraktik_match.cli.codes import Code
from innopraktik_match.cli.console import console, refuse_out
from innopraktik_match.cli.options import Force, Json, Lang, Language, Quiet
from innopraktik_match.cli.over_the_years import EarlierFiles, Key
from innopraktik_match.engine.interruption import noting_ctrl_c


def network(
    earlier_files: EarlierFiles,
    out: Annotated[list[Path] | None, typer.Option("--out", "-o", metavar="FILE")] = None,
    key: Key = None,
    lang: Lang = Language.da,
    as_json: Json = False,
    quiet: Quiet = False,
    force: Force = False,
) -> None:
    """Show which workplaces earlier rounds have linked, as tables and as a picture."""
    from innopraktik_match.files.out.saving import save
    from innopraktik_match.years.archive import read_key
    from innopraktik_match.years.earlier_files import read_earlier
    from innopraktik_match.years.network import find_network
    from innopraktik_match.years.network_tables import network_lines, network_workbook, plain_network
    from innopraktik_match.years.picture import network_picture

    with console(lang, as_json, quiet) as told:
        for path in out or ():
            refuse_out(told, path, earlier_files, (".svg", ".xlsx"), force=force)
        rows, issues = read_earlier(earlier_files)
        found = find_network(rows, None if key is None else read_key(key))
        with noting_ctrl_c():
            told.warnings(issues)
            told.data(plain_network(found))
            told.say(*network_lines(found, told.lang))
            for path in out or ():
                as_picture = path.suffix.lower() == ".svg"
                picture = network_picture(found, told.lang).encode() if as_picture else None
                save(path, picture if picture is not None else network_workbook(found, told.lang))
                told.say(told.word("written", path=path))
            raise typer.Exit(Code.DONE)
