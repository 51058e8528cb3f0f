"""Routines of a body: checklists whose steps are dated and signed, round by round (B-2.1)."""
