"""Accounts: e-mail sign-in, invitations."""
