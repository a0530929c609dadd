"""The commands, with their help in one language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

import innopraktik_match
from innopraktik_match.cli.checking import check, score, verify
from innopraktik_match.cli.codes import Code
from innopraktik_match.cli.evaluating import evaluate
from innopraktik_match.cli.explaining import explain
from innopraktik_match.cli.help import Command, Group
from innopraktik_match.cli.history import history
from innopraktik_match.cli.judging import presets
from innopraktik_match.cli.networking import network
from innopraktik_match.cli.options import Lang as LangOption
from innopraktik_match.cli.options import Language
from innopraktik_match.cli.over_the_years import archive, remember
from innopraktik_match.cli.programme import requests, supplement
from innopraktik_match.cli.replanning import replan
from innopraktik_match.cli.reporting import report
from innopraktik_match.cli.serving import serve
from innopraktik_match.cli.solving import demo, solve
from innopraktik_match.cli.sweeping import sweep
from innopraktik_match.cli.tidying import tidy
from innopraktik_match.cli.what_if import compare, place
from innopraktik_match.cli.writing import schema, template

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang

NAMES = ("-h", "--help")


def build_app(lang: Lang) -> Any:
    """Return the command line, ready to be called with its arguments."""
    context = {"help_option_names": list(NAMES), "max_content_width": 100}
    app = typer.Typer(
        cls=Group,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings=context,
    )
    app.callback(invoke_without_command=True)(_about)
    for command in (
        *(demo, template, check, tidy, solve, replan, compare, place, history, score, verify),
        *(explain, report, presets, supplement, requests),
        *(evaluate, remember, archive, network, sweep, serve),
        schema,
    ):
        app.command(cls=Command)(command)
    group: Any = typer.main.get_command(app)
    for command in (group, *group.commands.values()):
        command.lang = lang
        for option in command.params:
            if option.name == "lang":
                option.default = lang
    return group


def _version(asked: bool) -> None:
    if asked:
        typer.echo(innopraktik_match.__version__)
        raise typer.Exit


def _about(
    ctx: typer.Context,
    lang: LangOption = Language.da,
    version: Annotated[bool, typer.Option("--version", is_eager=True, callback=_version)] = False,
) -> None:
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help(), err=True)
        raise typer.Exit(Code.USAGE)
