"""The words of a local supplement and of matching on request."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang

WAYS: dict[Lang, dict[str, str]] = {
    "da": {
        "together": "Begge runder som én",
        "local_first": "Den lokale først",
        "national_first": "Den nationale først",
    },
    "en": {
        "together": "Both rounds as one",
        "local_first": "The local one first",
        "national_first": "The national one first",
    },
}
SUPPLEMENT: dict[Lang, dict[str, str]] = {
    "da": {
        "area": "Lokalt: {interns} af {all_interns} praktikanter og {hosts} af {all_hosts} værter.",
        "way": "{way}: placeret {placed}, lokale {local_placed} af {local}, heraf {local_at_home} lokalt; "
        "point {points}, første ønske {first}, anden sektor {across}.",
        "cost": "   mod begge som én: {placed:+d} placeret, {points:+d} point, "
        "{moved} får en anden vært eller ingen",
        "none": "{way}: ingen plan er mulig.",
        "unproven": "   ikke bevist bedst",
        "written": "Planen »{way}« er skrevet.",
    },
    "en": {
        "area": "Local: {interns} of {all_interns} interns and {hosts} of {all_hosts} hosts.",
        "way": "{way}: placed {placed}, local ones {local_placed} of {local}, {local_at_home} of them "
        "locally; points {points}, first wish {first}, another sector {across}.",
        "cost": "   against both as one: {placed:+d} placed, {points:+d} points, "
        "{moved} get another host or none",
        "none": "{way}: no plan is possible.",
        "unproven": "   not proven best",
        "written": 'The plan "{way}" has been written.',
    },
}
ON_REQUEST: dict[Lang, dict[str, str]] = {
    "da": {
        "pool": "{requests} anmodninger og {hosts} værter, {first} til {last}.",
        "year": "Hver {every}. uge: placeret {placed} af {requests}, venter stadig {open}.",
        "wait": "   ventetid i uger: halvdelen højst {median}, ni af ti højst {at_90}, længst {longest}",
        "quality": "   første ønske {first}, point i snit {points}, besøg {visits} med {seats} praktikanter",
    },
    "en": {
        "pool": "{requests} requests and {hosts} hosts, {first} to {last}.",
        "year": "Every {every} weeks: placed {placed} of {requests}, still waiting {open}.",
        "wait": "   weeks of waiting: half {median} at most, nine of ten {at_90} at most, "
        "the longest {longest}",
        "quality": "   first wish {first}, mean points {points}, visits {visits} with {seats} interns",
    },
}
