"""A running demo site with the samples installed."""

import shutil
import tempfile
from pathlib import Path

from tests.support.cached import build_once
from tests.support.demo_site import DemoSite, demo_settings
from tests.support.fingerprint import static_key
from tests.support.guarded import GuardedProgram
from tests.support.site_process import manage

EXTRA_APPS = "tests.support.admin_samples,wagtail.contrib.table_block,wagtail.contrib.typed_table_block"


def collected_static() -> Path:
    """Static files with those of the extra apps, which the demo does not have."""

    def build(place: Path) -> None:
        with tempfile.TemporaryDirectory() as var_dir:
            settings = demo_settings(Path(var_dir), "http://127.0.0.1") | {"EXTRA_APPS": EXTRA_APPS}
            manage("collectstatic", "--no-input", "--verbosity=0", settings=settings)
            shutil.copytree(Path(var_dir) / "static", place)

    return build_once("static_of_samples", static_key(), build)


class SamplesSite(DemoSite):
    """The demo plus pages, files and a workflow that have every kind of field of the admin."""

    def _serve(self) -> GuardedProgram:
        self.settings["EXTRA_APPS"] = EXTRA_APPS
        static = self.database.parent / "static"
        static.unlink()
        static.symlink_to(collected_static(), target_is_directory=True)
        self.manage("migrate", "--no-input", "--verbosity=0")
        self.manage("load_admin_samples")
        return super()._serve()
