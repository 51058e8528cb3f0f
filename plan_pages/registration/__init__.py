"""Registering a plan that was decided before Handslag: one imports it, another compares and confirms."""
