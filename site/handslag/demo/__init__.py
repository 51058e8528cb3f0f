"""Demo content that apps bring; `manage.py load_demo` runs it."""

from collections.abc import Callable
from dataclasses import dataclass

from handslag.registry import Registry


@dataclass(frozen=True)
class DemoContent:
    """`load` may run again on a filled database and must then change nothing."""

    name: str
    load: Callable[[], None]
    order: int = 100


demo_content = Registry[DemoContent]("Demo content")
