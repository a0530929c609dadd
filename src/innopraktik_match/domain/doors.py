"""What records of the domain offer but rooms above it know how to do: registered, and found when asked for.

A fault can say itself in words, and a round can be made of data frames. Both are methods, where people look
for them; words and files stay above the domain, which imports neither.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # as in the package: typing takes longer to import than the rest of the first moment
if TYPE_CHECKING:
    from typing import Any

_DOORS: dict[str, str] = {}


def open_door(name: str, behind: str) -> None:
    """Register who answers: "package.module:function", imported at the first call.

    Parameters
    ----------
    name : str
        What is asked for.
    behind : str
    """
    _DOORS[name] = behind


def through(name: str) -> Any:
    """Return the function behind a door."""
    module, _, function = _DOORS[name].partition(":")
    return getattr(import_module(module), function)
