"""What the settings of rules are called."""

from __future__ import annotations

KNOBS: dict[str, tuple[str, str]] = {
    "points": ("point", "points"),
    "points_per_day": ("point pr. dag", "points per day"),
    "points_per_km": ("point pr. km", "points per km"),
    "tolerance": ("dage til forskel", "days of difference"),
    "unlisted": ("point uden for listen", "points where not listed"),
    "no_wishes": ("point uden ønsker", "points without wishes"),
    "limit": ("højst ad gangen", "most at once"),
    "limits": ("kvoter", "quotas"),
    "moved": ("flyttet", "moved"),
    "moved_told": ("flyttet efter et ja", "moved after a yes"),
    "rescheduled": ("ny uge eller længde", "another week or length"),
    "breaking": ("lås mod en regel", "lock against a rule"),
    "refuse": ("afvises", "refused"),
    "accept": ("er jeres beslutning", "is your decision"),
    "locked": ("bliver stående", "stays"),
    "min": ("mindst", "at least"),
    "max": ("højst", "at most"),
    "forbid": ("forbudt", "forbidden"),
    "years": ("år, der tæller", "years that count"),
    "always": ("altid", "always"),
    "column": ("kolonne", "column"),
    "weeks": ("uger", "weeks"),
    "criteria": ("kriterier", "criteria"),
}
"""Settings of a rule."""
