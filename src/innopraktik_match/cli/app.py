"""The commands, with their help in one language."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any

import typer

import innopraktik_match
from innopraktik_match.cli.codes import Code
from innopraktik_match.cli.help import Command, Group
from innopraktik_match.cli.options import Lang as LangOption
from innopraktik_match.cli.options import Language

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from innopraktik_match.domain.language import Lang

NAMES = ("-h", "--help")
MODULES = {
    "demo": "solving",
    "template": "writing",
    "check": "checking",
    "tidy": "tidying",
    "solve": "solving",
    "replan": "replanning",
    "compare": "what_if",
    "place": "what_if",
    "history": "history",
    "score": "checking",
    "verify": "checking",
    "explain": "explaining",
    "report": "reporting",
    "presets": "judging",
    "supplement": "programme",
    "requests": "programme",
    "evaluate": "evaluating",
    "remember": "over_the_years",
    "archive": "over_the_years",
    "network": "networking",
    "sweep": "sweeping",
    "serve": "serving",
    "schema": "writing",
}
"""The commands in the order of the help, and where each is."""


def build_app(lang: Lang, words: Sequence[str] = ()) -> Any:
    """Return the command line, ready to be called with its arguments.

    Parameters
    ----------
    lang : {"da", "en"}
    words : sequence of str
        What it will be called with: a command that is named first is all that is loaded and built.
    """
    context = {"help_option_names": list(NAMES), "max_content_width": 100}
    app = typer.Typer(
        cls=Group,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings=context,
    )
    app.callback(invoke_without_command=True)(_about)
    for name in words[:1] if words and words[0] in MODULES else MODULES:
        app.command(cls=Command)(_command(name))
    group: Any = typer.main.get_command(app)
    for command in (group, *group.commands.values()):
        command.lang = lang
        for option in command.params:
            if option.name == "lang":
                option.default = lang
    return group


def _command(name: str) -> Callable[..., None]:
    found: Callable[..., None] = getattr(import_module(f"innopraktik_match.cli.{MODULES[name]}"), name)
    return found


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
