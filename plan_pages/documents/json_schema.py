"""The published JSON Schema of documents; older versions stay readable and stay published."""

from typing import Any

from .model import SCHEMA_VERSION, EditionDocument

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(version: int = SCHEMA_VERSION) -> dict[str, Any]:
    """Raises KeyError for a version that never was."""
    if version != SCHEMA_VERSION:
        raise KeyError(version)
    return {"$schema": DIALECT, **EditionDocument.model_json_schema(mode="serialization")}
