"""The app of the samples."""

from django.apps import AppConfig


class AdminSamplesConfig(AppConfig):
    name = "tests.support.admin_samples"
    label = "admin_samples"
    verbose_name = "samples"
    default_auto_field = "django.db.models.BigAutoField"
