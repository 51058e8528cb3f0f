"""What is said where the rows and the seal differ."""

from plan_pages.editions.edition import Edition


class BrokenSealError(Exception):
    """The rows say something else than what was sealed; `place` says where, without the text."""

    def __init__(self, edition: Edition, place: str) -> None:
        self.edition, self.place = edition, place
        super().__init__(f"Edition {edition.pk}: {place} does not match the seal.")
