"""Faults of keys in words: what is wrong, and how to fix it."""

from __future__ import annotations

KEY_ISSUES: dict[str, dict[str, tuple[str, str]]] = {
    "key_unreadable": {
        "da": (
            "Filen er ikke en Ed25519-nøgle, der kan læses.",
            "Til underskrift bruges den private nøgle uden adgangskode, til kontrol den offentlige.",
        ),
        "en": (
            "The file is no Ed25519 key that can be read.",
            "Signing takes the private key, without a password; verifying takes the public one.",
        ),
    },
    "signing_not_installed": {
        "da": (
            "Underskrifter kræver et tillæg, der ikke er installeret.",
            "Installér det med: pip install 'innopraktik-match[sign]'.",
        ),
        "en": (
            "Signatures need an extra that is not installed.",
            "Install it with: pip install 'innopraktik-match[sign]'.",
        ),
    },
}
