"""The referral (remiss): who was asked about which text, what they answered, and what was done about it."""
