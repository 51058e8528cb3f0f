"""What every part of a document has in common."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """Nothing unknown comes in, nothing changes afterwards."""

    model_config = ConfigDict(frozen=True, extra="forbid")
