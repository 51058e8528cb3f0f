"""Deleted pages wait here for 30 days, outside every site."""
