"""The commands, with their help in one language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

import innopraktik_match
from innopraktik_match.cli.checking import check, score, verify
from innopraktik_match.cli.solving import demo, solve
from innopraktik_match.cli.tidying import tidy
from innopraktik_match.cli.writing import schema, template
from innopraktik_match.texts.cli import ABOUT, COMMANDS, OPTIONS

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang

NAMES = ("-h", "--help")


def build_app(lang: Lang) -> Any:
    """Return the command line, ready to be called with its arguments."""
    context = {"help_option_names": list(NAMES), "max_content_width": 100}
    app = typer.Typer(
        add_completion=False,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings=context,
    )
    app.callback()(_about)
    for command in (demo, template, check, tidy, solve, score, verify, schema):
        app.command()(command)
    group: Any = typer.main.get_command(app)
    group.help = ABOUT[lang]
    for command in (group, *group.commands.values()):
        if command is not group:
            command.help = COMMANDS[command.name][lang]
        for option in command.params:
            option.help = OPTIONS[option.name][lang]
    return group


def _version(asked: bool) -> None:
    if asked:
        typer.echo(innopraktik_match.__version__)
        raise typer.Exit


def _about(
    version: Annotated[bool, typer.Option("--version", is_eager=True, callback=_version)] = False,
) -> None:
    pass
