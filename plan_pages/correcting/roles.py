"""Who takes part in the short roads, in one place; `rules` asks it."""

PROPOSERS = ("editor", "coordinator")
# The plan owner's function or its deputy approves a correction (design: Correction). Who holds a function is not known
# to accounts, so these roles stand for it.
OWNERS = ("board_secretary", "coordinator", "reviewer")

PREPARERS = ("editor", "coordinator", "board_secretary")
CONFIRMERS = ("board_secretary", "coordinator", "reviewer", "board")

REVIEWERS = ("editor", "coordinator", "board_secretary", "reviewer")
REMINDED = ("editor", "coordinator")

# Reads what the others did.
WATCHERS = ("auditor",)
