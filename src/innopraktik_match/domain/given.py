"""What a caller may give where a round is built: frames of any library, and a policy in several forms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from os import PathLike

    import pandas as pd

    from innopraktik_match.domain.policy import Policy

    class Dicts(Protocol):
        """A frame that gives its rows as dicts, as those of polars do."""

        def to_dicts(self) -> list[dict[str, Any]]:
            """Return the rows."""

    class Interchange(Protocol):
        """A frame that follows the dataframe interchange protocol."""

        def __dataframe__(self, nan_as_null: bool = ..., allow_copy: bool = ...) -> Any: ...

    Frame = pd.DataFrame | Dicts | Interchange | Sequence[Mapping[str, Any]] | Mapping[str, Sequence[Any]]
    GivenPolicy: TypeAlias = Policy | Mapping[str, Any] | str | PathLike[str] | None
