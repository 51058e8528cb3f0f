"""What the seal tells others: an edition was sealed, in the transaction that sealed it."""

from django.dispatch import Signal

# Sent with `edition`; a receiver that fails undoes the sealing, so what may lag waits for the commit.
edition_sealed = Signal()
