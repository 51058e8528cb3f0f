"""The app of the samples; it has commands and no models."""

from django.apps import AppConfig


class ContactSamplesConfig(AppConfig):
    name = "tests.support.contact_samples"
    label = "contact_samples"
    verbose_name = "samples of contacts"
