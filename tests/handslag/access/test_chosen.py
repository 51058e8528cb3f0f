"""Hidden rows in chooser fields: not named, not chosen by hand, not lost when somebody else saves."""

import re
from typing import Any

import pytest
from django.core.files.base import ContentFile
from wagtail.admin.widgets import AdminPageChooser
from wagtail.blocks import PageChooserBlock
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from handslag.access.audiences import Audience
from handslag.access.viewer import viewing_as
from tests.support.restricted import tree as trees
from tests.support.restricted.models import RestrictedPage
from tests.support.restricted.planting import picture
from tests.support.restricted.tree import Tree, restrict, user

pytestmark = pytest.mark.django_db
UNKNOWN = 987654

grown, tree = trees.grown, trees.tree


@pytest.fixture
def image(tree: Tree) -> Any:
    return get_image_model().objects.create(
        title="Dold bild", file=picture("dold"), audience=Audience.RESTRICTED
    )


@pytest.fixture
def document(tree: Tree) -> Any:
    file = ContentFile(b"x", name="dold.txt")
    return get_document_model().objects.create(title="Dold fil", file=file, audience=Audience.RESTRICTED)


def form_of(page: Page, person: Any, **values: Any) -> Any:
    kind = RestrictedPage.get_edit_handler().get_form_class()
    posted = {
        "title": page.title,
        "slug": page.slug,
        "body-count": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        **values,
    }
    return kind(posted, instance=page.specific, parent_page=page.get_parent(), for_user=person)


def test_hidden_file__sent_by_hand_is_refused_as_an_unknown_one(
    tree: Tree, image: Any, document: Any
) -> None:
    person = user("dialogue")
    with viewing_as(person):
        for name, hidden in (("image", image.pk), ("document", document.pk)):
            told = [form_of(tree.matter, person, **{name: str(value)}) for value in (hidden, UNKNOWN)]
            assert all(name in form.errors for form in told)
            assert told[0].errors == told[1].errors
            assert str(told[0][name]) == str(told[1][name])
            assert "Dold" not in str(told[0][name])


def test_visible_file__can_be_chosen(tree: Tree, image: Any) -> None:
    person = user("dialogue")
    image.roles.set(person.groups.all())
    with viewing_as(person):
        form = form_of(tree.matter, person, image=str(image.pk))
        assert form.is_valid(), form.errors
    assert form.cleaned_data["image"] == image


def test_hidden_file__chosen_by_somebody_else_stays_and_is_not_named(tree: Tree, image: Any) -> None:
    page = tree.matter
    page.image = image
    page.save()
    person, other = user("dialogue"), user("dialogue", name="annan")
    with viewing_as(person):
        field = str(
            form_of(page, person, image=str(image.pk))["image"].field.widget.render(
                "image", image.pk, {"id": "id_image"}
            )
        )
        assert "Dold" not in field and image.file.name not in field
        token = re.search(r'name="image" value="([^"]+)"', field)
        assert token is not None
        kept = form_of(page, person, image=token[1])
        assert kept.is_valid(), kept.errors
        assert kept.cleaned_data["image"] == image
    with viewing_as(other):
        assert "image" in form_of(page, other, image=token[1]).errors


def test_hidden_page__in_a_block_is_refused_as_an_unknown_one(tree: Tree) -> None:
    restrict(tree.guide, "dialogue")
    block = PageChooserBlock()
    with viewing_as(user("editor")):
        for value in (tree.guide.pk, UNKNOWN):
            assert block.value_from_datadict({"page": str(value)}, {}, "page") is None
        assert block.value_from_datadict({"page": str(tree.guides.pk)}, {}, "page").pk == tree.guides.pk


def test_hidden_page__is_not_named_in_a_chooser(tree: Tree) -> None:
    restrict(tree.guide, "dialogue")
    with viewing_as(user("editor")):
        assert "Guide" not in AdminPageChooser().render("page", tree.guide.pk, {"id": "id_page"})
    with viewing_as(user("dialogue")):
        assert "Guide" in AdminPageChooser().render("page", tree.guide.pk, {"id": "id_page"})
