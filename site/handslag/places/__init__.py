"""Municipalities and their organisational units."""
