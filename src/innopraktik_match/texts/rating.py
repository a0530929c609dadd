"""What is said of how far a plan is from the best."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang

WORDS: dict[Lang, dict[str, str]] = {
    "da": {
        "title": "Planen, den bedste lovlige plan og forskellen:",
        "proven": "bevist bedst",
        "bound": "højst {bound}",
        "bound_least": "mindst {bound}",
        "as_good": "Ingen plan opfylder målene bedre.",
        "short": "Den bedste plan er bedre: {differences}.",
        "difference": "{aim} {difference}",
        "unknown": "Hvor langt planen er fra den bedste, er ikke fundet inden for tiden (--time-limit).",
    },
    "en": {
        "title": "The plan, the best legal plan and the difference:",
        "proven": "proven best",
        "bound": "at most {bound}",
        "bound_least": "at least {bound}",
        "as_good": "No plan does better on the aims.",
        "short": "The best plan is better: {differences}.",
        "difference": "{aim} {difference}",
        "unknown": "How far the plan is from the best was not found in time (--time-limit).",
    },
}
