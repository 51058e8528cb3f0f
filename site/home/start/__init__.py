"""The start page: what waits, what changed, what comes."""
