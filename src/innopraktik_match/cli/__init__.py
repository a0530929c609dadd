"""The command `innopraktik-match`. Its words are in `texts.cli`."""

from __future__ import annotations

import _thread
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innopraktik_match.texts.columns import Lang

__all__ = ["main"]


def main(args: Sequence[str] | None = None) -> None:
    """Run a command and leave with its exit code.

    Parameters
    ----------
    args : sequence of str, optional
        The words after the command; those of the process where left out.

    Raises
    ------
    SystemExit
        Always; `innopraktik_match.cli.codes` lists the codes.
    """
    from innopraktik_match.cli.app import build_app

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    words = sys.argv[1:] if args is None else list(args)
    before, sys.unraisablehook = sys.unraisablehook, _not_lost
    try:
        build_app(_language(words))(words, prog_name="innopraktik-match")
    except SystemExit as end:
        _leave_solvers_behind(end)
        raise
    finally:
        sys.unraisablehook = before


def _leave_solvers_behind(end: SystemExit) -> None:
    """End the process at once where a solver goes on though it was told to stop."""
    control = sys.modules.get("innopraktik_match.engine.control")
    if control is not None and not control.wait_for_those_behind(0):
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(end.code if isinstance(end.code, int) else 0)


def _not_lost(lost: sys.UnraisableHookArgs) -> None:
    """Press Ctrl-C again where Python lost it: an exception in a destructor is only printed."""
    if lost.exc_type is KeyboardInterrupt:
        _thread.interrupt_main()
    else:
        sys.__unraisablehook__(lost)


def _language(words: list[str]) -> Lang:
    """Return the language of the help: that of --lang, else of INNOPRAKTIK_LANG, else Danish."""
    asked = os.environ.get("INNOPRAKTIK_LANG", "da")
    for word, following in zip(words, [*words[1:], ""], strict=False):
        if word == "--lang":
            asked = following
        elif word.startswith("--lang="):
            asked = word.removeprefix("--lang=")
    return "en" if asked == "en" else "da"
