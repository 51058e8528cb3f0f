"""The components in the order of the style guide; each group is a module beside this one."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from handslag.styleguide.components import Component
from handslag.styleguide.examples import acting, deciding, filling_in, finding, helping, telling, writing


@dataclass(frozen=True)
class Group:
    """Components that serve one purpose."""

    slug: str
    title: str | Promise
    components: Sequence[Component]


def groups() -> list[Group]:
    """Built for each request: some examples hold dates counted from today."""
    return [
        Group("writing", _("Running text"), writing.components()),
        Group("acting", _("Doing things"), acting.components()),
        Group("telling", _("Telling how things stand"), telling.components()),
        Group("filling-in", _("Forms"), filling_in.components()),
        Group("finding", _("Lists and ways to find"), finding.components()),
        Group("deciding", _("Decided texts and figures"), deciding.components()),
        Group("helping", _("Help for the public"), helping.components()),
    ]
