"""Letters as drafts of e-mails: one recipient each, to be looked at and sent."""

from __future__ import annotations

import hashlib
from email.message import EmailMessage
from email.policy import SMTP
from typing import TYPE_CHECKING

from innopraktik_match.report.packs.plain_text import one_address

if TYPE_CHECKING:
    from innopraktik_match.report.packs.letters import Letter


def draft(letter: Letter, text: str, html: str) -> bytes:
    """Return a letter as a file that mail programs open as a draft.

    Who has no single valid address gets a draft without one. The same letter gives the same bytes.
    """
    message = EmailMessage(policy=SMTP)
    address = one_address(letter.email)
    if address:
        message["To"] = address
    message["Subject"] = letter.subject
    message["X-Unsent"] = "1"  # what opens a message for editing in Outlook
    message.set_content(text, cte="base64")
    message.add_alternative(html, subtype="html", cte="base64")
    message.set_boundary(hashlib.sha256(f"{letter.file}\0{text}".encode()).hexdigest()[:32])
    return message.as_bytes()
