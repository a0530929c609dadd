"""Why somebody is kept from a host that is probably their own; people read it in the list of bans."""

REASONS = {
    "workplace": "ligner egen arbejdsplads",
    "contact": "er selv værtens kontaktperson",
}
