"""A person who was taken out of the directory is named nowhere, the site history included."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import post_delete
from wagtail.models import ModelLogEntry

from contacts.functions.person import ContactPerson


def forget(sender: type, instance: ContactPerson, **kwargs: Any) -> None:
    """That somebody was removed, when and by whom stays; who it was does not."""
    about = ContentType.objects.get_for_model(ContactPerson)
    ModelLogEntry.objects.filter(content_type=about, object_id=str(instance.pk)).update(label="")


def connect() -> None:
    post_delete.connect(forget, sender=ContactPerson, dispatch_uid="contacts.keeping.forget")
