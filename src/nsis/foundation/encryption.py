"""Values that only this installation can read, and the keyed index by which it finds them again."""

import functools
import hashlib
import hmac
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from nsis.foundation import keys

FORMAT = b"\x01"
KEY_ID_BYTES = 4
NONCE_BYTES = 12
HEADER_BYTES = len(FORMAT) + KEY_ID_BYTES


class DecryptionError(Exception):
    """The token was made with a key this installation does not have, or was altered."""


def encrypt(text: str) -> bytes:
    """AES-256-GCM with the newest key. Token: format (1 byte), key id (4), nonce (12), ciphertext and tag."""
    key_id, cipher = next(iter(_ciphers().items()))
    header = FORMAT + key_id
    nonce = os.urandom(NONCE_BYTES)
    return header + nonce + cipher.encrypt(nonce, text.encode(), header)


def decrypt(token: bytes) -> str:
    """The text of a token; DecryptionError if it cannot be trusted or read."""
    header, nonce, sealed = (
        token[:HEADER_BYTES],
        token[HEADER_BYTES:][:NONCE_BYTES],
        token[HEADER_BYTES + NONCE_BYTES :],
    )
    cipher = _ciphers().get(header.removeprefix(FORMAT))
    if cipher is None:
        raise DecryptionError("This value was encrypted with a key that this installation does not have.")
    try:
        return cipher.decrypt(nonce, sealed, header).decode()
    except (InvalidTag, ValueError) as error:
        raise DecryptionError("This encrypted value was altered.") from error


def keyed_index(kind: str, value: str) -> bytes:
    """HMAC-SHA256 (32 bytes) of a normalised value: finds it without showing it. `kind` keeps kinds apart."""
    return hmac.digest(keys.current().index, f"{kind}\0{value}".encode(), "sha256")


@functools.cache
def _ciphers() -> dict[bytes, AESGCM]:
    """Key id -> cipher, newest first."""
    return {hashlib.sha256(key).digest()[:KEY_ID_BYTES]: AESGCM(key) for key in keys.current().encryption}
