"""A restricted corner of the demo municipality whose every text carries one word."""

import io
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.test import TestCase
from PIL import Image as Picture
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.log_actions import log
from wagtail.models import (
    Comment,
    GroupApprovalTask,
    Locale,
    Page,
    PageSubscription,
    Site,
    Workflow,
    WorkflowTask,
)

from handslag import clock
from handslag.access.audiences import Audience
from handslag.access.models import AccessRule
from home.guides.models import GuideIndexPage, GuidePage
from tests.support.restricted.models import RestrictedPage

WORD = "Kvastfeningshemlis"
# What one would type to find it; answers that repeat the question do not repeat the word.
ASKED = "kvastfen"


@dataclass
class Planted:
    """Numbers of everything that must not be found."""

    pages: list[Any] = field(default_factory=list)
    images: list[Any] = field(default_factory=list)
    documents: list[Any] = field(default_factory=list)
    revisions: list[int] = field(default_factory=list)
    task_states: list[int] = field(default_factory=list)
    workflow_states: list[int] = field(default_factory=list)
    renditions: list[str] = field(default_factory=list)


def person(account: str) -> Any:
    return get_user_model().objects.get(email=f"{account}@handslag.test")


def picture(name: str) -> ImageFile:
    data = io.BytesIO()
    Picture.new("RGB", (40, 30), "navy").save(data, "PNG")
    return ImageFile(io.BytesIO(data.getvalue()), name=f"{name}.png")


def restricted_files(planted: Planted, tag: str = WORD) -> None:
    dialogue = Group.objects.get(name="dialogue")
    editor = person("redaktor")
    image = get_image_model().objects.create(
        title=f"Bild {WORD}",
        file=picture(WORD.lower()),
        audience=Audience.RESTRICTED,
        uploaded_by_user=editor,
    )
    document = get_document_model().objects.create(
        title=f"Dokument {WORD}",
        file=ContentFile(f"Text om {WORD}".encode(), name=f"{WORD.lower()}.txt"),
        audience=Audience.RESTRICTED,
        uploaded_by_user=editor,
    )
    for item in (image, document):
        item.roles.set([dialogue])
        item.tags.add(tag)
        log(instance=item, action="wagtail.create", user=editor)
    planted.images.append(image)
    planted.documents.append(document)
    planted.renditions.append(image.get_rendition("width-20").file.name)


def plant(visible_page: Page) -> Planted:
    """As `_plant`, with everything that waits for the end of the transaction (search index, references) done."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        return _plant(visible_page)


def _plant(visible_page: Page) -> Planted:
    """What is planted: a page of a restricted type with file and picture, a draft below it, an ordinary guide under a
    rule set by hand, an alias and a translation, a workflow, a lock, comments, log entries; the editor wrote it all
    before it was closed, and follows its comments."""
    planted = Planted()
    editor = person("redaktor")
    home = Site.objects.get(is_default_site=True).root_page
    restricted_files(planted)

    page = home.add_child(
        instance=RestrictedPage(
            title=f"Logg {WORD}",
            slug=WORD.lower(),
            owner=editor,
            show_in_menus=True,
            search_description=WORD,
            image=planted.images[0],
            document=planted.documents[0],
            body=[("text", f'<p>{WORD} <a linktype="page" id="{visible_page.pk}">länk</a></p>')],
        )
    )
    page.save_revision(user=editor).publish()
    page.title = f"Utkast {WORD}"
    page.save_revision(user=editor)
    draft = page.add_child(
        instance=RestrictedPage(title=f"Barn {WORD}", slug=f"barn-{WORD.lower()}", live=False, owner=editor)
    )
    draft.save_revision(user=editor)

    index = home.get_children().type(GuideIndexPage).first()
    guides = (
        index.specific if index else home.add_child(instance=GuideIndexPage(title="Guider", slug="guider-x"))
    )
    guide = guides.add_child(
        instance=GuidePage(
            title=f"Guide {WORD}",
            slug=f"guide-{WORD.lower()}",
            situation=WORD,
            owner=editor,
            body=[("text", f'<p>{WORD} <a linktype="page" id="{visible_page.pk}">länk</a></p>')],
        )
    )
    guide.save_revision(user=editor).publish()
    Comment.objects.create(page=guide, user=editor, text=WORD, contentpath="title")
    PageSubscription.objects.create(page=guide, user=editor, comment_notifications=True)
    rule = AccessRule.objects.create(page=guide, audience=Audience.RESTRICTED)
    rule.roles.set([Group.objects.get(name="dialogue")])
    english, _created = Locale.objects.get_or_create(language_code="en")
    translation = page.copy_for_translation(english, copy_parents=True)
    alias = guide.create_alias(parent=guides, update_slug=f"alias-{WORD.lower()}")

    for hidden in (page, guide):
        type(hidden).objects.filter(pk=hidden.pk).update(locked=True, locked_by=editor, locked_at=clock.now())
        log(instance=hidden, action="wagtail.edit", user=editor)
        hidden.refresh_from_db()
    _start_workflow(draft, editor, planted)
    planted.pages += [page, draft, guide, translation, alias]
    for hidden in planted.pages:
        planted.revisions += list(hidden.revisions.values_list("pk", flat=True))
    return planted


def _start_workflow(page: Any, editor: Any, planted: Planted) -> None:
    task = GroupApprovalTask.objects.create(name="Granskning")
    task.groups.set(Group.objects.filter(name__in=["editor", "reviewer", "coordinator"]))
    workflow = Workflow.objects.create(name="Flöde")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=1)
    state = workflow.start(page, editor)
    planted.workflow_states.append(state.pk)
    planted.task_states.append(state.current_task_state.pk)
