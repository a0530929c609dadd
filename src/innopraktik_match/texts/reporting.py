"""What the command `report` says."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang

SAID: dict[Lang, dict[str, str]] = {
    "da": {
        "report_not_installed": "Det, der deles ud, kræver et tillæg, der ikke er installeret ({names}). "
        "Installér det med: pip install 'innopraktik-match[report]'.",
        "nothing_to_hand_out": "Der er ikke noget at dele ud: Planen har ingen besøg. Intet er skrevet.",
        "broken_plan": "Der er ikke skrevet noget: En plan, der bryder faste regler, deles ikke ud. "
        "Ret planen, eller gør reglen blød.",
        "unproven_plan": "Planen er ikke, som den blev lavet, så der står ikke, at den er bevist bedst.",
        "templates_made": "Skabelonerne ligger nu i {folder}. Ret dem, og kør kommandoen igen.",
        "no_address": "Uden én gyldig e-mailadresse: {count}. Feltet er tomt i mail.csv.",
    },
    "en": {
        "report_not_installed": "Hand-outs need an extra that is not installed ({names}). "
        "Install it with: pip install 'innopraktik-match[report]'.",
        "nothing_to_hand_out": "There is nothing to hand out: the plan has no visits. Nothing was written.",
        "broken_plan": "Nothing was written: a plan that breaks hard rules is not handed out. "
        "Change the plan, or make the rule soft.",
        "unproven_plan": "The plan is not as it was made, so it is not called proven.",
        "templates_made": "The templates are now in {folder}. Edit them and run the command again.",
        "no_address": "Without one valid e-mail address: {count}. The field is blank in mail.csv.",
    },
}
