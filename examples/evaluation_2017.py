"""Invent the answers of an evaluation of the 2017 round.

`python examples/evaluation_2017.py` writes evaluering_2017.csv beside itself, as a survey tool exports it:
whole questions as headers, one row an answer. Nobody has ever answered this: the answers are drawn so that
the totals come near the figures that COI tells (3 of 4 had concrete use, more than 9 of 10 recommend it, 2
of 3 stayed in contact), and so that visits with a theme in common are more often useful than others.
"""

from __future__ import annotations

import csv
from pathlib import Path
from random import Random

import innopraktik_match as im

HERE = Path(__file__).parent
SEED = 2017
ANSWERING = 0.8
USED_SHARED, USED_APART, RECOMMEND, CONTACT = 0.85, 0.45, 0.93, 0.67
QUESTIONS = (
    "Din e-mail",
    "Hvor var du i praktik?",
    "Har du kunnet bruge noget konkret fra praktikken?",
    "Hvordan har du brugt det?",
    "Vil du anbefale andre at komme i praktik?",
    "Er du stadig i kontakt med dem, du mødte?",
)


def answers(round: im.Round, plan: im.Plan) -> list[tuple[str, ...]]:
    """Return what those who were placed, and their hosts, could have answered."""
    rng = Random(SEED)
    interns = {one.id: one for one in round.interns}
    hosts = {one.id: one for one in round.hosts}
    rows = []
    for visit in plan.visits:
        host = hosts[visit.host]
        for intern in visit.interns:
            shared = bool(set(interns[intern].themes) & set(host.themes))
            if rng.random() < ANSWERING:
                rows.append((interns[intern].email or "", host.name or "", *_drawn(rng, shared)))
    for identity in dict.fromkeys(visit.host for visit in plan.visits):
        if rng.random() < ANSWERING:
            rows.append((hosts[identity].email or "", "", *_drawn(rng, shared=True)))
    return rows


def _drawn(rng: Random, shared: bool) -> tuple[str, ...]:
    used = rng.random() < (USED_SHARED if shared else USED_APART)
    how = "Vi har ændret en fast arbejdsgang." if used else ""
    recommend, contact = (rng.random() < share for share in (RECOMMEND, CONTACT))
    return _word(used), how, _word(recommend), _word(contact)


def _word(answer: bool) -> str:
    return "Ja" if answer else "Nej"


def main() -> None:
    """Write the answers."""
    round = im.read(HERE / "runde_2017.xlsx")
    with (HERE / "evaluering_2017.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerows([QUESTIONS, *answers(round, im.solve(round))])


if __name__ == "__main__":
    main()
