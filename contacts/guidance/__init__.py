"""Requests for guidance: staff ask the consultation forum about a kind of situation, never about a person (B-0.6)."""
