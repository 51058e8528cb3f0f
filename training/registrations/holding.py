"""Everything that changes who has a place holds the occasion's row first, and so comes one after another."""

from training.occasions.occasion import Occasion


def hold(occasion: int) -> Occasion:
    """Within a transaction; the row as it stands now. FOR NO KEY UPDATE: rows that refer to it may go on."""
    return Occasion.objects.select_for_update(no_key=True).get(pk=occasion)


def count(held: Occasion, change: int) -> None:
    """So many places more are taken, or fewer."""
    held.taken += change
    held.save(update_fields=["taken"])
