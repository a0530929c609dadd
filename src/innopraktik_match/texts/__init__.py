"""Every word that a person reads, in Danish and English."""

from innopraktik_match.texts.issues import issue_lines

__all__ = ["issue_lines"]
