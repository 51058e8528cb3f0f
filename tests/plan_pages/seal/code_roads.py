"""Roads through code: a shell, a command, another app, an API that somebody mounts."""

import datetime
from typing import Any

from django.core.management import call_command
from django.db.models import ProtectedError
from django.test import override_settings
from wagtail.models import APIToken, Locale, Page, Revision
from wagtail_localize.models import Translation, TranslationSource

from handslag import clock
from handslag.places.models import Municipality
from handslag.trash.moving import CannotBeDeletedError, move_to_trash
from plan_pages.editions.insert_only import SealedError
from plan_pages.editions.leaf import EditionLeaf
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.pages.decided import NotPublishedButDecidedError
from tests.plan_pages.seal.world import FORGED, World, forged_text, series

type Errors = type[Exception] | tuple[type[Exception], ...]


def refused(errors: Errors, function: Any, *args: Any, **kwargs: Any) -> None:
    """The call is refused with one of these; what it began is undone by itself."""
    try:
        function(*args, **kwargs)
    except errors:
        return
    raise AssertionError(f"{function} was not refused.")


def revision_publish(world: World) -> None:
    world.draft().publish()


def revision_publish_as_superuser(world: World) -> None:
    refused(NotPublishedButDecidedError, world.draft().publish, user=world.superuser)


def revision_publish_unchecked(world: World) -> None:
    world.draft().publish(user=world.superuser, skip_permission_checks=True)


def page_saved_live(world: World) -> None:
    plan = world.plan
    plan.live, plan.title = True, FORGED
    plan.save(update_fields=["live", "title"])
    plan.save()


def draft_title_in_the_live_row(world: World) -> None:
    """A live title changed in code is in search and menus at once, for pages that are read."""
    plan = world.plan
    plan.fill_from(forged_text())
    plan.draft_title = plan.seo_title = FORGED
    plan.save()


def row_set_live(world: World) -> None:
    """Past every save: only what readers see stands against it."""
    Page.objects.filter(pk=world.plan_id).update(live=True, title=FORGED, show_in_menus=True)


def live_from_the_start(world: World) -> None:
    page = ActionPlanPage(title=FORGED, slug="en-till", live=True, show_in_menus=True)
    world.home.add_child(instance=page)


def scheduled(world: World) -> None:
    past = clock.now() - datetime.timedelta(hours=1)
    revision = world.draft()
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=past)
    call_command("publish_scheduled", verbosity=0)


def scheduled_in_the_page(world: World) -> None:
    plan = world.plan
    plan.go_live_at = clock.now() + datetime.timedelta(hours=1)
    plan.save()
    plan.save_revision(user=world.superuser).publish()


def expired(world: World) -> None:
    past = clock.now() - datetime.timedelta(hours=1)
    plan = world.plan
    plan.expire_at = past
    plan.save()
    Page.objects.filter(pk=world.plan_id).update(expire_at=past, live=True)
    call_command("publish_scheduled", verbosity=0)


def unpublish(world: World) -> None:
    Page.objects.filter(pk=world.plan_id).update(live=True)
    world.plan.unpublish()


def copy_keeping_live(world: World) -> None:
    Page.objects.filter(pk=world.plan_id).update(live=True)
    world.plan.copy(to=world.home, update_attrs={"slug": "kopia"}, keep_live=True, copy_revisions=True)
    Page.objects.filter(pk=world.plan_id).update(live=False)


def alias(world: World) -> None:
    Page.objects.filter(pk=world.plan_id).update(live=True)
    world.plan.create_alias(parent=world.home, update_slug="alias")
    world.draft().publish()
    Page.objects.filter(pk=world.plan_id).update(live=False)


def translation(world: World) -> None:
    english, _created = Locale.objects.get_or_create(language_code="en")
    page = world.plan.copy_for_translation(english, copy_parents=True)
    page.title = FORGED
    page.save_revision().publish()


def translation_by_localize(world: World) -> None:
    english, _created = Locale.objects.get_or_create(language_code="en")
    source, _created = TranslationSource.update_or_create_from_instance(world.plan)
    made = Translation.objects.create(source=source, target_locale=english)
    world.plan.copy_for_translation(english, copy_parents=True)
    made.save_target(publish=True)
    assert ActionPlanPage.objects.filter(locale=english).exists()


def move(world: World) -> None:
    world.plan.move(world.home, pos="first-child")


def slug(world: World) -> None:
    plan = world.plan
    plan.slug = "annanstans"
    plan.save()


def delete(world: World) -> None:
    refused(ProtectedError, world.plan.delete)


def delete_the_page_above(world: World) -> None:
    refused(ProtectedError, world.above.delete)


def delete_by_query(world: World) -> None:
    refused(ProtectedError, Page.objects.filter(pk=world.above_id).delete)
    refused(ProtectedError, ActionPlanPage.objects.all().delete)


def to_trash(world: World) -> None:
    for page in (world.plan, world.above):
        refused(CannotBeDeletedError, move_to_trash, page, world.superuser)


def revisions_rewritten(world: World) -> None:
    forged = world.draft().content
    Revision.objects.all().page_revisions().filter(object_id=world.plan_id).update(content=forged)


def revision_saved_over(world: World) -> None:
    sealed = Revision.objects.get(edition=world.edition)
    plan = world.plan
    plan.fill_from(forged_text())
    plan.save_revision(user=world.superuser, overwrite_revision=sealed)
    assert FORGED not in str(Revision.objects.get(pk=sealed.pk).content)


def revisions_deleted(world: World) -> None:
    refused(ProtectedError, Revision.objects.get(edition=world.edition).delete)
    refused(ProtectedError, Revision.objects.page_revisions().filter(object_id=world.plan_id).delete)


def purge_revisions(world: World) -> None:
    world.draft()
    call_command("purge_revisions", verbosity=0)
    assert Revision.objects.filter(edition__isnull=False).count() == 2


def editions_by_the_orm(world: World) -> None:
    edition, leaf = world.edition, EditionLeaf.objects.filter(edition=world.edition)
    edition.title = FORGED
    for call in (edition.save, edition.delete, leaf.delete, leaf[0].save, leaf[0].delete):
        refused(SealedError, call)
    refused(SealedError, leaf.update, body=FORGED)
    refused(SealedError, EditionLeaf.objects.bulk_update, [leaf[0]], ["body"])


def series_deleted(world: World) -> None:
    refused(ProtectedError, series().delete)
    refused(ProtectedError, Municipality.objects.all().delete)
    refused(ProtectedError, type(world.superuser).objects.filter(pk=world.superuser.pk).delete)


def municipality_renamed(world: World) -> None:
    Municipality.objects.update(name="Skogsmarks kommun")


def page_row_gone(world: World) -> None:
    """The series stands without its page (SET_NULL)."""
    type(series()).objects.update(page=None)


def fixed_tree(world: World) -> None:
    call_command("fixtree", interactive=False, verbosity=0)


def search_rebuilt(world: World) -> None:
    world.draft()
    row_title(world)
    call_command("purge", verbosity=0)
    Page.objects.filter(pk=world.plan_id).update(live=False)


def row_title(world: World) -> None:
    plan = world.plan
    plan.title = FORGED
    plan.save()


def api(world: World) -> None:
    """Neither version is mounted; here they are, and a superuser's token tries what it offers."""
    _token, key = APIToken.create_token(user=world.superuser, name="prov")
    client = world.admin()
    revision = world.draft()
    headers = {"authorization": f"Bearer {key}"}
    calls: tuple[tuple[str, dict[str, Any]], ...] = (
        ("publish", {}),
        ("revert", {"revision_id": Revision.objects.get(edition__main=1).pk}),
        ("unpublish", {}),
        ("copy", {"destination_id": world.home_id, "keep_live": True, "slug": "kopia-api"}),
        ("create_alias", {"destination_id": world.home_id, "slug": "alias-api"}),
        ("move", {"destination_id": world.home_id}),
    )
    statuses = {action: 403 for action, _body in calls} | {"revert": 200, "move": 200}
    with override_settings(ROOT_URLCONF="tests.plan_pages.seal.api_urls"):
        for page in (world.plan_id, world.above_id):
            assert client.delete(f"/api/v3/pages/{page}/", headers=headers).status_code == 403
        for action, body in calls:
            address = f"/api/v3/pages/{world.plan_id}/actions/{action}/"
            answer = client.post(address, body, content_type="application/json", headers=headers)
            assert answer.status_code == statuses[action], (action, answer.content)
        assert client.get(f"/api/v2/pages/{world.plan_id}/").status_code == 404
    assert Revision.objects.filter(pk=revision.pk).exists()


ROADS = (
    revision_publish,
    revision_publish_as_superuser,
    revision_publish_unchecked,
    page_saved_live,
    draft_title_in_the_live_row,
    live_from_the_start,
    scheduled,
    scheduled_in_the_page,
    expired,
    unpublish,
    copy_keeping_live,
    alias,
    translation,
    translation_by_localize,
    move,
    slug,
    delete,
    delete_the_page_above,
    delete_by_query,
    to_trash,
    revisions_rewritten,
    revision_saved_over,
    revisions_deleted,
    purge_revisions,
    editions_by_the_orm,
    series_deleted,
    municipality_renamed,
    page_row_gone,
    fixed_tree,
    search_rebuilt,
    api,
)
