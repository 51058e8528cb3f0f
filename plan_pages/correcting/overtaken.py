"""The refusals of an old page: somebody was faster, and nothing was saved."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


class OvertakenError(ValidationError):
    """Something was sealed since."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Something was sealed or recorded since you opened this, so nothing was saved; begin anew from how it "
                "is now."
            )
        )


class AnsweredAlreadyError(ValidationError):
    def __init__(self) -> None:
        super().__init__(_("This has been answered already; nothing was changed."))


class WaitsAlreadyError(ValidationError):
    def __init__(self) -> None:
        super().__init__(
            _(
                "Another one waits for its answer, so nothing was saved; that one is answered or withdrawn first."
            )
        )
