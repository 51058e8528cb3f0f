"""A running demo site with the samples installed."""

from tests.support.demo_site import DemoSite
from tests.support.guarded import GuardedProgram

EXTRA_APPS = "tests.support.admin_samples,wagtail.contrib.table_block,wagtail.contrib.typed_table_block"


class SamplesSite(DemoSite):
    """The demo plus pages, files and a workflow that have every kind of field of the admin."""

    def _serve(self) -> GuardedProgram:
        self.settings["EXTRA_APPS"] = EXTRA_APPS
        self.manage("migrate", "--no-input", "--verbosity=0")
        self.manage("load_admin_samples")
        return super()._serve()
