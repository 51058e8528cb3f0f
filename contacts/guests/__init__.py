"""Guests of one meeting: invited by mail, without an account, to that meeting and nothing else (B-1.2)."""
