"""Contacts by the thousand, and a command that measures the lists over them."""
