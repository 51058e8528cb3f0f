"""How an app brings what it has: its `contributions` module is imported when the app is ready."""

from importlib import import_module

from django.apps import AppConfig


class ContributingAppConfig(AppConfig):
    """An app of the house. Whatever it adds to pages, lists and rights stands in its `contributions.py`."""

    # Django looks for the one class of `apps.py` that may be the app's; this base, imported there, is not.
    default = False
    default_auto_field = "django.db.models.BigAutoField"

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls.default = True

    def ready(self) -> None:
        super().ready()
        import_module(f"{self.name}.contributions")
