"""What a matter is called."""

from django.urls import reverse
from django.utils.translation import gettext as _

from plan_pages.editions.edition import Edition
from plan_pages.editions.series import EditionSeries
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.road.authorship import decided_main
from plan_pages.road.matter import Ending, Matter
from plan_pages.showing.standing import label_of


def name_of_matter(matter: Matter, decided: int | None = None) -> str:
    """“Draft of edition 3 of …”. `decided` is the latest number, where a list has looked it up for many."""
    if matter.edition is not None:
        return _("%(edition)s of “%(title)s”") % {
            "edition": label_of(matter.edition),
            "title": matter.edition.title,
        }
    title = title_of(matter.series)
    if matter.ending == Ending.REJECTED:
        return _("Rejected draft of “%(title)s”") % {"title": title}
    latest = decided_main(matter.series) if decided is None else decided
    return _("Draft of edition %(number)d of “%(title)s”") % {"number": latest + 1, "title": title}


def title_of(series: EditionSeries) -> str:
    """As the draft has it; what it is, where the workbench is gone."""
    return series.page.draft_title if series.page is not None else str(series.get_kind_display())


def edition_address(edition: Edition | None) -> str:
    """ "" for editions that have no address of their own."""
    if edition is None or edition.series.address != ActionPlanPage.series_address:
        return ""
    return reverse("plan:edition", args=[edition.number])


def prepare_address(series: EditionSeries) -> str:
    """Where its editor answers what is asked beside the text."""
    other = [] if series.address == ActionPlanPage.series_address else [series.address]
    return reverse("decisions:prepare", args=other)
