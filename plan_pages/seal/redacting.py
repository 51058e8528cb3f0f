"""Taking something out of a sealed part, and telling what was taken out here from what somebody wrote into the tables.

A redacted part has lost the text that its digest was computed from, so its replacement is signed with the site's own
key: a row written past this function is not shown and is named by `verify_editions`.
"""

import datetime
from typing import Any

from django.core import signing
from django.db import models, transaction
from django.db.models import F

from handslag import clock
from handslag.privacy.guard import refuse_instance
from plan_pages.documents.canonical import canonical_json
from plan_pages.editions.leaf import EditionLeaf, EditionRedaction
from plan_pages.editions.series import EditionSeries

SALT = "plan_pages.redaction"


@transaction.atomic
def redact_leaf(leaf: EditionLeaf, body: str, reason: str, user: Any) -> EditionRedaction:
    """Put `body`, the part's JSON with something taken out, in its place and destroy text and salt.

    Raises PersonalDataFound where the reason itself holds an identity number.
    """
    row = EditionRedaction(leaf=leaf, body=body, reason=reason, redacted_at=clock.now(), redacted_by=user)
    refuse_instance(row, ["reason"])
    row.signature = signing.Signer(salt=SALT).signature(_signed(row))
    row.save()
    # The leaf's own manager changes nothing; the trigger lets just this through.
    models.QuerySet(EditionLeaf).filter(pk=leaf.pk).update(body="", salt="")
    EditionSeries.objects.filter(editions=leaf.edition_id).update(redactions=F("redactions") + 1)
    return row


def is_signed(row: EditionRedaction) -> bool:
    """Was it made by `redact_leaf`, with this site's key or one before it (SECRET_KEY_FALLBACKS)?"""
    try:
        signing.Signer(salt=SALT).unsign(f"{_signed(row)}:{row.signature}")
    except signing.BadSignature:
        return False
    return True


def _signed(row: EditionRedaction) -> str:
    moment = row.redacted_at.astimezone(datetime.UTC).isoformat()
    return canonical_json([row.leaf.digest, row.body, row.reason, moment, row.redacted_by_id])
