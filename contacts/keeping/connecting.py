"""Where the coordinator's pages come into the admin."""

from wagtail import hooks
from wagtail.permissions import register_permission_policy

from contacts.functions.function import Function
from contacts.keeping import forgetting
from contacts.keeping.policies import NeverDeleted
from contacts.keeping.viewsets import ContactsViewSets
from contacts.organisations.organisation import Organisation


def viewsets() -> ContactsViewSets:
    return ContactsViewSets()


def connect() -> None:
    for model in (Organisation, Function):
        register_permission_policy(model, NeverDeleted(model), exact_class=True)
    hooks.register("register_admin_viewset", viewsets)
    forgetting.connect()
