"""The proof that somebody took part."""
