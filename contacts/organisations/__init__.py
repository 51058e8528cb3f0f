"""Organisations that the municipality works with, its own operations included (A3.1, A6.1)."""
