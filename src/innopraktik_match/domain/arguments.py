"""The arguments of the public calls: what was given, and what is expected in its stead."""

from __future__ import annotations

import math
from io import TextIOBase
from numbers import Integral, Real
from os import PathLike
from typing import Any, NamedTuple

HINTS = {
    "Visit": "Visit(host=..., interns=...)",
    "Round": "Round.model_validate makes one of a dict, read of a file, Round.from_frames of data frames",
    "Plan": "solve makes one, read_plan reads one",
}
LANGUAGES = ("da", "en")
_SHOWN = 60


class Wrong(NamedTuple):
    """An argument that cannot be used: the sentence, and whether its very type is wrong."""

    sentence: str
    of_type: bool


def require(*found: Wrong | None) -> None:
    """Raise TypeError or ValueError with every sentence, one a line; nothing where all is well."""
    wrong = [one for one in found if one is not None]
    if wrong:
        kind = TypeError if any(one.of_type for one in wrong) else ValueError
        raise kind("\n".join(one.sentence for one in wrong))


def number(
    name: str,
    value: Any,
    *,
    least: float = -math.inf,
    above: float = -math.inf,
    most: float = math.inf,
    whole: bool = False,
    endless: bool = False,
) -> Wrong | None:
    """Return what is wrong with a number; None is no number and never wrong.

    Parameters
    ----------
    name : str
        Of the argument.
    value : object
    least, above, most : float
        The least and the most that it may be, and what it must be above.
    whole : bool
        Whether it must be a whole number.
    endless : bool
        Whether it may be infinite.
    """
    limits = [f"{least:g} or more"] if least > -math.inf else []
    limits += [f"above {above:g}"] if above > -math.inf else []
    limits += [f"at most {most:g}"] if most < math.inf else []
    expected = f"{'a whole number' if whole else 'a number'}{', ' if limits else ''}{' and '.join(limits)}"
    if value is None:
        return None
    kind: Any = Integral if whole else Real
    if isinstance(value, bool) or not isinstance(value, kind):
        return _wrong(name, value, expected, of_type=True)
    fits = least <= value <= most and value > above and (endless or value < math.inf)
    return None if fits else _wrong(name, value, expected)


def one_of(name: str, value: object, *allowed: str) -> Wrong | None:
    """Return what is wrong with a word that must be one of some."""
    if isinstance(value, str) and value in allowed:
        return None
    return _wrong(name, value, " or ".join(map(repr, allowed)), of_type=not isinstance(value, str))


def lang_of(value: object) -> Wrong | None:
    """Return what is wrong with the argument `lang`."""
    return one_of("lang", value, *LANGUAGES)


def record(name: str, value: object, kind: str, *, optional: bool = False) -> Wrong | None:
    """Return what is wrong with a record of ours, told by the name of its class ("Round")."""
    if (optional and value is None) or kind in {one.__name__ for one in type(value).__mro__}:
        return None
    return _wrong(name, value, f"a {kind}: {HINTS[kind]}", of_type=True)


def plan_or_visits(name: str, value: object) -> Wrong | None:
    """Return what is wrong with a plan that may be no more than its visits."""
    if record(name, value, "Plan") is None:
        return None
    if isinstance(value, (list, tuple)) and not any(record(name, one, "Visit") for one in value):
        return None
    return _wrong(name, value, f"a Plan or a sequence of Visit: {HINTS['Plan']}", of_type=True)


def called(name: str, value: object) -> Wrong | None:
    """Return what is wrong with a function."""
    if value is None or callable(value):
        return None
    return _wrong(name, value, "a function", of_type=True)


def settable(name: str, value: object) -> Wrong | None:
    """Return what is wrong with a `threading.Event`, or what is used like one."""
    if value is None or callable(getattr(value, "is_set", None)):
        return None
    return _wrong(name, value, "a threading.Event or have its method is_set", of_type=True)


def executor(name: str, value: object) -> Wrong | None:
    """Return what is wrong with a `concurrent.futures.Executor`, or what is used like one."""
    if value is None or callable(getattr(value, "submit", None)):
        return None
    return _wrong(name, value, "a concurrent.futures.Executor", of_type=True)


def text(name: str, value: object) -> Wrong | None:
    """Return what is wrong with a word; None is none."""
    return None if value is None or isinstance(value, str) else _wrong(name, value, "a text", of_type=True)


def path(name: str, value: object) -> Wrong | None:
    """Return what is wrong with a path."""
    if isinstance(value, (str, PathLike)):
        return None
    return _wrong(name, value, "a path", of_type=True)


def given(name: str, value: object) -> Wrong | None:
    """Return what is wrong with what is to be read: a path, bytes, or a file that is open."""
    readable = callable(getattr(value, "read", None))
    if isinstance(value, (str, PathLike, bytes, bytearray, memoryview)) or readable:
        return None
    return _wrong(name, value, "a path, bytes or a file open in binary mode", of_type=True)


def target(name: str, value: object) -> Wrong | None:
    """Return what is wrong with what is to be written to: a path, or a file that is open."""
    writable = callable(getattr(value, "write", None)) and not isinstance(value, TextIOBase)
    if isinstance(value, (str, PathLike)) or writable:
        return None
    return _wrong(name, value, "a path or a file open in binary mode", of_type=True)


def policy_of(value: object) -> Wrong | None:
    """Return what is wrong with the argument `policy`."""
    if value is None or isinstance(value, (dict, str, PathLike)) or hasattr(value, "keys"):
        return None
    if "Policy" in {one.__name__ for one in type(value).__mro__}:
        return None
    return _wrong("policy", value, "a Policy, a dict or the path of a .toml file", of_type=True)


def _wrong(name: str, value: object, expected: str, of_type: bool = False) -> Wrong:
    given = repr(value) if isinstance(value, (str, Real)) or value is None else f"a {type(value).__name__}"
    given = given if len(given) <= _SHOWN else f"{given[: _SHOWN - 1]}…"
    return Wrong(f"{name} is {given}, but must be {expected}.", of_type)
