"""The app of the samples; it has commands and no models."""

from django.apps import AppConfig


class PlanSamplesConfig(AppConfig):
    name = "tests.support.plan_samples"
    label = "plan_samples"
    verbose_name = "samples of plans"
