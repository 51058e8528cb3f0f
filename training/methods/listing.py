"""The register as rows of a file: every review of every method, the latest first."""

from django.utils.translation import gettext as _

from handslag.spreadsheets.writing import Cell
from training.methods.rules import Standing, standings


def lines() -> list[list[Cell]]:
    head: list[Cell] = [
        _("Method"),
        _("What it is and whom it is for"),
        _("Function that answers for it"),
        _("Replaced by"),
        _("Decision"),
        _("Decided on"),
        _("Next review"),
        _("What is known of its effect"),
        _("Sources"),
    ]
    return [head, *(line for one in standings() for line in _lines(one))]


def _lines(one: Standing) -> list[list[Cell]]:
    method = one.method
    about: list[Cell] = [
        method.name,
        method.description,
        method.owner.name if method.owner else "",
        method.replaced_by.name if method.replaced_by else "",
    ]
    reviews = [one.review, *one.earlier] if one.review else []
    if not reviews:
        return [[*about, _("not reviewed yet"), "", "", "", ""]]
    return [
        [
            *about,
            str(review.get_decision_display()),
            review.decided_on.isoformat(),
            review.next_review_on.isoformat() if review.next_review_on else "",
            review.evidence,
            " ".join(review.links),
        ]
        for review in reviews
    ]
