"""The templates of hand-outs: ours, and those that people have edited, which can do nothing but write."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Any

from innopraktik_match.domain.issues import Issue, Place, RoundError, nearest
from innopraktik_match.texts.templates import HINT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path
    from types import TracebackType

    from innopraktik_match.domain.language import Lang

ROOM = "innopraktik_match.report"
EDITABLE = ("letter.txt", "letter.html", "host.html", "boss.html")
"""The templates that people may have of their own; also for one language: "letter.da.txt"."""
LARGEST = 1_000_000
"""Bytes of a template."""


class Templates:
    """Templates by name, people's own before ours.

    Parameters
    ----------
    own : dict of str to str
        Name -> text; all are looked at, also those that are not used.
    lang : {"da", "en"}
        A template of this language wins over one of none.
    finalize : callable
        What stands in a page for a value.

    Raises
    ------
    RoundError
        With the file and the line of what cannot be read.
    """

    def __init__(self, own: Mapping[str, str], lang: Lang, finalize: Callable[[object], object]) -> None:
        from jinja2 import ChoiceLoader, FunctionLoader, PackageLoader, StrictUndefined, select_autoescape
        from jinja2.sandbox import ImmutableSandboxedEnvironment

        self._own, self._lang = own, lang
        self._environment = ImmutableSandboxedEnvironment(
            loader=ChoiceLoader([FunctionLoader(self._load), PackageLoader(ROOM)]),
            autoescape=select_autoescape(enabled_extensions=("html",), disabled_extensions=("txt",)),
            undefined=StrictUndefined,
            finalize=finalize,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        unknown = [name for name in own if _plain(name) not in EDITABLE]
        if unknown:
            raise RoundError([_unknown(name) for name in unknown])
        self._look_through()

    def tell(self, **words: Any) -> None:
        """Let every template know some words."""
        self._environment.globals.update(words)

    def edited(self, name: str) -> bool:
        """Whether people have a template of their own."""
        return self._named(name) is not None

    def rendered(self, name: str, values: Mapping[str, Any]) -> str:
        """Return what a template makes of values."""
        from jinja2 import TemplateError

        try:
            return self._environment.get_template(name).render(values)
        except (TemplateError, TypeError, ValueError, ArithmeticError) as error:
            if not self._own:
                raise
            raise RoundError([_fault(error, self._named(name) or name)]) from None

    def _look_through(self) -> None:
        from jinja2 import TemplateSyntaxError

        faults = []
        for name, text in self._own.items():
            try:
                self._environment.parse(text, filename=name)
            except TemplateSyntaxError as error:
                faults.append(_fault(error, name))
        if faults:
            raise RoundError(faults)

    def _load(self, name: str) -> tuple[str, str, Callable[[], bool]] | None:
        named = self._named(name)
        return None if named is None else (self._own[named], named, lambda: True)

    def _named(self, name: str) -> str | None:
        """Return what people call their own template, the one of the language first."""
        stem, _, ending = name.rpartition(".")
        return next((one for one in (f"{stem}.{self._lang}.{ending}", name) if one in self._own), None)


def read_templates(folder: Path) -> dict[str, str]:
    """Return the templates of a folder by name; RoundError where one cannot be read."""
    found, faults = {}, []
    for path in sorted(one for one in folder.iterdir() if not one.name.startswith(".")):
        try:
            data = path.read_bytes() if path.stat().st_size <= LARGEST else b"\xff"
            found[path.name] = data.decode("utf-8-sig").replace("\r\n", "\n")
        except (OSError, UnicodeDecodeError):
            faults.append(Issue("template_unreadable", places=(Place(file=path.name),)))
    if faults:
        raise RoundError(faults)
    return found


def originals(lang: Lang) -> dict[str, bytes]:
    """Return our templates as files to edit, each with what it may use."""
    folder = files(ROOM) / "templates"
    return {
        name: f"{{# {HINT[lang]} #}}\n{(folder / name).read_text(encoding='utf-8')}".encode()
        for name in EDITABLE
    }


def _plain(name: str) -> str:
    """Return the name of a template without its language."""
    stem, _, ending = name.rpartition(".")
    return f"{stem.removesuffix('.da').removesuffix('.en')}.{ending}"


def _unknown(name: str) -> Issue:
    values: dict[str, object] = {"expected": EDITABLE, **nearest(name, EDITABLE)}
    return Issue("template_unknown", places=(Place(file=name),), values=values)


def _fault(error: Exception, name: str) -> Issue:
    """Return what is wrong with a template, with the line where it is known."""
    frames = [frame.tb_lineno for frame in _frames(error) if frame.tb_frame.f_code.co_filename == name]
    line = getattr(error, "lineno", None) or (frames[-1] if frames else None)
    return Issue("template_broken", places=(Place(file=name, line=line),), values={"read": str(error)})


def _frames(error: Exception) -> Iterator[TracebackType]:
    """Yield where an error went through, the outermost first."""
    trace = error.__traceback__
    while trace is not None:
        yield trace
        trace = trace.tb_next
