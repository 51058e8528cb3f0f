"""Wordings in what was just written that deserve a second look; they are pointed out and stop nothing (A8.3)."""

from handslag.privacy.scanner import scan


def warnings_about(*texts: str) -> list[str]:
    """Each reason once."""
    found = (finding for text in texts for finding in scan(text) if not finding.is_blocking)
    return list(dict.fromkeys(str(finding.advice) for finding in found))
