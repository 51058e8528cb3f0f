"""A refusal as the sentences a person reads."""

from django.core.exceptions import PermissionDenied, ValidationError

# What the road's acts raise when a person may not, or when something has to be mended first.
REFUSALS = (ValidationError, PermissionDenied)


def sentences_of(refusal: Exception) -> list[str]:
    return refusal.messages if isinstance(refusal, ValidationError) else [str(refusal)]
