"""The site's settings: each file holds one subject; what differs between servers comes from the environment."""

from config.settings.accounts import *  # noqa: F403 - a settings module is the sum of its subjects
from config.settings.apps import *  # noqa: F403 - as above
from config.settings.base import *  # noqa: F403 - as above
from config.settings.intervals import *  # noqa: F403 - as above
from config.settings.logging import *  # noqa: F403 - as above
from config.settings.mail import *  # noqa: F403 - as above
from config.settings.security import *  # noqa: F403 - as above
from config.settings.storage import *  # noqa: F403 - as above
from config.settings.wagtail import *  # noqa: F403 - as above
