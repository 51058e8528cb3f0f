"""The readers' search finds the edition in force, section by section: never a draft, never an earlier edition."""
