"""One address per account, the one in `User.email`. allauth keeps a table of its own; it follows.

Without this an address that an administrator has changed would still sign in and still receive reset links. The
address counts as verified: it was proved by the invitation's link or set by an administrator.
"""

from typing import Any

from allauth.account.models import EmailAddress
from django.db.models.signals import post_save

from accounts.user import User


def follow_user(sender: type[User], instance: User, raw: bool = False, **kwargs: Any) -> None:
    if raw:
        return
    EmailAddress.objects.filter(user=instance).exclude(email=instance.email).delete()
    EmailAddress.objects.update_or_create(
        user=instance, email=instance.email, defaults={"verified": True, "primary": True}
    )


def connect() -> None:
    post_save.connect(follow_user, sender=User, dispatch_uid="accounts.addresses")
