"""Lists, tables and ways through them."""

from datetime import timedelta

from django.core.paginator import Paginator
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from handslag import clock
from handslag.styleguide.components import Component, Example


def components() -> list[Component]:
    return [
        _link_list(),
        _task_list(),
        _panel(),
        _breadcrumb(),
        _contents(),
        _table(),
        _search_result(),
        _pagination(),
        _date(),
    ]


def _links() -> list[dict[str, object]]:
    return [
        {
            "title": _("What do I do when I am worried about a pupil?"),
            "url": "#link_list",
            "text": _("Whom to ask, what to write down and what not to."),
        },
        {
            "title": _("Conversations about hard subjects"),
            "url": "#link_list",
            "meta": _("12 March, 3 places left"),
        },
        {"title": _("Centre against violent extremism"), "url": "#link_list", "external": True},
    ]


def _tasks() -> list[dict[str, object]]:
    today = clock.today()
    return [
        {
            "title": _("Report on activity 4: training for school staff"),
            "url": "#task_list",
            "detail": _("Last reported 143 days ago"),
            "due": today + timedelta(days=9),
            "status": _("Late soon"),
            "kind": "warning",
        },
        {
            "title": _("Review the draft of the action plan"),
            "url": "#task_list",
            "detail": _("Sent to you by the preparatory group"),
            "status": _("Waits for you"),
            "kind": "waiting",
        },
        {
            "title": _("Check three helpline numbers"),
            "url": "#task_list",
            "due": today - timedelta(days=3),
            "is_overdue": True,
        },
    ]


def _link_list() -> Component:
    return Component(
        "link_list", _("List of links"), [Example(_("With text, date and another site"), {"items": _links()})]
    )


def _task_list() -> Component:
    return Component(
        "task_list", _("Things to do"), [Example(_("Three kinds of state"), {"tasks": _tasks()})]
    )


def _panel() -> Component:
    return Component(
        "panel",
        _("Panel on the start page"),
        [
            Example(
                _("With things to do"),
                {
                    "id": "panel-tasks",
                    "title": _("Waits for you"),
                    "icon": "clock",
                    "tasks": _tasks()[:2],
                    "more_href": "#panel",
                    "more": _("Everything to do"),
                },
            ),
            Example(
                _("With links"),
                {"id": "panel-links", "title": _("Guides"), "icon": "file-text", "items": _links()},
            ),
            Example(
                _("Empty"),
                {
                    "id": "panel-empty",
                    "title": _("Next meetings"),
                    "icon": "calendar",
                    "empty": _("No meeting is planned."),
                    "empty_href": "#panel",
                    "empty_link": _("Plan a meeting"),
                },
            ),
        ],
    )


def _breadcrumb() -> Component:
    items = [
        {"title": _("Start"), "url": "#breadcrumb"},
        {"title": _("Action plan"), "url": "#breadcrumb"},
        {"title": _("Editions"), "url": "#breadcrumb"},
    ]
    return Component("breadcrumb", _("Breadcrumb"), [Example(_("Three levels"), {"items": items})])


def _contents() -> Component:
    items = [
        {"number": "1", "title": _("Background"), "anchor": "contents"},
        {
            "number": "2",
            "title": _("Who does what"),
            "anchor": "contents",
            "chip": _("Changed"),
            "kind": "changed",
        },
        {
            "number": "3",
            "title": _("Support for those who want to leave"),
            "anchor": "contents",
            "chip": _("New"),
            "kind": "new",
        },
    ]
    return Component(
        "contents",
        _("Contents of a long page"),
        [Example(_("With what changed"), {"items": items, "title": _("Sections")})],
    )


def _table() -> Component:
    headers = [
        {"title": _("Unit")},
        {"title": _("Audience")},
        {"title": _("Trained"), "numeric": True},
        {"title": _("Share"), "numeric": True},
    ]
    rows = [
        [
            {"text": _("Upper secondary school"), "url": "#table"},
            _("Teachers"),
            {"text": "41", "numeric": True},
            {"text": "82 %", "numeric": True},
        ],
        [
            _("Social services"),
            _("Case officers"),
            {"text": "12", "numeric": True},
            {"text": "48 %", "numeric": True},
        ],
        [_("Libraries"), _("Everyone"), {"text": "9", "numeric": True}, {"text": "90 %", "numeric": True}],
    ]
    caption = _("Trained in the last two years")
    return Component(
        "table",
        _("Table"),
        [
            Example(
                _("With numbers"),
                {"id": "table-numbers", "caption": caption, "headers": headers, "rows": rows},
            ),
            Example(
                _("Empty"),
                {
                    "id": "table-empty",
                    "caption": _("Study visits"),
                    "headers": headers[:2],
                    "rows": [],
                    "empty": _("No study visit is recorded. Record the first one under Trainings."),
                },
            ),
        ],
    )


def _search_result() -> Component:
    # The markup is ours and holds nothing that a person has typed.
    excerpt = mark_safe("… Brå meets at least <mark>four times</mark> a year and reports to the board …")
    return Component(
        "search_result",
        _("Search result"),
        [
            Example(
                _("With a hit in the text"),
                {
                    "title": _("Action plan, section 4"),
                    "url": "#search_result",
                    "kind": _("Edition in force"),
                    "excerpt": excerpt,
                    "date": clock.today() - timedelta(days=40),
                },
            ),
        ],
        wrapper="ol",
    )


def _pagination() -> Component:
    pages = Paginator(range(200), 10)
    return Component(
        "pagination",
        _("Pages of a list"),
        [
            Example(_("First page"), {"page": pages.page(1)}),
            Example(_("In the middle"), {"page": pages.page(9), "label": _("Pages, in the middle")}),
        ],
    )


def _date() -> Component:
    today = clock.today()
    return Component(
        "date",
        _("Date"),
        [
            Example(_("In words"), {"date": today}),
            Example(_("Past"), {"date": today - timedelta(days=143), "distance": True}),
            Example(_("To come"), {"date": today + timedelta(days=1), "distance": True}),
        ],
        small=True,
    )
