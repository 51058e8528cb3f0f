"""Repeal (upphävande): a body's decision that ends the plan; entered by one, compared with the minutes by another."""
