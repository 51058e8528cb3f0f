"""The draft, its authors and a text before the board know nothing of a correction, and files stay as decided."""

import datetime
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from wagtail.documents import get_document_model
from wagtail.models import Revision

from plan_pages.correcting.signals import correction_approved
from plan_pages.editions.edition import Edition
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.road.authorship import Authorship, authors_of
from plan_pages.road.event import EventKind, RoadEvent
from plan_pages.road.matter import Stage
from plan_pages.seal.texts import document_of
from plan_pages.seal.verifying import verify
from tests.plan_pages.correcting import desk
from tests.plan_pages.correcting.desk import CORRECT, NEW, answer, page_of, proposed, the_series
from tests.support import plans, roads

pytestmark = pytest.mark.django_db

decided, page, editor, secretary = desk.decided, desk.page, desk.editor, desk.secretary


def state_of(page: ActionPlanPage) -> dict[str, Any]:
    """Everything the workbench says of itself."""
    row = ActionPlanPage.objects.filter(pk=page.pk).values().get()
    return {**row, "revisions": list(page.revisions.values_list("pk", flat=True))}


def test_draft__is_what_it_was(page: ActionPlanPage, editor: Any, secretary: Any) -> None:
    writer = roads.person("editor")
    plans.draft(page, plans.document(5, title="Nästa plan"), writer)
    before = state_of(page)
    answer(secretary, page_of(proposed(editor)))
    assert Edition.objects.count() == 2 and state_of(page) == before
    page.refresh_from_db()
    assert page.get_latest_revision_as_object().to_document().title == "Nästa plan"


def test_corrector__is_no_author_of_the_draft_and_can_review_it(
    page: ActionPlanPage, editor: Any, secretary: Any
) -> None:
    reviewing_editor = roads.person("editor", "reviewer")
    matter = roads.submitted(page, editor)
    answer(secretary, page_of(proposed(reviewing_editor)))
    assert authors_of(the_series()) == {editor.pk}
    assert not Authorship.objects.filter(user=reviewing_editor).exists()
    matter.refresh_from_db()
    assert matter.stage == Stage.REVIEW


def test_saving_unchanged_after_a_correction__makes_no_author(
    page: ActionPlanPage, editor: Any, secretary: Any
) -> None:
    text = plans.document(4)
    plans.draft(page, text, editor)
    answer(secretary, page_of(proposed(editor)))
    plans.draft(page, text, roads.person("reviewer", "editor"))
    assert authors_of(the_series()) == {editor.pk}


def test_frozen_text__is_untouched_and_decided_afterwards(
    page: ActionPlanPage, editor: Any, secretary: Any
) -> None:
    reviewer = roads.person("reviewer")
    matter = roads.at_board(page, editor, reviewer)
    before = state_of(page)
    frozen = (matter.revision_id, matter.digest)
    answer(secretary, page_of(proposed(editor)))
    matter.refresh_from_db()
    assert (matter.stage, matter.revision_id, matter.digest) == (Stage.BOARD, *frozen)
    assert state_of(page) == before
    told = RoadEvent.objects.get(kind=EventKind.SEALED)
    assert told.matter == matter and told.edition == Edition.objects.get(correction=1)
    roads.recorded(matter, secretary)
    assert [str(edition.number) for edition in Edition.objects.order_by("sequence")] == ["1", "1.1", "2"]
    assert list(verify()) == []


def test_purging_old_revisions__keeps_the_draft(page: ActionPlanPage, editor: Any, secretary: Any) -> None:
    latest = plans.draft(page, plans.document(5), editor)
    answer(secretary, page_of(proposed(editor)))
    call_command("purge_revisions")
    assert Revision.objects.filter(pk=latest.pk).exists()
    assert Edition.objects.get(correction=1).revision is not None and list(verify()) == []


def test_files__are_those_that_were_decided(
    page: ActionPlanPage, editor: Any, secretary: Any, settings: Any, tmp_path: Any
) -> None:
    settings.MEDIA_ROOT = str(tmp_path)
    file = get_document_model().objects.create(title="Bilaga", file=ContentFile(b"decided", "bilaga.txt"))
    work = page.get_latest_revision_as_object()
    work.introduction = f'<p><a linktype="document" id="{file.pk}">Bilagan</a></p>'
    work.save_revision()
    plans.adopt(page)
    decided = document_of(Edition.objects.get(main=2)).files
    file.file = ContentFile(b"exchanged since", "bilaga.txt")
    file.save()
    answer(secretary, page_of(proposed(editor)))
    assert decided and document_of(Edition.objects.get(correction=1)).files == decided


def test_signal__names_editions_and_facts_and_undoes_all_where_it_fails(
    page: ActionPlanPage, editor: Any, secretary: Any
) -> None:
    received: list[Any] = []

    def note(sender: type, editions: Any, facts: Any, **kwargs: Any) -> None:
        received.append(([str(one.number) for one in editions], [row.value for row in facts]))

    def fail(sender: type, **kwargs: Any) -> None:
        raise RuntimeError

    correction = proposed(editor)
    correction_approved.connect(fail)
    try:
        with pytest.raises(RuntimeError):
            answer(secretary, page_of(correction))
    finally:
        correction_approved.disconnect(fail)
    correction.refresh_from_db()
    assert correction.is_waiting and Edition.objects.count() == 1
    correction_approved.connect(note)
    try:
        answer(secretary, page_of(correction))
    finally:
        correction_approved.disconnect(note)
    assert received == [(["1.1"], [NEW])]


def test_corrected_again__from_the_corrected_text(page: ActionPlanPage, editor: Any, secretary: Any) -> None:
    answer(secretary, page_of(proposed(editor)))
    plans.draft(page, plans.document(2, title="Utkast"), editor)
    answer(secretary, page_of(proposed(editor, **{f"{plans.key('avsnitt 2/uppgift')}-value": NEW})))
    text = document_of(Edition.objects.get(correction=2))
    assert [section.facts[0].value for section in text.sections] == [NEW, NEW, "010-000 00 00"]


def test_next_edition__is_decided_on_the_day_it_says(
    page: ActionPlanPage, editor: Any, secretary: Any
) -> None:
    """A correction of what will never be read again is not offered: the page is about the edition in force."""
    later = plans.decision(in_effect_from=datetime.date(2025, 1, 1))
    plans.adopt(page, plans.document(4), decisions=(later,))
    correction = proposed(editor, f"{CORRECT}?utgava=1")
    assert [target.edition.main for target in correction.targets.all()] == [2]
