"""The pages that the frame of an answer names, in one question: the way to the page that is read, the page in other
languages, the menu, and pages of the types that stand apart from it (`linked_types`)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page

from handslag.access.people import Person
from handslag.access.visibility import visible_to
from handslag.navigation.routing import root_for
from handslag.pages.readable import readable
from handslag.registry import Registry

_FRAME = "_handslag_frame"


@dataclass(frozen=True)
class LinkedType:
    """A page type ("app.Model") that has few pages and is linked from everywhere, or from the start page."""

    name: str
    model: str
    order: int = 100

    @property
    def content_type(self) -> int:
        return ContentType.objects.get_for_model(apps.get_model(self.model)).pk


linked_types = Registry[LinkedType]("Linked type")


class Frame:
    """What the reader may see of it; read when it is first asked for, in the order of the tree."""

    def __init__(self, request: HttpRequest, page: Page | None) -> None:
        self.request, self.page, self.user = request, page, _reader(request)

    @property
    def menu(self) -> list[Page]:
        root = root_for(self.request)
        return [] if root is None else self._those(lambda page: page.show_in_menus and _is_child(page, root))

    @property
    def way(self) -> list[Page]:
        """From the start page to the page above the one that is read."""
        paths = _paths_above(self.page)
        return self._those(lambda page: page.path in paths)

    @property
    def translations(self) -> list[Page]:
        """With the page itself."""
        read = self.page
        if read is None:
            return []
        return self._those(
            lambda page: (
                page.translation_key == read.translation_key and page.content_type_id == read.content_type_id
            )
        )

    def linked(self, name: str) -> list[Page]:
        """Of the linked type with this name, in all languages."""
        wanted = linked_types.get(name).content_type
        return self._those(lambda page: page.content_type_id == wanted)

    def first_linked(self, name: str) -> Page | None:
        """The first of them in the reader's language."""
        language = get_language()
        return next((page for page in self.linked(name) if page.locale.language_code == language), None)

    def _those(self, are_meant: Callable[[Page], bool]) -> list[Page]:
        return [page for page in self._pages if are_meant(page)]

    @cached_property
    def _pages(self) -> Sequence[Page]:
        wanted = Q(content_type__in=[linked.content_type for linked in linked_types])
        if (root := root_for(self.request)) is not None:
            wanted |= Q(depth=root.depth + 1, path__range=_below(root), show_in_menus=True)
        if self.page is not None:
            wanted |= Q(path__in=_paths_above(self.page)) | Q(translation_key=self.page.translation_key)
        pages = visible_to(readable(Page.objects.filter(wanted)), self.user or AnonymousUser())
        return list(pages.select_related("locale").order_by("path"))


def frame_of(request: HttpRequest, page: Page | None = None) -> Frame:
    """`page`: None for the one that the request says is being read, if any. Kept while this reader is answered."""
    read = page if page is not None else getattr(request, "handslag_page", None)
    known: Frame | None = getattr(request, _FRAME, None)
    if known is None or known.page is not read or known.user is not _reader(request):
        known = Frame(request, read)
        setattr(request, _FRAME, known)
    return known


def _reader(request: HttpRequest) -> Person | None:
    """None: an error page may be answered before anybody knows who asks."""
    user: Person | None = getattr(request, "user", None)
    return user


def _is_child(page: Page, parent: Page) -> bool:
    return page.depth == parent.depth + 1 and page.path.startswith(parent.path)


def _paths_above(page: Page | None) -> list[str]:
    """From the start page on: the root of all pages is none that anybody reads."""
    if page is None:
        return []
    return [page.path[:end] for end in range(2 * Page.steplen, len(page.path), Page.steplen)]


def _below(page: Page) -> tuple[str, str]:
    """The tree paths of its children and theirs lie between these; an index answers that, and not "begins with"."""
    first, last = page._get_children_path_interval(page.path)
    return first, last
