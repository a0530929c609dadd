"""Help and usage errors in one language; those of click are English."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand, TyperGroup

from innopraktik_match.cli.codes import Code
from innopraktik_match.cli.streams import tell
from innopraktik_match.texts.cli import USAGE
from innopraktik_match.texts.command_options import OPTIONS
from innopraktik_match.texts.command_values import METAVARS, VALUES_OF
from innopraktik_match.texts.commands import ABOUT, COMMANDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innopraktik_match.domain.language import Lang

UsageError: Any = typer.BadParameter.__base__
"""Of click, or of the copy of click within typer: that depends on typer's version."""


class _InOneLanguage:
    """What commands and their group have in common: `lang` says which language they speak."""

    lang: Lang = "da"

    def format_usage(self: Any, ctx: Any, formatter: Any) -> None:
        """Write how the command is called."""
        words = USAGE[self.lang]
        pieces = [words["options"], *(_metavar(one, self.lang) for one in self.params if _is_argument(one))]
        pieces += [words["command"]] if isinstance(self, Group) else []
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=f"{words['usage']}: ")

    def format_help(self: Any, ctx: Any, formatter: Any) -> None:
        """Write what the command does and takes."""
        lang, words = self.lang, USAGE[self.lang]
        about = ABOUT[lang] if isinstance(self, Group) else COMMANDS[self.name][lang]
        arguments = [
            (_metavar(one, lang), OPTIONS[one.name][lang]) for one in self.params if _is_argument(one)
        ]
        options = [
            (_names(one, lang), OPTIONS[one.name][lang]) for one in self.params if not _is_argument(one)
        ]
        options.append((", ".join(ctx.help_option_names), OPTIONS["help"][lang]))
        commands = [(name, COMMANDS[name][lang]) for name in getattr(self, "commands", ())]
        self.format_usage(ctx, formatter)
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(about)
        for title, rows in (("arguments", arguments), ("options", options), ("commands", commands)):
            if rows:
                with formatter.section(words[f"title_{title}"]):
                    formatter.write_dl(rows)


class Command(_InOneLanguage, TyperCommand):
    """A command that speaks one language."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse the words; what is left over is refused in our own words."""
        ctx.allow_extra_args = True
        try:
            left: list[str] = super().parse_args(ctx, args)
        except UsageError as error:
            error.ctx = error.ctx or ctx  # typer forgets it where an option lacks its value
            raise
        if left:
            raise UsageError(USAGE[self.lang]["left_over"].format(words=" ".join(left)), ctx)
        return left


class Group(_InOneLanguage, TyperGroup):
    """The commands together; tells what is wrong with the words of a command line."""

    def make_context(self, *words: Any, **more: Any) -> Any:
        """Parse the words before the command."""
        with self._usage_errors():
            return super().make_context(*words, **more)

    def invoke(self, ctx: Any) -> Any:
        """Parse the words of the command, and run it."""
        with self._usage_errors():
            return super().invoke(ctx)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that is called."""
        if self.get_command(ctx, args[0]) is None:
            words = USAGE[self.lang]
            raise UsageError(words["no_command"].format(name=args[0], known=", ".join(self.commands)), ctx)
        return super().resolve_command(ctx, args)

    @contextmanager
    def _usage_errors(self) -> Iterator[None]:
        try:
            yield
        except UsageError as error:
            words = USAGE[self.lang]
            told = [f"{words['error']}: {_message(error, self.lang)}"]
            if error.ctx is not None:
                told = [error.ctx.get_usage(), *told, words["help"].format(command=error.ctx.command_path)]
            tell(*told)
            raise typer.Exit(Code.USAGE) from None


def _is_argument(param: Any) -> bool:
    return bool(param.param_type_name == "argument")


def _metavar(param: Any, lang: Lang) -> str:
    name = METAVARS[lang][param.name]
    return name if param.required or not _is_argument(param) else f"[{name}]"


def _names(option: Any, lang: Lang) -> str:
    names = ", ".join(sorted(option.opts, key=len))
    return names if option.is_flag else f"{names} {_metavar(option, lang)}"


def _message(error: Any, lang: Lang) -> str:
    """Return what is wrong; the exceptions of click say what it is about, their words are English."""
    words, kind, param = USAGE[lang], type(error).__name__, getattr(error, "param", None)
    if kind == "NoSuchOption":
        near = ", ".join(error.possibilities or ())
        meant = f" {words['meant'].format(options=near)}" if near else ""
        return words["no_option"].format(option=error.option_name) + meant
    if kind == "BadOptionUsage":
        flags = {
            name for one in error.ctx.command.params if getattr(one, "is_flag", False) for name in one.opts
        }
        needs = "takes_no_value" if error.option_name in flags else "needs_value"
        return words[needs].format(option=error.option_name)
    if kind == "MissingParameter":
        return words["missing"].format(name=_metavar(param, lang))
    if param is not None and param.name in VALUES_OF:
        return words["must_be"].format(option=max(param.opts, key=len), values=VALUES_OF[param.name][lang])
    return str(error.message)
