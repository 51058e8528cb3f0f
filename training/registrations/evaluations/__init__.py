"""What those who came thought of an occasion; who answered what cannot be found out."""
