"""What would help somebody without a visit, in a few words."""

BY_CODE: dict[str, tuple[str, str]] = {
    "full": ("En plads mere hos en af værterne.", "One more place at one of the hosts."),
    "outbid": (
        "At den ledige plads må bruges, selv om en anden så får det dårligere.",
        "That the free place may be used although somebody else then fares worse.",
    ),
    "too_few": (
        "At værten tager imod færre ad gangen.",
        "That the host receives fewer at a time.",
    ),
    "no_host": ("Flere værter.", "More hosts."),
}
"""Code of a reason -> what would help."""

BY_RULE: dict[str, tuple[str, str]] = {
    "ban": ("At et fravalg bliver trukket tilbage.", "That a refusal is withdrawn."),
    "dates": ("En uge mere.", "One more week."),
    "duration": ("Et andet antal dage.", "Another number of days."),
    "travel": ("En længere rejse.", "A longer journey."),
    "themes": ("Flere temaer.", "More themes."),
    "intern_wishes": ("Flere ønsker.", "More wishes."),
    "host_wishes": ("At værten åbner for flere.", "That the host opens to more people."),
    "role": ("At værten åbner for flere roller.", "That the host opens to more roles."),
    "pair_points": ("Flere par på listen over par.", "More pairs on the list of pairs."),
}
"""Rule that took hosts away -> what would help; nothing does against one's own workplace."""

OTHER_RULE = ("At reglen bliver blød.", "That the rule is made soft.")
