"""Who made a plan: an Ed25519 signature of its seal, for those who must know. Needs the extra `sign`."""

from __future__ import annotations

import base64
import binascii
from pathlib import Path
from typing import TYPE_CHECKING, Any

from innopraktik_match.domain.issues import Issue, Place, RoundError

if TYPE_CHECKING:
    from os import PathLike

    from innopraktik_match.domain.plan import Plan


def sign(plan: Plan, key: str | PathLike[str]) -> Plan:
    """Return a plan sealed and signed.

    Parameters
    ----------
    plan : Plan
    key : path
        A private Ed25519 key without a password, as PEM or of OpenSSH:
        `openssl genpkey -algorithm ed25519 -out key.pem`.

    Raises
    ------
    RoundError
        The key cannot be read, or the extra is not installed.
    """
    from cryptography.hazmat.primitives import serialization

    private = _loaded(
        key,
        lambda data: serialization.load_pem_private_key(data, None),
        lambda data: serialization.load_ssh_private_key(data, None),
    )
    sealed = plan.sealed()
    signature = base64.b64encode(private.sign(sealed.sha256.encode())).decode()
    return sealed.model_copy(update={"signature": signature})


def signed_by(plan: Plan, key: str | PathLike[str]) -> bool:
    """Return whether a plan, as it is sealed now, was signed with the private half of a public key.

    Parameters
    ----------
    plan : Plan
    key : path
        A public Ed25519 key, as PEM or of OpenSSH: `openssl pkey -in key.pem -pubout -out public.pem`.

    Raises
    ------
    RoundError
        The key cannot be read, or the extra is not installed.
    """
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives import serialization

    public = _loaded(key, serialization.load_pem_public_key, serialization.load_ssh_public_key)
    try:
        public.verify(base64.b64decode(plan.signature, validate=True), plan.content_sha256().encode())
    except (InvalidSignature, binascii.Error, ValueError):
        return False
    return True


def require_signing(key: str | PathLike[str]) -> None:
    """Raise RoundError at once where the extra for signing is not installed."""
    from importlib.util import find_spec

    if find_spec("cryptography") is None:
        raise RoundError([Issue("signing_not_installed", places=(Place(file=Path(key).name),))])


def _loaded(key: str | PathLike[str], *loaders: Any) -> Any:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric import ed25519

    from innopraktik_match.files.raw.inputs import read_bytes

    data, issues = read_bytes(Path(key))
    if data is None:
        raise RoundError(issues)
    for load in loaders:
        try:
            found = load(data)
        except (ValueError, TypeError, UnsupportedAlgorithm):
            continue
        if isinstance(found, (ed25519.Ed25519PrivateKey, ed25519.Ed25519PublicKey)):
            return found
    raise RoundError([Issue("key_unreadable", places=(Place(file=Path(key).name),))])
