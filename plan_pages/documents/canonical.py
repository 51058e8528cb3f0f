"""One way to write a value as bytes, and what is computed over them.

The form is that of RFC 8785 for what documents hold (objects, lists, texts, whole numbers, true, false, null): keys in
order, no blanks, UTF-8. Keys are ASCII, so their order is the same by code point and by UTF-16.
"""

import hashlib
import json
import secrets
from typing import Any

SALT_BYTES = 32


def canonical_json(value: Any) -> str:
    """Raises TypeError for what JSON does not know, ValueError for figures that are not numbers."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def new_salt() -> str:
    """64 hexadecimal digits from the system's own source of chance."""
    return secrets.token_hex(SALT_BYTES)


def leaf_digest(salt: str, body: str) -> str:
    """SHA-256 over the salt's bytes and the body; without the salt a removed text cannot be found by trying."""
    return hashlib.sha256(bytes.fromhex(salt) + body.encode()).hexdigest()


def digest_of(value: Any) -> str:
    return hashlib.sha256(canonical_json(value).encode()).hexdigest()
