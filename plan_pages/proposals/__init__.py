"""Proposals to revise a plan: raised by readers and by other apps, answered by those who write the next edition."""
