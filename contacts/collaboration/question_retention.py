"""A closed question is kept so long that whoever asks it anew finds the answer, and no longer.

Five years are longer than a plan is usually in force (A2.5 asks for the answer and its day, not for an archive). Only
closing begins the time: an answer for now is asked again, and an unanswered question waits. What must be preserved as a
public record belongs in the municipality's own registry.
"""

import datetime

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import ModelLogEntry

from contacts.collaboration.question import OpenQuestion
from handslag import clock
from handslag.retention import Purge

KEEP_DAYS = 1825


@transaction.atomic
def purge_questions() -> int:
    """The admin's history of a question begins with its words; it goes along."""
    kept = datetime.timedelta(days=getattr(settings, "QUESTION_KEEP_DAYS", KEEP_DAYS))
    over = OpenQuestion.objects.filter(closed_on__lt=clock.today() - kept)
    numbers = [str(pk) for pk in over.values_list("pk", flat=True)]
    about = ContentType.objects.get_for_model(OpenQuestion)
    ModelLogEntry.objects.filter(content_type=about, object_id__in=numbers).delete()
    return OpenQuestion.objects.filter(pk__in=numbers).delete()[1].get(OpenQuestion._meta.label, 0)


purge = Purge("closed questions", purge_questions, order=85)
