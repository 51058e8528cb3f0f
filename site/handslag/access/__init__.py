"""Who sees and does what: closed by default, one decision point."""
