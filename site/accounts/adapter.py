"""What allauth may do here."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedAccountAdapter(DefaultAccountAdapter):
    """No open sign-up: accounts come by invitation."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
