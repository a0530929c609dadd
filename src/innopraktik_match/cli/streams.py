"""stdout and stderr that may be closed, full or left by their reader: words never change what is done."""

from __future__ import annotations

import os
import sys
import textwrap
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, TextIO, cast

from innopraktik_match.domain.privacy import told

if TYPE_CHECKING:
    from collections.abc import Iterator

STANDARD = (0, 1, 2)


class _Words:
    """A stream for people: nothing in it acts on their terminal, and where nobody can hear, it goes on."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        return self.write_as_it_is(told(text))

    def write_as_it_is(self, text: str) -> int:
        """Write what steers the terminal: ours, never a word of the input."""
        try:
            return self._stream.write(text)
        except (OSError, ValueError):
            self._go_deaf()
            return len(text)

    def flush(self) -> None:
        try:
            self._stream.flush()
        except (OSError, ValueError):
            self._go_deaf()

    def _go_deaf(self) -> None:
        """Write to nowhere from now on: what is left in the buffer would fail again at the end."""
        self._stream = nowhere()


def nowhere() -> TextIO:
    """Return a stream that takes everything."""
    return open(os.devnull, "w", encoding="utf-8")


@contextmanager
def sturdy_streams() -> Iterator[None]:
    """Let words fail in silence, and keep the numbers of closed streams from being given to files."""
    for number in STANDARD:
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # the lowest free number
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    before = sys.stderr
    words = _Words(nowhere() if before is None else before)
    sys.stderr = cast("TextIO", words)
    try:
        yield
    finally:
        if words._stream is before:
            sys.stderr = before


def print_data(text: str) -> None:
    """Print a line on stdout.

    Raises
    ------
    OSError
        Nobody can read it.
    """
    if sys.stdout is None:
        raise OSError(9, os.strerror(9))
    try:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
    except OSError:
        with suppress(OSError):
            sys.stdout = nowhere()
        raise


def tell(*texts: str) -> None:
    """Print texts for people on stderr; on a terminal, lines too long for it are broken between words."""
    width = terminal_width()
    for text in texts:
        print("\n".join(fitted(text, width)), file=sys.stderr)


def terminal_width() -> int | None:
    """Return how many characters a line of the terminal holds; None where stderr is no terminal."""
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or None
    except (OSError, ValueError, AttributeError):
        return None


def fitted(text: str, width: int | None) -> list[str]:
    """Return a text in lines that are no longer than `width`, unless a word is.

    Examples
    --------
    >>> fitted("  Skriv værtens id eller navn.", 20)
    ['  Skriv værtens id', '    eller navn.']
    """
    lines: list[str] = []
    for line in text.split("\n"):
        if width is None or len(line) <= width:
            lines.append(line)
            continue
        indent = " " * (len(line) - len(line.lstrip()) + 2)
        lines += textwrap.wrap(
            line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
        )
    return lines
