"""One run of the command line: its streams, its signals, and how it leaves."""

from __future__ import annotations

import _thread
import os
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innopraktik_match.domain.language import Lang

NAME = "innopraktik-match"
AS_INTERRUPTED = 130  # so typer leaves at a Ctrl-C before the command itself has begun


def run(args: Sequence[str] | None) -> NoReturn:
    """Run a command and leave with its exit code; see `innopraktik_match.cli.main`."""
    words = sys.argv[1:] if args is None else list(args)
    last = args is None
    before, sys.unraisablehook = sys.unraisablehook, _not_lost
    try:
        _command(words, last)
    except SystemExit as end:
        if last and _hard_to_leave():
            _leave_at_once(end)
        raise
    finally:
        sys.unraisablehook = before


def _command(words: list[str], last: bool) -> NoReturn:
    lang = _language(words)
    try:
        from innopraktik_match.cli.streams import sturdy_streams
        from innopraktik_match.engine.interruption import ended_as_by_ctrl_c

        with sturdy_streams(), ended_as_by_ctrl_c(last):
            from innopraktik_match.cli.app import build_app

            build_app(lang, words)(words, prog_name=NAME)
    except KeyboardInterrupt:
        _leave(lang, "NO_PLAN", "interrupted")
    except SystemExit as end:
        if end.code == AS_INTERRUPTED:
            _leave(lang, "NO_PLAN", "interrupted")
        raise
    except OSError as error:  # the help, or the version, on a disk that is full
        from innopraktik_match.texts.failures import failure

        sys.stdout = None
        _leave(lang, "OUTPUT", "stdout_unwritten", why=failure(error, lang))
    except Exception:
        if not _was_interrupted():
            raise
        _leave(lang, "NO_PLAN", "interrupted")
    raise SystemExit(0)


def _leave(lang: Lang, code: str, key: str, **values: object) -> NoReturn:
    from innopraktik_match.cli.codes import Code
    from innopraktik_match.cli.streams import tell
    from innopraktik_match.texts.cli import WORDS

    tell(WORDS[lang][key].format(**values))
    sys.exit(Code[code])


def _was_interrupted() -> bool:
    """Whether a Ctrl-C was raised: Python wraps it in an error of its own where a class is being made."""
    from innopraktik_match.engine.interruption import was_raised

    return was_raised()


def _hard_to_leave() -> bool:
    """Whether a solver goes on though it was told to stop, or Python would end in another way than told."""
    control = sys.modules.get("innopraktik_match.engine.control")
    return _was_interrupted() or (control is not None and not control.wait_for_those_behind(0))


def _leave_at_once(end: SystemExit) -> None:
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, AttributeError):
            stream.flush()
    os._exit(end.code if isinstance(end.code, int) else 0)


def _not_lost(lost: sys.UnraisableHookArgs) -> None:
    """Press Ctrl-C again where Python lost it: an exception in a destructor, or in here, is only printed."""
    if lost.exc_type is KeyboardInterrupt:
        _thread.start_new_thread(_press_again, (_thread.get_ident(),))
    else:
        sys.__unraisablehook__(lost)


def _press_again(thread: int) -> None:
    import signal

    time.sleep(0.01)  # by then the thread has left what lost it
    if hasattr(signal, "pthread_kill"):
        signal.pthread_kill(thread, signal.SIGINT)  # which wakes it where it waits
    else:
        _thread.interrupt_main()


def _language(words: list[str]) -> Lang:
    """Return the language: that of the last --lang, else of INNOPRAKTIK_LANG, else Danish."""
    asked = os.environ.get("INNOPRAKTIK_LANG", "da")
    for word, following in zip(words, [*words[1:], ""], strict=False):
        if word == "--lang":
            asked = following
        elif word.startswith("--lang="):
            asked = word.removeprefix("--lang=")
    return "en" if asked == "en" else "da"
