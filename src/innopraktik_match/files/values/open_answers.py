"""Words of those to whom any week, any length or any distance is fine."""

from __future__ import annotations

from innopraktik_match.domain.names import key

_ANYTHING = (
    "alle",
    "ligegyldigt",
    "lige meget",
    "det er lige meget",
    "uden betydning",
    "fleksibel",
    "fleksibelt",
    "jeg er fleksibel",
    "vi er fleksible",
    "all",
    "any",
    "flexible",
)
_BOTH = ("begge", "begge to", "begge uger", "begge de uger", "both", "both weeks")
"""Of the weeks that a round has, or of the two that were offered: all of them."""
_ANY_TIME = ("altid", "når som helst", "hele perioden", "hele runden", "any time", "anytime", "whenever")
ANY_WEEK = frozenset(
    map(
        key,
        (
            *_ANYTHING,
            *_ANY_TIME,
            *_BOTH,
            "alle uger",
            "alle ugerne",
            "all weeks",
            "any week",
            "the whole period",
        ),
    )
)
ANY_LENGTH = frozenset(map(key, (*_ANYTHING, *_ANY_TIME, "any length")))
ANY_DISTANCE = frozenset(
    map(
        key,
        (
            *_ANYTHING,
            "ingen grænse",
            "ingen begrænsning",
            "uden grænse",
            "ubegrænset",
            "hele landet",
            "i hele landet",
            "hele danmark",
            "overalt",
            "hvor som helst",
            "no limit",
            "unlimited",
            "anywhere",
            "the whole country",
        ),
    )
)
