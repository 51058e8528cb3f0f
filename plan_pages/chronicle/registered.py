"""Registrations of a plan that was decided before: imported, compared, confirmed or sent back."""

from collections.abc import Iterator

from plan_pages.chronicle.entry import Entry, OwnKind, Taker
from plan_pages.editions.history import History
from plan_pages.registration.models import Registration, RegistrationState

ANSWERS = {
    RegistrationState.CONFIRMED: OwnKind.IMPORT_CONFIRMED,
    RegistrationState.RETURNED: OwnKind.IMPORT_RETURNED,
    RegistrationState.WITHDRAWN: OwnKind.IMPORT_WITHDRAWN,
}


def registrations_of(history: History) -> Iterator[Entry]:
    editions = {edition.pk: edition for edition in history.editions}
    for row in Registration.objects.filter(series=history.series):
        edition = editions.get(row.edition_id) if row.edition_id else None
        yield Entry(
            kind=OwnKind.IMPORTED,
            at=row.imported_at,
            edition=edition,
            registration=row.pk,
            data={"source_sha256": row.source_sha256},
            takers=_taker(row.imported_by_id),
        )
        if row.answered_at is not None and row.state in ANSWERS:
            yield Entry(
                kind=ANSWERS[RegistrationState(row.state)],
                # Confirming seals, and the edition follows on the confirmation.
                at=edition.sealed_at if edition is not None else row.answered_at,
                row=1,
                text=row.note,
                edition=edition,
                registration=row.pk,
                takers=_taker(row.answered_by_id),
            )


def _taker(account: int | None) -> tuple[Taker, ...]:
    return (Taker(account),) if account else ()
