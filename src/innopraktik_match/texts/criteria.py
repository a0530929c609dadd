"""The words of criteria about columns of your own: what they say, and what is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from innopraktik_match.domain.own_rules import own_rule
from innopraktik_match.texts.numbers import number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from innopraktik_match.domain.language import Lang

FITS: dict[Lang, dict[str, str]] = {
    "da": {
        "equal": "»{intern}« er det samme som værtens »{host}«",
        "differ": "»{intern}« er noget andet end værtens »{host}«",
        "share": "»{intern}« har et ord fælles med værtens »{host}«",
        "within": "»{intern}« er højst {limit} fra værtens »{host}«",
        "at_least": "»{intern}« er mindst værtens »{host}«",
        "at_most": "»{intern}« er højst værtens »{host}«",
    },
    "en": {
        "equal": '"{intern}" is the same as the host\'s "{host}"',
        "differ": '"{intern}" is another than the host\'s "{host}"',
        "share": '"{intern}" has a word in common with the host\'s "{host}"',
        "within": '"{intern}" is at most {limit} from the host\'s "{host}"',
        "at_least": '"{intern}" is at least the host\'s "{host}"',
        "at_most": '"{intern}" is at most the host\'s "{host}"',
    },
}
TOGETHER: dict[Lang, dict[str, str]] = {
    "da": {
        "equal": "i et besøg har alle det samme i »{column}«",
        "share": "i et besøg har hver to et ord fælles i »{column}«",
        "within": "i et besøg er ingen mere end {limit} fra en anden i »{column}«",
        "mix": "i et besøg har ingen det samme som en anden i »{column}«",
        "not_alone": "i et besøg er ingen den eneste af sin slags i »{column}«",
        "not_alone_value": "i et besøg er ingen alene om »{value}« i »{column}«",
        "spread": "i et besøg er der mindst {limit} fra den laveste til den højeste i »{column}«",
        "average": "i et besøg er gennemsnittet af »{column}« højst {limit} fra {value}",
    },
    "en": {
        "equal": 'in a visit all have the same in "{column}"',
        "share": 'in a visit each two have a word in common in "{column}"',
        "within": 'in a visit nobody is more than {limit} from another in "{column}"',
        "mix": 'in a visit nobody has the same as another in "{column}"',
        "not_alone": 'in a visit nobody is the only one of a kind in "{column}"',
        "not_alone_value": 'in a visit nobody is the only one with "{value}" in "{column}"',
        "spread": 'in a visit the lowest and the highest in "{column}" are at least {limit} apart',
        "average": 'in a visit the average of "{column}" is at most {limit} from {value}',
    },
}
PRICED: dict[Lang, dict[str, str]] = {
    "da": {"off": "slået fra", "soft": "{points} point", "hard": "fast"},
    "en": {"off": "off", "soft": "{points} points", "hard": "hard"},
}


CRITERIA_HEADER: dict[str, tuple[str, ...]] = {
    "kind": ("Slags", "Kind"),
    "intern": ("Praktikantens kolonne", "Intern column", "intern"),
    "how": ("Hvordan", "How"),
    "host": ("Værtens kolonne", "Host column", "host"),
    "mode": ("Fast eller blød", "Hard or soft", "mode"),
    "points": ("Point", "Points"),
    "limit": ("Grænse", "Limit"),
    "value": ("Værdi", "Value"),
}
"""Columns of the sheet of criteria: the Danish and the English word, and others."""

CRITERIA_WORDS: dict[str, tuple[str, ...]] = {
    "match": ("passer", "passer sammen", "fits"),
    "mix": ("blandet", "forskellige i besøget", "mixed"),
    "alike": ("ens i besøget", "samme i besøget", "alike"),
    "not_alone": ("ikke alene", "ingen alene", "not alone"),
    "spread": ("spredt", "spredt i besøget", "spread"),
    "average": ("gennemsnit", "samme gennemsnit", "average"),
    "even": ("jævnt", "jævnt fordelt", "evenly"),
    "equal": ("ens", "det samme", "samme", "the same", "same"),
    "differ": ("forskellig", "forskellige", "noget andet", "different"),
    "share": ("fælles ord", "et ord fælles", "word in common"),
    "within": ("højst fra hinanden", "højst så langt fra", "at most apart"),
    "at_least": ("mindst", "mindst værtens", "at least"),
    "at_most": ("højst", "højst værtens", "at most"),
    "off": ("fra", "slået fra"),
    "soft": ("blød",),
    "hard": ("fast", "hård"),
}
"""Words of the sheet, by what they mean in a policy."""


def criterion_words(one: Mapping[str, Any], lang: Lang) -> str:
    """Return a criterion in words, with its price, or its limit where it has no price of its own.

    Examples
    --------
    >>> one = {"intern": "Sprog", "host": "Sprog", "how": "share", "mode": "hard", "points": 10, "limit": 0}
    >>> criterion_words(one, "da")
    '»Sprog« har et ord fælles med værtens »Sprog« (fast)'
    """
    if "mode" in one:
        said = PRICED[lang][one["mode"]].format(points=number(one["points"], lang))
    else:
        said = number(one["limit"], lang)
    return f"{criterion_asks(one, lang)} ({said})"


def criterion_asks(one: Mapping[str, Any], lang: Lang) -> str:
    """Return what a criterion asks for in words.

    Examples
    --------
    >>> criterion_asks({"intern": "Alder", "host": "Mindstealder", "how": "at_least", "limit": 0}, "da")
    '»Alder« er mindst værtens »Mindstealder«'
    """
    if "rule" in one:
        rule = own_rule(one["rule"])
        return (rule.da if lang == "da" else rule.en).rstrip(".")
    values = {**one, "limit": number(one["limit"], lang)}
    if "kind" not in one:
        return FITS[lang][one["how"]].format(**values)
    alone = "not_alone_value" if one["kind"] == "not_alone" and one["value"] else one["kind"]
    return TOGETHER[lang][one["how"] if alone == "alike" else alone].format(**values)


CRITERION_ISSUES: dict[str, dict[str, tuple[str, str]]] = {
    "criterion_unreadable": {
        "da": (
            "Kriterium nr. {number} kan ikke bruges: »{name}« mangler eller kan ikke læses.",
            "Se, hvordan et kriterium skrives, i vejledningen om egne kolonner.",
        ),
        "en": (
            'Criterion {number} cannot be used: "{name}" is missing or cannot be read.',
            "See how a criterion is written in the guide about your own columns.",
        ),
    },
    "criterion_even_twice": {
        "da": (
            "Pladserne kan kun fordeles jævnt efter én kolonne; den første gælder.",
            "Behold ét kriterium af slagsen »even«.",
        ),
        "en": (
            "Places can be spread evenly by one column only; the first one counts.",
            'Keep one criterion of the kind "even".',
        ),
    },
    "criterion_column_blank": {
        "da": (
            "Et kriterium bruger kolonnen »{column}«, men ingen har skrevet noget i den.",
            "Skriv kolonnens overskrift, som den står i arket.",
        ),
        "en": (
            'A criterion reads the column "{column}", but nobody has written anything in it.',
            "Write the header of the column as it is written in the sheet.",
        ),
    },
    "criterion_not_numbers": {
        "da": (
            "Et kriterium sammenligner tal eller datoer i kolonnen »{column}«, men der er ingen.",
            "Skriv tal eller datoer i kolonnen, eller vælg »equal«, »differ« eller »share«.",
        ),
        "en": (
            'A criterion compares numbers or dates in the column "{column}", but there are none.',
            'Write numbers or dates in the column, or choose "equal", "differ" or "share".',
        ),
    },
}
