"""Bodies that meet, contacts that recur, and their meetings (A1.1-A2.4)."""
