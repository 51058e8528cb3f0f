"""A plan's whole story on one page and as files for the archive: drafts, reviews, referral, decisions, corrections."""
