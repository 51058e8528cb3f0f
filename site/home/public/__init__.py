"""The public section: what residents see without signing in."""
