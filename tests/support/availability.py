"""What to do when a test needs a program that this machine does not have (one rule, kept here)."""

import os
from typing import NoReturn

import pytest


class MissingProgramError(Exception):
    """Says in one sentence what is missing and what to install."""


def running_in_ci() -> bool:
    return os.environ.get("CI", "").lower() in {"1", "true", "yes"}


def unavailable(sentence: str) -> NoReturn:
    """Skip on a developer's machine; fail in CI, where a silent skip would pass for a green run."""
    if running_in_ci():
        pytest.fail(f"{sentence} (a failure because CI is set)", pytrace=False)
    pytest.skip(sentence)
