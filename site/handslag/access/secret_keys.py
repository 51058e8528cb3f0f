"""The secret in a private address or a mailed link; the database holds its digest only."""

import hashlib
import secrets

BYTES = 32


def new_secret() -> str:
    return secrets.token_urlsafe(BYTES)


def digest_of_secret(secret: str) -> str:
    """No salt: the secret is 256 random bits and cannot be found by trying."""
    return hashlib.sha256(secret.encode()).hexdigest()
