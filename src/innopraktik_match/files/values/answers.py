"""Answers that are not values of a field: somebody is out."""

from __future__ import annotations

from innopraktik_match.domain.names import key

_WITHDRAWN = """
frameldt, afmeldt, framelder, melder afbud, afbud, aflyst, trukket, trukket sig, trukket tilbage, udgået,
annulleret, deltager ikke, deltager alligevel ikke, withdrawn, cancelled, canceled, dropped out
"""
WITHDRAWN = frozenset(key(word) for word in _WITHDRAWN.replace("\n", " ").split(","))
"""What a cell says of somebody who takes no part any more, as words are compared."""
