"""What would help somebody without a visit, by the reasons; `explain --unplaced` finds what is enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.texts.remedies import BY_CODE, BY_RULE, OTHER_RULE
from innopraktik_match.texts.report import said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.plan import Reason


def remedy_lines(reasons: Iterable[Reason], lang: Lang) -> list[str]:
    """Return what to try, each once, in the order of the reasons.

    Examples
    --------
    >>> from innopraktik_match.domain.plan import Reason
    >>> remedy_lines([Reason(code="full", hosts=("v1",)), Reason(code="rule", rule="travel")], "en")
    ['One more place at one of the hosts.', 'A longer journey.']
    """
    words = (
        BY_RULE.get(one.rule, OTHER_RULE) if one.code == "rule" and one.rule else BY_CODE[one.code]
        for one in reasons
        if one.rule != "own_workplace"
    )
    return list(dict.fromkeys(said(pair, lang) for pair in words))
