"""What every piece of a round, a policy and a plan has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

K = TypeVar("K")
V = TypeVar("V")


class FrozenDict(dict[K, V]):
    """A dict that nobody can change, and that has a hash.

    Examples
    --------
    >>> FrozenDict({"a": 1}) == {"a": 1}
    True
    """

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise TypeError("this mapping is frozen: make a new one")

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[type[Self], tuple[dict[K, V]]]:
        return type(self), (dict(self),)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, _: dict[int, Any]) -> Self:
        return self


def nothing() -> Any:
    """Return the field of an empty mapping, frozen."""
    return Field(default_factory=FrozenDict, json_schema_extra={"default": {}})


def frozen(value: Any) -> Any:
    """Return a value with every dict in it frozen and every list a tuple."""
    if isinstance(value, FrozenDict):
        return value
    if isinstance(value, dict):
        return FrozenDict({name: frozen(one) for name, one in value.items()})
    if isinstance(value, (list, tuple)) and type(value) in (list, tuple):
        return tuple(map(frozen, value))
    return value


def where_told(record: BaseModel, data: dict[str, Any], fields: Iterable[str]) -> dict[str, Any]:
    """Return what a record is written as, without those of the fields that say nothing."""
    defaults = type(record).model_fields
    untold = {
        name
        for name in fields
        if getattr(record, name) == defaults[name].get_default(call_default_factory=True)
    }
    return {name: value for name, value in data.items() if name not in untold}


class Record(BaseModel):
    """A frozen row, deeply: unknown keys are errors, and it has a hash."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Return a copy with some fields replaced, unchecked; what replaces them is frozen too."""
        copied = super().model_copy(update=frozen(dict(update or {})), deep=deep)
        if len(copied.__dict__) > len(type(self).model_fields):  # what was worked out of the fields before
            for name in copied.__dict__.keys() - type(self).model_fields.keys():
                del copied.__dict__[name]
        return copied
