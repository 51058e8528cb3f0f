"""Helplines: one record each, used everywhere; the public sees it while somebody vouches for it (A6.2, B-5.2)."""
