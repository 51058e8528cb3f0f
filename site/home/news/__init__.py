"""News (horizon scanning)."""
