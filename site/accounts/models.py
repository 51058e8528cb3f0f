"""The app's models; each lives in a module of its own."""

from accounts.invitation import Invitation
from accounts.user import User

__all__ = ["Invitation", "User"]
