"""The words of the command `sweep`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang

SWEEP: dict[Lang, dict[str, str]] = {
    "da": {
        "out_exists": "{path} findes allerede. Brug --resume for at fortsætte, hvor den slap, "
        "eller --force for at begynde forfra.",
        "other_sweep": "{path} hører til andre scenarier, så der kan ikke fortsættes. Vælg et andet filnavn.",
        "progress": "Scenarier: {done} af {all}",
        "done": "Scenarier: {all}. Bevist: {proven}. Uden mulig plan: {infeasible}. Uden svar: {open}.",
        "lost": "{lost} scenarier mistede deres proces og har intet svar. Kør igen med --resume.",
        "stopped": "Afbrudt. {done} af {all} scenarier står i {path}. Kør igen med --resume for resten.",
        "among": "Med deltagerne »{people}«:",
        "best": "Bedst: {aim}: {value}",
        "everywhere": "Ens i alle: {aim}: {value}",
        "where": "  {policy} / {capacity} / {people}, lodtrækning {draw}",
        "more": "  og {count} til",
    },
    "en": {
        "out_exists": "{path} exists already. Use --resume to go on where it ended, "
        "or --force to start again.",
        "other_sweep": "{path} belongs to other scenarios, so there is nothing to resume. "
        "Choose another file name.",
        "progress": "Scenarios: {done} of {all}",
        "done": "Scenarios: {all}. Proven: {proven}. No plan possible: {infeasible}. No answer: {open}.",
        "lost": "{lost} scenarios lost their process and have no answer. Run again with --resume.",
        "stopped": "Stopped. {done} of {all} scenarios are in {path}. Run again with --resume for the rest.",
        "among": 'With the people "{people}":',
        "best": "Best: {aim}: {value}",
        "everywhere": "The same in all: {aim}: {value}",
        "where": "  {policy} / {capacity} / {people}, draw {draw}",
        "more": "  and {count} more",
    },
}
