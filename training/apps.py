"""The training catalogue."""

from django.utils.translation import gettext_lazy as _

from handslag.contributing import ContributingAppConfig


class TrainingConfig(ContributingAppConfig):
    name = "training"
    verbose_name = _("training catalogue")
