"""What a policy says where nobody says it: the presets.

Each is what differs from the defaults of `Rules`. What they mean in a sentence stands in `texts/presets.py`.
"""

from __future__ import annotations

from typing import Any, Literal

from innopraktik_match.domain.rulebook import Rules
from innopraktik_match.domain.rulebook.settings import AlwaysHard

Preset = Literal["standard", "bare", "private", "neutral", "tied", "worst_first"]

_OFF: dict[str, Any] = {
    rule: {"mode": "off"}
    for rule, field in Rules.model_fields.items()
    if not isinstance(field.default, AlwaysHard)
}
LAST_PRICE = Rules().intern_wishes.points[-1]

PRESETS: dict[str, dict[str, Any]] = {
    "standard": {},
    "bare": {
        "aims": ["placed", "points"],
        "rules": {
            **_OFF,
            "dates": {"mode": "hard"},
            "duration": {"mode": "hard", "points_per_day": 0},
            "together": {"mode": "hard"},
        },
    },
    # the trial of 2019: a team of public employees, each at another of some selected companies
    "private": {
        "rules": {
            "cross_sector": {"mode": "hard"},
            "same_workplace_limit": {"mode": "hard", "limit": 2},
            "mixed_workplaces": {"mode": "soft", "points": 10},
            "mixed_sectors": {"mode": "off"},
            "together": {"mode": "off"},
            "empty_hosts": {"mode": "soft", "points": 30},
        }
    },
    # whoever lists nothing pays as the last stated wish, so nobody gains a place by not wishing
    "neutral": {"rules": {"intern_wishes": {"no_wishes": LAST_PRICE}}},
    "tied": {"rules": {"intern_wishes": {"points": [0]}}},
    "worst_first": {"aims": ["placed", "worst_off", "points"]},
}
