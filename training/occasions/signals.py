"""What others are told of an occasion; sent within the transaction that changes it."""

from django.dispatch import Signal

# Arguments: occasion, and for `moved` also `before`: the days as they were, as (begins, ends).
moved = Signal()
cancelled = Signal()
# More places than before: the queue may move up.
room_made = Signal()
