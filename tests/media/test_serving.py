"""Files are served by the database's word, never by a path alone."""

import io
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import NoReverseMatch, reverse
from PIL import Image as Picture
from wagtail.permissions import policy_registry

from handslag.access.audiences import Audience
from handslag.access.models import ReadLogEntry
from handslag.access.role_setup import setup_roles
from media.models import Document, Image
from tests.support.restricted.tree import user

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_cached_sizes() -> None:
    """Wagtail keeps sizes in the cache by the picture's number, and numbers come again after each test."""
    cache.clear()


def picture(audience: Audience, name: str = "bild", roles: tuple[str, ...] = ()) -> Image:
    data = io.BytesIO()
    Picture.new("RGB", (40, 30), "navy").save(data, "PNG")
    file = ImageFile(io.BytesIO(data.getvalue()), f"{name}.png")
    image = Image.objects.create(title=name, audience=audience, file=file)
    image.roles.set([Group.objects.get_or_create(name=role)[0] for role in roles])
    return image


def document(audience: Audience, roles: tuple[str, ...] = ()) -> Document:
    made = Document.objects.create(title="dok", audience=audience, file=ContentFile(b"text", "dok.txt"))
    made.roles.set([Group.objects.get_or_create(name=role)[0] for role in roles])
    return made


def client_of(person: Any = None) -> Client:
    client = Client(HTTP_HOST="localhost")
    if person is not None:
        client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def addresses(item: Image | Document) -> list[str]:
    if isinstance(item, Document):
        return [item.url]
    return [item.file.url, item.get_rendition("width-20").url]


@pytest.mark.parametrize("make", [picture, document])
@pytest.mark.parametrize(
    ("audience", "stranger", "staff", "forum", "superuser"),
    [
        (Audience.PUBLIC, 200, 200, 200, 200),
        (Audience.STAFF, 302, 200, 200, 200),
        (Audience.RESTRICTED, 302, 404, 200, 200),
    ],
)
def test_file__reaches_its_audience_only(
    make: Any, audience: Audience, stranger: int, staff: int, forum: int, superuser: int
) -> None:
    item = make(audience, roles=("forum",))
    for address in addresses(item):
        assert client_of().get(address).status_code == stranger, address
    people = [(user("staff"), staff), (user("forum"), forum), (user(superuser=True), superuser)]
    for person, expected in people:
        for address in addresses(item):
            assert client_of(person).get(address).status_code == expected, (address, person)


def test_file__a_changed_audience_holds_at_once() -> None:
    image = picture(Audience.PUBLIC)
    address = image.get_rendition("width-20").url
    assert "/publik/" in address
    assert client_of().get(address).status_code == 200
    Image.objects.filter(pk=image.pk).update(audience=Audience.STAFF)
    assert client_of().get(address).status_code == 302
    assert client_of(user("staff")).get(address).status_code == 404
    assert client_of(user("staff", name="b")).get(address.replace("publik/", "")).status_code == 200


def test_file__headers_let_nobody_keep_what_is_not_public() -> None:
    public = client_of().get(picture(Audience.PUBLIC).get_rendition("width-20").url)
    assert public.headers["Cache-Control"] == "public, no-cache"
    for make in (picture, document):
        staff = client_of(user("staff", name=make.__name__)).get(addresses(make(Audience.STAFF))[-1])
        assert staff.headers["Cache-Control"] == "private, no-cache"
        assert "Cookie" in staff.headers["Vary"]
        closed = make(Audience.RESTRICTED, roles=("forum",))
        forum = client_of(user("forum", name=f"f{make.__name__}")).get(addresses(closed)[-1])
        assert forum.headers["Cache-Control"] == "private, no-store"
        assert "nosniff" in forum.headers["X-Content-Type-Options"]


@pytest.mark.parametrize("make", [picture, document])
def test_file__is_not_sent_again_but_asked_for_again(make: Any) -> None:
    item = make(Audience.STAFF)
    client = client_of(user("staff"))
    address = addresses(item)[-1]
    etag = client.get(address).headers["ETag"]
    assert client.get(address, headers={"If-None-Match": etag}).status_code == 304
    type(item).objects.filter(pk=item.pk).update(audience=Audience.RESTRICTED)
    assert client.get(address, headers={"If-None-Match": etag}).status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/media/documents/{document}",
        "/media/publik/documents/{document}",
        "/media/publik/{staff_image}",
        "/media/../media/{staff_image}x",
        "/media/publik/../{staff_image}",
        "/media/publik/%2e%2e/{staff_image}",
        "/media/./{public_image}",
        "/media//{public_image}",
        "/media/%2e%2e/handslag.sqlite3",
        "/media/..%2fhandslag.sqlite3",
        "/media/%252e%252e/handslag.sqlite3",
        "/media/{public_image}%00",
        "/media/",
        "/publik/{public_image}",
        "/static/../media/{public_image}",
    ],
)
def test_file__no_path_of_ones_own_making_leads_to_it(path: str) -> None:
    named = {
        "document": document(Audience.PUBLIC).file.name.split("/")[-1],
        "staff_image": picture(Audience.STAFF).file.name,
        "public_image": picture(Audience.PUBLIC).file.name,
    }
    assert client_of().get(path.format(**named)).status_code in {302, 400, 404}


def test_document__needs_its_own_name_and_number() -> None:
    made = document(Audience.PUBLIC)
    client = client_of()
    assert client.get(f"/dokument/{made.pk}/annat.txt").status_code == 302
    assert client.get(f"/dokument/{made.pk + 1}/{made.filename}").status_code == 302
    assert client.post(made.url).status_code in {403, 405}


def test_reading__of_restricted_files_is_logged_once() -> None:
    reader = user("forum")
    client = client_of(reader)
    image, text = (
        picture(Audience.RESTRICTED, roles=("forum",)),
        document(Audience.RESTRICTED, roles=("forum",)),
    )
    client.get(image.file.url)
    client.head(image.file.url)
    client.get(text.url)
    client.get(text.url, headers={"If-None-Match": client.get(text.url).headers["ETag"]})
    client_of(user("staff")).get(text.url)
    client.get(picture(Audience.STAFF, name="annan").file.url)
    assert list(
        ReadLogEntry.objects.order_by("pk").values_list("kind", "object_id", "user_id", "break_glass")
    ) == [
        ("image", image.pk, reader.pk, False),
        ("document", text.pk, reader.pk, False),
        ("document", text.pk, reader.pk, False),
    ]


def test_reading__by_a_superuser_without_the_role_is_marked() -> None:
    client_of(user(superuser=True)).get(document(Audience.RESTRICTED, roles=("forum",)).url)
    assert ReadLogEntry.objects.get().break_glass


def test_generated_addresses__are_not_mounted() -> None:
    with pytest.raises(NoReverseMatch):
        reverse("wagtailimages_serve", args=("x", 1, "width-20"))


def test_deleting__removes_file_and_sizes(django_capture_on_commit_callbacks: Any) -> None:
    image = picture(Audience.STAFF)
    names = [image.file.name, image.get_rendition("width-20").file.name]
    assert all(default_storage.exists(name) for name in names)
    with django_capture_on_commit_callbacks(execute=True):
        image.delete()
    assert not any(default_storage.exists(name) for name in names)


@pytest.mark.parametrize("make", [picture, document])
def test_policy__lists_and_opens_only_what_one_may_see(make: Any) -> None:
    setup_roles()
    seen, hidden = make(Audience.STAFF), make(Audience.RESTRICTED, roles=("forum",))
    policy = policy_registry.get_by_type(type(seen))
    editor = user("editor")
    assert list(policy.instances_user_has_any_permission_for(editor, ["change", "choose"])) == [seen]
    assert policy.user_has_permission_for_instance(editor, "change", seen)
    assert not policy.user_has_permission_for_instance(editor, "change", hidden)
