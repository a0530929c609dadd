"""Answers that are not values of a field: somebody is out."""

from __future__ import annotations

import re

from innopraktik_match.domain.names import key

_WITHDRAWN = """
frameldt, afmeldt, framelder, afmelder, melder afbud, melde afbud, meldt afbud, afbud, aflyst, aflyser,
trukket, trukket sig, trukket mig, trukket tilbage, trækker sig, trækker mig, trække sig, trække mig,
trækker os, trække os, trækker mig ud, trækker sig ud, melder fra, melder sig fra, melder mig fra,
melde fra, melde mig fra, meldt fra, meldt sig fra, meldt mig fra, udgår, udgået, annulleret, annulleres,
deltager ikke, kan ikke deltage, kan ikke være med, springer fra, sprunget fra,
withdrawn, withdraw, withdraws, withdrew, cancelled, canceled, cancels, dropped out, drops out, drop out,
pulled out, cannot participate, cannot take part, cannot attend, not taking part, not participating,
no longer taking part, no longer participating, no longer available, no longer interested, ikke interesseret
"""
WITHDRAWN = frozenset(key(word) for word in _WITHDRAWN.replace("\n", " ").split(","))
"""What a cell says of somebody who takes no part any more, as words are compared."""
_LONGEST = 200
"""A longer cell is a story, not a status; the pattern below looks at each of its marks again and again."""
_BESIDE = re.compile(
    r"\b(?:jeg|vi|har|må|desværre|alligevel|nu|igen|længere|helt|beklager|sorry|i|we|have|has"
    r"|must|unfortunately|regret|regrettably|after all|to)\b|[.!,;:–-]+(?=\s|$)"
)
"""Words beside it that change nothing."""
_BECAUSE = re.compile(r"\s*\b(?:pga|p\.g\.a|på grund af|grundet|fordi|due to|because)\b.*$")
_WHEN_AND_WHY = re.compile(r"(?:\s*\([^()]*\)|\s+(?:den |d\. ?|on )?\d[\d\s./-]*)$")
_HOW = re.compile(
    r"[\s,]+(?:(?:pr|per|via|på|over|i|by|on|in)\b\.? ?(?:en )?"
    r"(?:e-?mail|mail|telefon(?:en)?|tlf|phone|sms|teams|brev)\.?|mundtligt?|skriftligt?|orally|in writing)$"
)


def without_when_and_why(text: str) -> str:
    """Return a short answer as it is compared, without how, when or why it was given, or a note, after it."""
    said = _BECAUSE.sub("", key(text[:_LONGEST]))
    return _HOW.sub("", _WHEN_AND_WHY.sub("", _HOW.sub("", said)))


def bare(said: str) -> str:
    """Return an answer without the marks, and the words beside it, that change nothing."""
    return " ".join(_BESIDE.sub(" ", said).split())


def says_withdrawn(value: object) -> bool:
    """Whether a cell says that somebody is out, with a date or a note in parentheses after it or not.

    Examples
    --------
    >>> says_withdrawn("Frameldt"), says_withdrawn("Afbud d. 3/6"), says_withdrawn("Deltager ikke fredag")
    (True, True, False)
    >>> says_withdrawn("Jeg må desværre trække mig pga. sygdom"), says_withdrawn("Kan ikke deltage i uge 37")
    (True, False)
    """
    if not isinstance(value, str) or len(value) > _LONGEST:
        return False
    said = without_when_and_why(value)
    return said in WITHDRAWN or bare(said) in WITHDRAWN
