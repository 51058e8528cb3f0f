"""What the short roads tell others, in the transaction in which it happens: a receiver that fails undoes it."""

from django.dispatch import Signal

# Sent by Correction with `correction`, `editions` (those that were sealed) and `facts` (CorrectedFact rows): a draft
# that is open may hold the old words.
correction_approved = Signal()

# Sent by CurrencyReview with `review`: the plan is to be revised by a new decision.
currency_says_revise = Signal()
