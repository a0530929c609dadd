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
        "cluster_not_installed": "En klynge kræver et tillæg, der ikke er installeret ({names}). "
        "Installér det med: pip install 'innopraktik-match[cluster]'.",
        "no_cluster": "Klyngen på {address} svarer ikke. Skriv adressen på dens scheduler, fx tcp://10.0.0.7:8786.",
        "parquet_not_installed": "Parquet kræver pyarrow, som ikke er installeret. "
        "Installér det med: pip install pyarrow.",
        "plot": "Scenarierne: hvad det ene mål koster i det andet",
        "plot_about": "Intet andet scenarie er mindst lige så godt i alle mål "
        "som et af de nummererede og bedre i et.",
        "plot_none": "Ingen af dem har en plan.",
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
        "cluster_not_installed": "A cluster needs an extra that is not installed ({names}). "
        "Install it with: pip install 'innopraktik-match[cluster]'.",
        "no_cluster": "The cluster at {address} does not answer. Give the address of its scheduler, "
        "such as tcp://10.0.0.7:8786.",
        "parquet_not_installed": "Parquet needs pyarrow, which is not installed. "
        "Install it with: pip install pyarrow.",
        "plot": "The scenarios: what one aim costs in another",
        "plot_about": "Of the numbered scenarios no other one is as good in every aim and better in one.",
        "plot_none": "None of them has a plan.",
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
