"""The readers' search: one table that apps fill through providers."""
