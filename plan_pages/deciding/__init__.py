"""The pages under /beslut/: every matter, what it changes, and what one may do about it. They work without scripts."""
