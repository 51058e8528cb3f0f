"""Roads through the admin: what a superuser or an editor can press there, or post without a button."""

from typing import Any

from django.urls import reverse
from wagtail.models import GroupApprovalTask, Page, Revision, Workflow, WorkflowTask
from wagtail.test.utils.form_data import rich_text

from home.guides.models import GuideIndexPage
from plan_pages.editions.edition import Edition
from tests.plan_pages.seal.world import FORGED, PLAN_SLUG, World
from tests.support.factories import GuideIndexPageFactory
from tests.support.plan_forms import plan_form

HERE = {"HTTP_REFERER": "http://testserver/admin/"}


def form(**fields: Any) -> dict[str, Any]:
    """The editor's form of a plan, with a text of its own."""
    text = ("text", rich_text(f"<p>{FORGED} i ett avsnitt.</p>", features=["bold"]))
    title = fields.pop("title", f"{FORGED} i planen")
    return plan_form(title, text, *fields.pop("body", []), heading=FORGED, **fields)


def edit(world: World, user: Any = None, **fields: Any) -> Any:
    address = reverse("wagtailadmin_pages:edit", args=[world.plan_id])
    return world.admin(user).post(address, form(**fields), **HERE)


def on_page(world: World, name: str, page: int, user: Any = None, **fields: Any) -> Any:
    return world.admin(user).post(reverse(f"wagtailadmin_pages:{name}", args=[page]), fields, **HERE)


def bulk(world: World, action: str, *pages: int, **fields: Any) -> Any:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    ids = "&".join(f"id={page}" for page in pages)
    return world.admin().post(f"{address}?{ids}", fields, **HERE)


def publish_as_superuser(world: World) -> None:
    edit(world, **{"action-publish": "1"})
    assert Revision.objects.page_revisions().filter(object_id=world.plan_id).count() >= 3


def publish_as_editor(world: World) -> None:
    edit(world, world.editor, **{"action-publish": "1"})


def save_draft(world: World) -> None:
    edit(world)
    assert world.plan.get_latest_revision_as_object().title.startswith(FORGED)


def save_with_dates_posted(world: World) -> None:
    """No field asks for them; somebody posts them all the same."""
    edit(world, go_live_at="2024-01-01 00:00", expire_at="2024-01-02 00:00", slug="annan-adress")


def autosave_over_the_sealed_revision(world: World) -> None:
    sealed = Revision.objects.get(edition=world.edition)
    before = sealed.content
    fields = {
        "overwrite_revision_id": sealed.pk,
        "loaded_revision_id": sealed.pk,
        "loaded_revision_created_at": sealed.created_at.isoformat(),
    }
    address = reverse("wagtailadmin_pages:edit", args=[world.plan_id])
    world.admin().post(address, form(**fields), headers={"accept": "application/json"}, **HERE)
    sealed.refresh_from_db()
    assert sealed.content == before


def revert_and_publish(world: World) -> None:
    first = Revision.objects.get(edition__main=1)
    edit(world, revision=first.pk, **{"action-publish": "1"})


def create_and_publish(world: World) -> None:
    for parent in (world.home_id, world.above_id):
        address = reverse("wagtailadmin_pages:add", args=["plan_pages", "actionplanpage", parent])
        world.admin().post(address, form(slug="en-plan-till", **{"action-publish": "1"}), **HERE)


def bulk_publish(world: World) -> None:
    world.draft()
    bulk(world, "publish", world.plan_id)


def bulk_publish_from_above(world: World) -> None:
    world.draft()
    bulk(world, "publish", world.above_id, include_descendants="on")


def copy_with_keep_live(world: World) -> None:
    fields = {"new_title": "Kopia", "new_slug": "kopia", "new_parent_page": world.home_id}
    on_page(world, "copy", world.plan_id, publish_copies="on", **fields)


def copy_of_all_above(world: World) -> None:
    fields = {"new_title": "Kopia", "new_slug": "kopia", "new_parent_page": world.home_id}
    on_page(world, "copy", world.above_id, copy_subpages="on", publish_copies="on", **fields)
    assert GuideIndexPage.objects.filter(slug="kopia").exists()


def alias(world: World) -> None:
    fields = {"new_title": "Kopia", "new_slug": "alias", "new_parent_page": world.home_id}
    on_page(world, "copy", world.plan_id, alias="on", **fields)


def move(world: World) -> None:
    address = reverse("wagtailadmin_pages:move_confirm", args=[world.plan_id, world.home_id])
    world.admin().post(address, **HERE)
    assert world.plan.get_parent().pk == world.home_id


def bulk_move(world: World) -> None:
    bulk(world, "move", world.plan_id, chooser=world.home_id)


def reorder(world: World) -> None:
    address = reverse("wagtailadmin_pages:set_page_position", args=[world.plan_id])
    world.admin().post(f"{address}?position=2", **HERE)


def slug_of_the_page_above(world: World) -> None:
    above = GuideIndexPage.objects.get(pk=world.above_id)
    above.slug = "annanstans"
    above.save_revision(user=world.superuser).publish(user=world.superuser)


def unpublish(world: World) -> None:
    on_page(world, "unpublish", world.plan_id)


def unpublish_all_above(world: World) -> None:
    on_page(world, "unpublish", world.above_id, include_descendants="on")
    publish_again(world)


def publish_again(world: World) -> None:
    """The neighbours are needed afterwards."""
    for page in Page.objects.filter(pk__in=[world.above_id, world.neighbour_id]).specific():
        page.save_revision().publish()


def bulk_unpublish(world: World) -> None:
    bulk(world, "unpublish", world.plan_id)


def delete(world: World) -> None:
    on_page(world, "delete", world.plan_id)
    assert not hasattr(world.plan, "trashed")


def delete_the_page_above(world: World) -> None:
    on_page(world, "delete", world.above_id)
    assert not hasattr(world.plan.get_parent(), "trashed")


def bulk_delete(world: World) -> None:
    bulk(world, "delete", world.plan_id)
    assert not hasattr(world.plan, "trashed")


def bulk_delete_from_above(world: World) -> None:
    bulk(world, "delete", world.above_id, world.neighbour_id)
    assert Page.objects.filter(pk=world.neighbour_id, path__startswith=world.above.path).exists()


def workflow_to_its_end(world: World) -> None:
    """Wagtail's own finish would publish what was approved; ours seals nothing that no board decided."""
    task = GroupApprovalTask.objects.create(name="Granskning")
    flow = Workflow.objects.create(name="Flöde")
    WorkflowTask.objects.create(workflow=flow, task=task, sort_order=1)
    world.draft()
    state = flow.start(world.plan, world.superuser)
    address = reverse(
        "wagtailadmin_pages:workflow_action", args=[world.plan_id, "approve", state.current_task_state.pk]
    )
    world.admin().post(address, {"comment": ""}, **HERE)
    state.refresh_from_db()
    assert state.status == state.STATUS_APPROVED


def lock(world: World) -> None:
    on_page(world, "lock", world.plan_id)


def a_page_at_the_plans_address(world: World) -> None:
    """By code, because the form says no: the address is the series' own."""
    page = GuideIndexPageFactory(parent=world.home, title=FORGED, slug="tillfällig")
    Page.objects.filter(pk=page.pk).update(slug="handlingsplan", url_path="/start/handlingsplan/")


def revise_at_the_workbench_slug(world: World) -> None:
    """Another page takes the slug of the workbench."""
    page = world.plan
    page.slug = "undan"
    page.save()
    address = f"/planering/{PLAN_SLUG}/"
    assert world.admin().get(address).status_code == 404


def edition_through_the_admin(world: World) -> None:
    """No form of the admin edits editions."""
    for name in ("edit", "delete"):
        address = f"/admin/snippets/plan_pages/edition/{name}/{Edition.objects.get(main=2).pk}/"
        assert world.admin().post(address, {"title": FORGED}, **HERE).status_code == 404


ROADS = (
    publish_as_superuser,
    publish_as_editor,
    save_draft,
    save_with_dates_posted,
    autosave_over_the_sealed_revision,
    revert_and_publish,
    create_and_publish,
    bulk_publish,
    bulk_publish_from_above,
    copy_with_keep_live,
    copy_of_all_above,
    alias,
    move,
    bulk_move,
    reorder,
    slug_of_the_page_above,
    unpublish,
    unpublish_all_above,
    bulk_unpublish,
    delete,
    delete_the_page_above,
    bulk_delete,
    bulk_delete_from_above,
    workflow_to_its_end,
    lock,
    a_page_at_the_plans_address,
    revise_at_the_workbench_slug,
    edition_through_the_admin,
)
