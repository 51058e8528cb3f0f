"""The key in the mailed link; the database holds its digest only."""

import hashlib
import secrets

LENGTH = 32


def new_key() -> str:
    return secrets.token_urlsafe(LENGTH)


def digest(key: str) -> str:
    """No salt: the key is 256 random bits and cannot be found by trying."""
    return hashlib.sha256(key.encode()).hexdigest()
