"""Experiences in the readers' search."""

from django.urls import reverse

from training.catalogue.search_below import SearchBelow, Told
from training.experiences.experience import Experience


def tell(found: Experience) -> Told:
    return Told(
        title=found.subject,
        url=f"{reverse('experiences:list')}#erfarenhet-{found.pk}",
        body=f"{found.organisation or ''} {found.place} {found.learned} {found.changes}",
        changed_on=found.held_on,
    )


experiences = SearchBelow("experience", Experience, tell)
