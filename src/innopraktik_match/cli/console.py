"""Speaking to people on stderr and to programs on stdout, and leaving with the right code."""

from __future__ import annotations

import json
import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import typer

from innopraktik_match.cli.codes import Code
from innopraktik_match.cli.streams import print_data, tell, terminal_width
from innopraktik_match.engine.interruption import was_raised
from innopraktik_match.texts.cli import WORDS
from innopraktik_match.texts.failures import failure
from innopraktik_match.texts.numbers import number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from innopraktik_match.cli.options import Language
    from innopraktik_match.domain.issues import Issue
    from innopraktik_match.domain.language import Lang
    from innopraktik_match.engine.progress import Progress

PLAN_ENDINGS = (".xlsx", ".json", ".csv")
MOST_WARNINGS = 20
MOST_STEM = 60  # of a name that is proposed: bytes of a name are limited, and its letters take up to four
ERASE_LINE = "\r\x1b[K"


class Console:
    """Where a command prints.

    Parameters
    ----------
    lang : {"da", "en"}
    as_json : bool
        Whether one JSON object is wanted on stdout.
    quiet : bool
        Whether people want only errors.
    """

    def __init__(self, lang: Lang, as_json: bool, quiet: bool) -> None:
        self.lang = lang
        self.as_json = as_json
        self.quiet = quiet
        self.live = not quiet and sys.stderr.isatty()

    def word(self, key: str, **values: object) -> str:
        """Return a sentence of the command line in the language asked for."""
        told = {name: number(one, self.lang) if isinstance(one, int) else one for name, one in values.items()}
        return WORDS[self.lang][key].format(**told)

    def say(self, *lines: str) -> None:
        """Print lines for people, unless they asked for quiet."""
        if not self.quiet:
            self.tell(*lines)

    def tell(self, *lines: str) -> None:
        """Print lines for people, always."""
        tell(*lines)

    def data(self, value: dict[str, Any] | Callable[[], dict[str, Any]]) -> None:
        """Print an object for programs, if they asked for it; one that costs something is made only then."""
        if self.as_json:
            try:
                print_data(json.dumps(value() if callable(value) else value, default=str))
            except OSError as error:
                self.leave(Code.OUTPUT, "stdout_unwritten", why=failure(error, self.lang))

    def issues(self, issues: Iterable[Issue]) -> None:
        """Print what is wrong with the input, all of it."""
        from innopraktik_match.texts.issues import issue_lines

        self.tell(*issue_lines(issues, self.lang))

    def warnings(self, issues: list[Issue]) -> None:
        """Print the warnings, worst first, and the notes after them; the rest is for `check` to show.

        How columns were understood is told in one line with the plan.
        """
        from innopraktik_match.domain.issues import alike_together
        from innopraktik_match.texts.issues import RANK, issue_lines

        issues = [one for one in issues if one.code != "column_understood"]
        issues = sorted(alike_together(issues), key=lambda one: RANK[one.severity])
        self.say(*issue_lines(issues[:MOST_WARNINGS], self.lang))
        if len(issues) > MOST_WARNINGS:
            self.say(self.word("more_warnings", count=len(issues) - MOST_WARNINGS))

    def progress(self, progress: Progress) -> None:
        """Show how far the engine is, on one line that is written over."""
        self._line(progress.text(self.lang))

    def step(self, key: str) -> None:
        """Show what is going on, where the progress will be shown."""
        self._line(self.word(key))

    def _line(self, text: str) -> None:
        if self.live:
            self._erase()
            width = terminal_width()  # what goes on over the end of a line cannot be written over
            print(text[: width and width - 1], end="", file=sys.stderr, flush=True)

    def counted(self, done: int, of: int) -> None:
        """Show how many of some explanations are made, on one line that is written over."""
        if self.live:
            self._erase()
            shown = self.word("explained", done=done, of=of)
            print(shown, end="", file=sys.stderr, flush=True)

    def end_progress(self) -> None:
        """Clear the line of the progress."""
        if self.live:
            self._erase()

    def _erase(self) -> None:
        write = getattr(sys.stderr, "write_as_it_is", sys.stderr.write)
        write(ERASE_LINE)

    def leave(self, code: Code, key: str, **values: object) -> NoReturn:
        """Say why, and leave."""
        self.tell(self.word(key, **values))
        raise typer.Exit(code)


@contextmanager
def console(lang: Language, as_json: bool, quiet: bool) -> Iterator[Console]:
    """Open a console; whatever goes wrong within becomes a sentence and an exit code."""
    told = Console("en" if lang == "en" else "da", as_json, quiet)
    try:
        yield told
    except (typer.Exit, typer.BadParameter):
        raise
    except KeyboardInterrupt:  # the engine keeps its own: this came before or after
        told.end_progress()
        told.leave(Code.NO_PLAN, "interrupted")
    except Exception as error:
        if os.environ.get("INNOPRAKTIK_DEBUG"):
            raise
        told.end_progress()
        if was_raised():  # Python has wrapped the Ctrl-C, as it does where a class is being made
            told.leave(Code.NO_PLAN, "interrupted")
        _explain(told, error)


def _explain(told: Console, error: Exception) -> NoReturn:
    from innopraktik_match.domain.issues import RoundError, WriteError

    if isinstance(error, RoundError):
        from innopraktik_match.files.rounds.plain import plain_issue

        told.issues(error.issues)
        told.data({"issues": [plain_issue(issue, told.lang) for issue in error.issues]})
        raise typer.Exit(Code.INPUT)
    if isinstance(error, WriteError):
        _leave_unwritten(told, Path(error.filename), error)
    if isinstance(error, MemoryError):
        told.leave(Code.NO_PLAN, "out_of_memory")
    told.leave(Code.BUG, "bug", kind=type(error).__name__)


def refuse_out(
    told: Console,
    out: Path,
    inputs: Iterable[Path | None],
    endings: tuple[str, ...] = (),
    *,
    force: bool,
) -> None:
    """Leave at once where the result could not be written in the end.

    Parameters
    ----------
    told : Console
    out : path
    inputs : iterable of path or None
        What is read: never replaced.
    endings : tuple of str
        The endings the file name may have; another one is wrong usage. None given: any.
    force : bool
        Whether a file that is there may be replaced.
    """
    if endings and out.suffix.lower() not in endings:
        raise typer.BadParameter(told.word("ending", path=out, endings=", ".join(endings)))
    try:
        if out.is_dir():
            told.leave(Code.OUTPUT, "out_is_folder", path=out)
        if any(out.exists() and one.exists() and out.samefile(one) for one in inputs if one):
            told.leave(Code.OUTPUT, "out_is_input", path=out)
        if out.exists() and not force:
            told.leave(Code.OUTPUT, "out_exists", path=out)
        _try_to_write_beside(out)
    except (OSError, ValueError) as error:  # ValueError: a null byte in the name
        _leave_unwritten(told, out, error)


def refuse_folder(
    told: Console, out: Path, inputs: Iterable[Path], foreign: Iterable[str], *, force: bool
) -> None:
    """Leave at once where a folder could not be written, or holds what it should not be replaced for.

    Parameters
    ----------
    told : Console
    out : path
    inputs : iterable of path
        What is read: never replaced.
    foreign : iterable of str
        What lies in the folder and is not of its kind; looked at only where the folder is there.
    force : bool
        Whether a folder of its kind may be replaced.
    """
    try:
        place = out.resolve()
        if out.exists() and not out.is_dir():
            told.leave(Code.OUTPUT, "out_is_file", path=out)
        for one in inputs:
            if one.resolve().is_relative_to(place):
                told.leave(Code.OUTPUT, "out_holds_input", path=out, name=one.name)
        if out.is_dir() and any(out.iterdir()):
            for name in foreign:
                told.leave(Code.OUTPUT, "out_holds_more", path=out, name=name)
            if not force:
                told.leave(Code.OUTPUT, "out_exists", path=out)
        _try_to_write_beside(place)
    except (OSError, ValueError) as error:
        _leave_unwritten(told, out, error)


def _try_to_write_beside(out: Path) -> None:
    import tempfile

    folder = next(parent for parent in out.absolute().parents if parent.exists())
    tempfile.TemporaryFile(dir=folder).close()


def _leave_unwritten(told: Console, out: Path, error: OSError | ValueError) -> NoReturn:
    """Say that a file could not be written, and offer a name that is free."""
    folders = (out.absolute().parent, Path.cwd(), Path.home())
    folder = next((one for one in folders if one.is_dir() and os.access(one, os.W_OK)), Path.cwd())
    stem = out.stem.replace("\0", "")[:MOST_STEM]
    names = (folder / f"{stem}-{number}{out.suffix}" for number in range(2, 1000))
    other = next((name for name in names if not os.path.lexists(name)), folder)
    told.leave(Code.OUTPUT, "not_written", path=out, why=failure(error, told.lang), other=other)
