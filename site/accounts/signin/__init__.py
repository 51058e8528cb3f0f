"""Signing in, the second step, and what an account's holder manages."""
