"""Faults of the round itself in words: what is wrong, and how to fix it."""

from __future__ import annotations

Words = dict[str, tuple[str, str]]

ROUND_ISSUES: dict[str, Words] = {
    "no_interns": {
        "da": (
            "Der er ingen praktikanter.",
            "Tilføj arket Praktikanter (eller praktikanter.csv) med mindst én række.",
        ),
        "en": (
            "There are no interns.",
            "Add the sheet Interns (or interns.csv) with at least one row.",
        ),
    },
    "no_hosts": {
        "da": (
            "Der er ingen værter.",
            "Tilføj arket Værter (eller værter.csv) med mindst én række.",
        ),
        "en": ("There are no hosts.", "Add the sheet Hosts (or hosts.csv) with at least one row."),
    },
    "round_too_large": {
        "da": (
            "Runden har over {options} muligheder (en praktikant hos en vært i en uge i et antal dage). "
            "De kan ikke være i {limit} GB hukommelse.",
            "Begræns, hvem der kan komme hvor og hvornår: kun ønskede værter, en længste rejse eller "
            "færre uger. Eller giv mere hukommelse med --memory-limit på en computer, der har den.",
        ),
        "en": (
            "The round has more than {options} options (an intern at a host in a week for a number of days). "
            "They do not fit into {limit} GB of memory.",
            "Limit who can go where and when: only wished hosts, a longest journey, fewer weeks. "
            "Or allow more memory with --memory-limit on a computer that has it.",
        ),
    },
    "id_twice": {
        "da": ("Samme id bruges flere gange.", "Giv hver række sit eget id."),
        "en": ("The same id is used more than once.", "Give each row its own id."),
    },
    "host_unknown": {
        "da": (
            "Værten findes ikke på listen over værter.",
            "Skriv værtens id eller navn, som det står dér.",
        ),
        "en": (
            "The host is not on the list of hosts.",
            "Write the host's id or name as it is written there.",
        ),
    },
    "intern_unknown": {
        "da": (
            "Praktikanten findes ikke på listen over praktikanter.",
            "Skriv praktikantens id eller navn, som det står dér.",
        ),
        "en": (
            "The intern is not on the list of interns.",
            "Write the intern's id or name as it is written there.",
        ),
    },
    "min_above_max": {
        "da": (
            "»Mindst« er større end »Højst«.",
            "Byt om på tallene, eller ret det ene.",
        ),
        "en": ("The minimum is above the maximum.", "Swap the numbers, or fix one of them."),
    },
    "past_visit_nowhere": {
        "da": ("Et tidligere besøg mangler både vært og arbejdsplads.", "Udfyld en af dem."),
        "en": ("A past visit lacks both host and workplace.", "Fill in one of them."),
    },
    "relation_without_two": {
        "da": ("Der mangler to arbejdspladser eller to sektorer.", "Skriv begge, eller slet rækken."),
        "en": ("Two workplaces or two sectors are needed.", "Write both, or delete the row."),
    },
    "journey_without_distance": {
        "da": ("Rejsen har hverken km eller minutter.", "Udfyld en af dem."),
        "en": ("The journey has neither km nor minutes.", "Fill in one of them."),
    },
    "journey_twice": {
        "da": ("Den samme rejse står flere gange.", "Behold én række."),
        "en": ("The same journey is listed more than once.", "Keep one row."),
    },
    "max_above_limit": {
        "da": (
            "Værten vil tage imod flere ad gangen, end indstillingerne tillader.",
            "Skriv højst {limit}, eller hæv »Højst ad gangen« i arket Indstillinger.",
        ),
        "en": (
            "The host takes more at once than the settings allow.",
            "Write at most {limit}, or raise rules.capacity.limit in the sheet Settings.",
        ),
    },
    "pair_twice": {
        "da": ("Parret {intern} og {host} står flere gange.", "Behold én række."),
        "en": ("The pair {intern} and {host} is listed more than once.", "Keep one row."),
    },
    "group_too_large": {
        "da": (
            "Gruppen er større, end nogen vært tager imod ad gangen ({limit}), og kan ikke få et besøg.",
            "Del gruppen, eller hæv en værts »Højst«.",
        ),
        "en": (
            "The group is larger than any host takes at once ({limit}) and cannot get a visit.",
            "Split the group, or raise the maximum of a host.",
        ),
    },
    "no_effect_aim": {
        "da": (
            "»{column}« er udfyldt i {rows}, men er ikke blandt målene og betyder ingenting.",
            "Tilføj målet i indstillingerne, eller slet målene dér, så de følger det, der er udfyldt.",
        ),
        "en": (
            '"{column}" has values in {rows}, but is not among the aims and has no effect.',
            "Add the aim to the settings, or remove the aims so that they follow what is filled in.",
        ),
    },
    "nothing_planned_before": {
        "da": (
            "»ændringer« er blandt målene, men der er ingen plan at ændre, så målet betyder ingenting.",
            "Omplanlæg med den gamle plan, eller slet målet i indstillingerne.",
        ),
        "en": (
            '"changes" is among the aims, but there is no plan to change, so the aim has no effect.',
            "Plan anew from the old plan, or remove the aim from the settings.",
        ),
    },
    "no_effect_rule": {
        "da": (
            "»{column}« er udfyldt i {rows}, men reglen om det er slået fra: {rules}.",
            "Slå reglen til i indstillingerne, hvis det skal tælle.",
        ),
        "en": (
            '"{column}" has values in {rows}, but the rule for it is off: {rules}.',
            "Switch the rule on in the settings if it should count.",
        ),
    },
    "no_effect_limit": {
        "da": (
            "»{column}« er udfyldt i {rows}, men reglen er ikke fast, så grænsen gælder ikke: {rules}.",
            "Sæt reglen til »fast« i indstillingerne, hvis grænsen skal holdes.",
        ),
        "en": (
            '"{column}" has values in {rows}, but the rule is not hard, so it is no limit: {rules}.',
            "Set the rule to hard in the settings if the limit should be kept.",
        ),
    },
    "group_without_effect": {
        "da": (
            "Nogle har meldt sig sammen, men reglen om det er slået fra: De kan få hver sit besøg.",
            "Sæt rules.together.mode til »fast« i arket Indstillinger, hvis grupperne skal holdes samlet.",
        ),
        "en": (
            "Some people signed up together, but that rule is off: they may get separate visits.",
            'Set rules.together.mode to "hard" in the sheet Settings to keep the groups together.',
        ),
    },
    "group_visits_differ": {
        "da": (
            "De, der har meldt sig sammen, ønsker ikke lige mange besøg.",
            "Skriv samme antal besøg for hele gruppen.",
        ),
        "en": (
            "Those who signed up together wish for different numbers of visits.",
            "Write the same number of visits for the whole group.",
        ),
    },
    "aims_order": {
        "da": (
            "Målene er ikke i en brugbar rækkefølge.",
            "Skriv hvert mål én gang, og sæt »placerede« før »point«.",
        ),
        "en": (
            "The order of the aims does not work.",
            'Write each aim once, and put "placed" before "points".',
        ),
    },
    "worst_off_hard": {
        "da": (
            "Reglen om den dårligst stillede praktikant kan ikke være fast.",
            "Skriv »blød«, eller sæt »dårligst stillede« ind under Mål.",
        ),
        "en": (
            "rules.worst_off cannot be a hard rule.",
            'Write "soft", or make it one of the aims.',
        ),
    },
    "quota_unbounded": {
        "da": (
            "Kvoten har ingen brugbar grænse.",
            "Angiv min, max eller begge, og min højst som max.",
        ),
        "en": ("The quota has no usable limit.", "Give min, max or both, with min at most max."),
    },
    "quota_value_unknown": {
        "da": ("Ingen har kvotens værdi i »{column}«.", "Ret værdien i kvoten."),
        "en": ('Nobody has the value of the quota in "{column}".', "Fix the value in the quota."),
    },
    "points_too_large": {
        "da": (
            "Pointene er så store, at summen ikke kan regnes nøjagtigt ud.",
            "Brug mindre tal; højst {limit} i alt.",
        ),
        "en": (
            "The points are so large that a sum cannot be exact.",
            "Use smaller numbers; at most {limit} in all.",
        ),
    },
    "field_blank": {
        "da": (
            "»{column}« er ikke udfyldt i {rows}. For dem gælder disse regler ikke: {rules}.",
            "Udfyld cellerne, hvis reglerne skal gælde alle.",
        ),
        "en": (
            '"{column}" is blank in {rows}. These rules do not apply there: {rules}.',
            "Fill in the cells if the rules should apply to everybody.",
        ),
    },
    "municipality_unknown": {
        "da": (
            "Kommunen kendes ikke.",
            "Skriv en af de 98 kommuner, for eksempel Aarhus. Ligger stedet ikke i Danmark, så skriv "
            "afstanden i arket Rejser.",
        ),
        "en": (
            "Unknown municipality.",
            "Write one of the 98, for example Aarhus. If the place is not in Denmark, put the distance in "
            "the sheet Travel.",
        ),
    },
    "week_outside": {
        "da": (
            "Uger uden for runden tæller ikke.",
            "Ret ugerne, eller tilføj dem til rundens uger.",
        ),
        "en": (
            "Weeks outside the round do not count.",
            "Fix the weeks, or add them to the weeks of the round.",
        ),
    },
    "intern_twice": {
        "da": ("Praktikanten {intern} står to gange i samme besøg.", "Slet den ene række."),
        "en": ("The intern {intern} is named twice in one visit.", "Delete one of the rows."),
    },
}
