"""Accounts and invitations in the admin."""
