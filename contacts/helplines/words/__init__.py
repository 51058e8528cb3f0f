"""What is said about a helpline in other languages. Words only: number, links and verification are one record."""
