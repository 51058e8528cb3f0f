"""The log of restricted reading as auditors see it: who read which number and when, never what it said."""
