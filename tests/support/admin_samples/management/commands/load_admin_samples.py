"""Pages, files and a workflow for the tests that click through the admin."""

from typing import Any

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.core.management.base import BaseCommand
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import GroupApprovalTask, Locale, Workflow, WorkflowPage, WorkflowTask

from home.start.models import HomePage
from tests.support.admin_samples.models import SamplePage, Theme


class Command(BaseCommand):
    help = "Fill the site with samples for tests of the admin."

    def handle(self, *args: Any, **options: Any) -> None:
        swedish, _created = Locale.objects.get_or_create(language_code="sv")
        for code in ("en", "fi"):
            Locale.objects.get_or_create(language_code=code)
        Theme.objects.create(name="Trygghet", locale=swedish)
        get_image_model().objects.create(
            title="Bild", file=get_test_image_file(filename="bild.png", size=(400, 300))
        )
        get_document_model().objects.create(title="Dokument", file=ContentFile(b"text", name="dokument.txt"))
        home = HomePage.objects.get(locale=swedish)
        for number in ("ett", "två", "tre"):
            page = home.add_child(instance=SamplePage(title=f"Prov {number}", slug=f"prov-{number}"))
            page.save_revision().publish()
        workflow = Workflow.objects.create(name="Granskning i två steg")
        task = GroupApprovalTask.objects.create(name="Granska")
        task.groups.set(Group.objects.filter(name__in=["editor", "reviewer"]))
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
        WorkflowPage.objects.create(workflow=workflow, page=page)
