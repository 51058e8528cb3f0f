"""The training catalogue."""
