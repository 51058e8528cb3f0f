"""Through the admin, as a person does it: an error on the very field, nothing saved, nothing lost."""

import json
from typing import Any

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from . import documents
from .synthetic import NUMBER

pytestmark = pytest.mark.django_db


def page_form(page: Any, **changes: Any) -> dict[str, Any]:
    """What the editor sends when a guide is saved as a draft."""
    data = {
        "title": page.title,
        "slug": page.slug,
        "situation": page.situation,
        "seo_title": "",
        "search_description": "",
        "body": streamfield([("text", rich_text("<p>Ring rektorn.</p>"))]),
        "comments": inline_formset([]),
        "comment_notifications": "",
    }
    return dict(nested_form_data({**data, **changes}))


def edit(browser: Client, page: Any, **changes: Any) -> Any:
    return browser.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), page_form(page, **changes))


def revisions() -> int:
    return int(apps.get_model("wagtailcore", "Revision").objects.count())


def test_page_form__saves_an_ordinary_text(browser: Client, guide: Any) -> None:
    before = revisions()

    response = edit(browser, guide, situation="En elev ringde 070-123 45 67 om KS/2016:168")

    assert response.status_code == 302
    assert revisions() == before + 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", f"Elev {NUMBER}"),
        ("slug", f"elev-{NUMBER}"),
        ("situation", f"Eleven ({NUMBER}) har ritat"),
        ("search_description", f"Om {NUMBER}"),
        ("body", streamfield([("text", rich_text("<p>Först</p><p>Se 9001<b>01-00</b>17 där</p>"))])),
        ("body", streamfield([("notice", {"heading": "Obs", "text": rich_text(f"<p>{NUMBER}</p>")})])),
        ("body", streamfield([("notice", {"heading": NUMBER, "text": rich_text("<p>Obs</p>")})])),
        (
            "body",
            streamfield(
                [("steps", {"heading": "", "steps": streamfield([("item", rich_text(f"<p>{NUMBER}</p>"))])})]
            ),
        ),
    ],
)
def test_page_form__says_no_on_the_very_field(browser: Client, guide: Any, field: str, value: Any) -> None:
    before = revisions()

    response = edit(browser, guide, **{field: value})

    assert response.status_code == 200
    assert revisions() == before
    errors = response.context["form"].errors
    assert list(errors) == [field]
    assert not any("0017" in message for message in errors[field])
    guide.refresh_from_db()
    assert "0017" not in f"{guide.title}{guide.draft_title}{guide.slug}"


def test_page_form__keeps_what_was_typed(browser: Client, guide: Any) -> None:
    response = edit(browser, guide, situation=f"Eleven ({NUMBER}) har ritat", title="En lång ny rubrik")

    assert f"Eleven ({NUMBER}) har ritat" in response.text
    assert "En lång ny rubrik" in response.text


def test_page_form__says_where_in_a_long_text(browser: Client, guide: Any) -> None:
    text = "<p>" + "Lugnt och stilla. " * 20 + f"</p><p>Efter lunch kom {NUMBER} in</p>"

    response = edit(browser, guide, body=streamfield([("text", rich_text(text))]))

    (message,) = response.context["form"].errors["body"]
    assert "Efter lunch kom" in message
    assert "0017" not in message
    assert "Lugnt" not in message


def test_autosave__refuses_with_json(browser: Client, guide: Any) -> None:
    before = revisions()

    response = browser.post(
        reverse("wagtailadmin_pages:edit", args=[guide.pk]),
        page_form(guide, situation=NUMBER),
        headers={"accept": "application/json"},
    )

    assert response.status_code == 400
    assert response.json()["success"] is False
    assert revisions() == before


def test_create__refuses(browser: Client, guide: Any) -> None:
    response = browser.post(
        reverse("wagtailadmin_pages:add", args=["home", "guidepage", guide.get_parent().pk]),
        page_form(guide, title=NUMBER, slug="ny"),
    )

    assert response.status_code == 200
    assert list(response.context["form"].errors) == ["title"]


def test_preview__keeps_no_copy(browser: Client, guide: Any) -> None:
    response = browser.post(
        reverse("wagtailadmin_pages:preview_on_edit", args=[guide.pk]), page_form(guide, situation=NUMBER)
    )

    assert response.json()["is_valid"] is False
    assert not apps.get_model("wagtailadmin", "FormState").objects.exists()


def comment(text: str, replies: list[dict[str, str]] | None = None) -> dict[str, Any]:
    return {
        "text": text,
        "contentpath": "title",
        "position": "",
        "resolved": "",
        "replies": inline_formset(replies or []),
    }


def test_comment__is_refused_and_said_at_the_top(browser: Client, guide: Any) -> None:
    response = edit(browser, guide, comments=inline_formset([comment(f"Gäller {NUMBER}")]))

    assert response.status_code == 200
    assert not apps.get_model("wagtailcore", "Comment").objects.exists()
    (message,) = response.context["form"].non_field_errors()
    assert "0017" not in message
    shown = [str(shown) for shown in response.context["messages"]]
    assert any(message.split("“")[0] in text for text in shown)
    assert NUMBER in response.text


def test_comment__ordinary_is_saved(browser: Client, guide: Any) -> None:
    response = edit(browser, guide, comments=inline_formset([comment("Stämmer telefonen 070-123 45 67?")]))

    assert response.status_code == 302
    assert apps.get_model("wagtailcore", "Comment").objects.count() == 1


def test_comment_reply__is_refused(browser: Client, guide: Any, superuser: Any) -> None:
    first = apps.get_model("wagtailcore", "Comment").objects.create(
        page=guide, user=superuser, text="Stämmer det?", contentpath="title"
    )
    sent = {**comment(first.text, [{"text": f"Ja, {NUMBER}"}]), "id": first.pk}

    response = edit(browser, guide, comments=inline_formset([sent], initial=1))

    assert response.status_code == 200
    assert not apps.get_model("wagtailcore", "CommentReply").objects.exists()
    assert response.context["form"].non_field_errors()


@pytest.fixture
def in_workflow(guide: Any, superuser: Any) -> Any:
    workflow = apps.get_model("wagtailcore", "Workflow").objects.create(name="Granskning")
    task = apps.get_model("wagtailcore", "GroupApprovalTask").objects.create(name="Läsning")
    apps.get_model("wagtailcore", "WorkflowTask").objects.create(workflow=workflow, task=task, sort_order=0)
    apps.get_model("wagtailcore", "WorkflowPage").objects.create(workflow=workflow, page=guide)
    guide.save_revision(user=superuser)
    return workflow.start(guide, superuser)


def test_workflow_comment__is_refused_in_its_window(browser: Client, guide: Any, in_workflow: Any) -> None:
    state = in_workflow.current_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[guide.pk, "reject", state.pk])

    response = browser.post(
        address, {"comment": f"Ta bort {NUMBER}"}, headers={"x-requested-with": "XMLHttpRequest"}
    )

    assert response.status_code == 200
    assert "error" in response.json()["html"]
    state.refresh_from_db()
    assert (state.status, state.comment) == ("in_progress", "")


def test_workflow_comment__is_refused_beside_the_page(browser: Client, guide: Any, in_workflow: Any) -> None:
    extra = {"workflow-action-extra-data": json.dumps({"comment": f"Ta bort {NUMBER}"})}
    action = {"action-workflow-action": "1", "workflow-action-name": "reject"}

    response = browser.post(
        reverse("wagtailadmin_pages:edit", args=[guide.pk]), {**page_form(guide), **action, **extra}
    )

    assert response.status_code == 200
    assert response.context["form"].non_field_errors()
    in_workflow.current_task_state.refresh_from_db()
    assert in_workflow.current_task_state.status == "in_progress"


def test_copy__answers_with_a_sentence(browser: Client, guide: Any) -> None:
    page = {"new_title": NUMBER, "new_slug": "kopia", "new_parent_page": guide.get_parent().pk}

    response = browser.post(reverse("wagtailadmin_pages:copy", args=[guide.pk]), page)

    assert response.status_code == 400
    assert "0017" not in response.text
    assert not apps.get_model("wagtailcore", "Page").objects.filter(slug="kopia").exists()


FILES = {
    "word": ("plan.docx", documents.word(NUMBER)),
    "pdf": ("plan.pdf", documents.pdf(NUMBER)),
    "sheet": ("plan.xlsx", documents.sheet(("x", NUMBER))),
    "text": ("plan.txt", NUMBER.encode()),
    "file name": (f"elev_{NUMBER}.txt", b"Plan"),
    "damaged": ("plan.docx", b"?"),
}


@pytest.mark.parametrize("kind", FILES)
def test_document_upload__is_refused_on_the_file_field(browser: Client, kind: str) -> None:
    file = SimpleUploadedFile(*FILES[kind])

    response = browser.post(reverse("wagtaildocs:add"), {"title": "Plan", "file": file, "audience": "staff"})

    assert response.status_code == 200
    assert list(response.context["form"].errors) == ["file"]
    assert "0017" not in " ".join(response.context["form"].errors["file"])
    assert not apps.get_model("media", "Document").objects.exists()


@pytest.mark.parametrize("kind", FILES)
def test_document_upload__many_at_once_is_refused(browser: Client, kind: str) -> None:
    file = SimpleUploadedFile(*FILES[kind])

    response = browser.post(reverse("wagtaildocs:add_multiple"), {"title": "Plan", "files[]": file})

    assert response.json()["success"] is False
    assert response.json()["error_message"]
    assert not apps.get_model("media", "Document").objects.exists()
    assert not apps.get_model("wagtailcore", "UploadedFile").objects.exists()


def test_document_upload__ordinary_is_kept_whole(browser: Client) -> None:
    content = documents.word("Antagen 2016-04-25, § 74. Ring 020-100 200.")

    response = browser.post(
        reverse("wagtaildocs:add"),
        {"title": "Plan", "file": SimpleUploadedFile("plan.docx", content), "audience": "staff"},
    )

    assert response.status_code == 302
    assert apps.get_model("media", "Document").objects.get().file.read() == content


def test_image_upload__title_description_tags_and_words_inside(browser: Client) -> None:
    def post(**changes: Any) -> Any:
        data = {"title": "Bild", "description": "", "tags": "", "audience": "staff"}
        file = SimpleUploadedFile("bild.png", documents.picture())
        return browser.post(reverse("wagtailimages:add"), {**data, "file": file, **changes})

    for field, value in {
        "title": NUMBER,
        "description": f"Eleven {NUMBER}",
        "tags": f'"elev {NUMBER}"',
        "file": SimpleUploadedFile("bild.png", documents.picture({"Comment": NUMBER})),
    }.items():
        response = post(**{field: value})
        assert response.status_code == 200, field
        assert list(response.context["form"].errors) == [field]
    assert not apps.get_model("media", "Image").objects.exists()
    assert post().status_code == 302


def test_other_admin_forms__are_model_forms_and_refuse(browser: Client) -> None:
    response = browser.post(reverse("wagtailadmin_collections:add"), {"name": NUMBER, "parent": 1})

    assert response.status_code == 200
    assert "name" in response.context["form"].errors
