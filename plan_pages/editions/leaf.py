"""The sealed text, part by part, and what a redaction leaves of a part."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from handslag import clock
from handslag.privacy.registration import scanned
from plan_pages.editions.edition import Edition
from plan_pages.editions.insert_only import InsertOnlyModel

_SEALED = "scanned before it was sealed"
_MACHINE = "made by the program"


@scanned(exempt={"body": _SEALED, **dict.fromkeys(("section", "salt", "digest"), _MACHINE)})
class EditionLeaf(InsertOnlyModel):
    """`section` is the section's id, "" for the front; `body` its canonical JSON; `digest` = SHA-256(salt ‖ body)."""

    edition = models.ForeignKey(
        Edition, on_delete=models.PROTECT, related_name="leaves", verbose_name=_("edition")
    )
    position = models.PositiveIntegerField(_("position"))
    section = models.CharField(_("section"), max_length=36, blank=True)
    body = models.TextField(_("text"), blank=True)
    salt = models.CharField(_("salt"), max_length=64, blank=True)
    digest = models.CharField(_("digest"), max_length=64)

    class Meta:
        verbose_name = _("part of an edition")
        verbose_name_plural = _("parts of editions")
        ordering = ["edition", "position"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "position"], name="leaf_position_once"),
            models.UniqueConstraint(fields=["edition", "section"], name="leaf_section_once"),
        ]

    def __str__(self) -> str:
        return f"{self.edition_id}#{self.position}"


@scanned(exempt={"body": "a sealed text with something taken out", "signature": _MACHINE})
class EditionRedaction(InsertOnlyModel):
    """Who took something out of a leaf, when and why; never what. `body` is shown in the leaf's place.

    The leaf's own body and salt are destroyed after this row is there, so the removed text cannot be found by trying.
    Made by `plan_pages.seal.redacting`, which signs it.
    """

    leaf = models.OneToOneField(
        EditionLeaf, on_delete=models.PROTECT, related_name="redaction", verbose_name=_("part")
    )
    body = models.TextField(_("text"))
    reason = models.TextField(_("reason"))
    signature = models.CharField(_("signature"), max_length=64, blank=True)
    redacted_at = models.DateTimeField(_("redacted at"), default=clock.now)
    redacted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("redacted by"),
    )

    class Meta:
        verbose_name = _("redaction")
        verbose_name_plural = _("redactions")

    def __str__(self) -> str:
        return f"#{self.leaf_id}"
