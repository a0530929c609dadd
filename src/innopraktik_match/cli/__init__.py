"""The command `innopraktik-match`. Its words are in `texts.cli` and `texts.commands`."""

from __future__ import annotations

import sys

TYPE_CHECKING = False  # as in typing, which takes longer to import than all of this
if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]

INTERRUPTED = 5


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
    try:
        from innopraktik_match.cli.running import run
    except KeyboardInterrupt:  # in the first moment, before there are words for it
        sys.exit(INTERRUPTED)
    run(args)
