"""Why something could not be written, in words."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang

FAILURES: dict[int, dict[Lang, str]] = {
    errno.ENOSPC: {"da": "disken er fuld", "en": "the disk is full"},
    errno.EACCES: {"da": "der er ikke adgang", "en": "access is denied"},
    errno.EPERM: {"da": "der er ikke adgang", "en": "access is denied"},
    errno.EROFS: {"da": "der kan ikke skrives på disken", "en": "the disk is read-only"},
    errno.ENOENT: {"da": "mappen findes ikke", "en": "the folder does not exist"},
    errno.ENOTDIR: {"da": "mappen findes ikke", "en": "the folder does not exist"},
    errno.EISDIR: {"da": "der er en mappe med det navn", "en": "there is a folder of that name"},
    errno.EEXIST: {"da": "filen findes allerede", "en": "the file exists already"},
    errno.ENAMETOOLONG: {"da": "navnet er for langt", "en": "the name is too long"},
    errno.EINVAL: {"da": "navnet kan ikke bruges", "en": "the name cannot be used"},
    errno.EPIPE: {"da": "modtageren er lukket", "en": "the receiver is closed"},
    errno.EBADF: {"da": "modtageren er lukket", "en": "the receiver is closed"},
}
OTHER_FAILURE: dict[Lang, str] = {"da": "fejl {number}", "en": "error {number}"}


def failure(error: OSError | ValueError, lang: Lang) -> str:
    """Return why something could not be written.

    Examples
    --------
    >>> failure(PermissionError(13, "Permission denied"), "da")
    'der er ikke adgang'
    """
    number = getattr(error, "errno", None) or errno.EINVAL
    told = FAILURES.get(number)
    return told[lang] if told else OTHER_FAILURE[lang].format(number=number)
