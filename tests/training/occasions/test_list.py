"""The catalogue: filters in the address, list and month, the same few questions however much there is."""

import datetime
import itertools
from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handslag import clock
from tests.support.factories import UserFactory, restrict
from tests.support.occasions import client_of, english_of
from tests.support.training import catalogue, course, occasion
from training.catalogue.course_page import CoursePage
from training.catalogue.kinds import CourseKind, OrganiserLevel
from training.occasions.day import OccasionDay
from training.occasions.kinds import OccasionState
from training.occasions.listing import list_context
from training.occasions.occasion import Occasion

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]
TODAY = datetime.date(2026, 3, 2)
MOST_OF_THE_LIST = 6


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.set_to(TODAY):
        yield


def listed(query: str = "", client: Client | None = None) -> list[str]:
    """Titles and places in the order of the page, from the answer itself."""
    response = (client or client_of("staff")).get(f"/utbildning/{query}")
    assert response.status_code == 200
    context = response.context
    if context["is_month_view"]:
        return [f"{day.day} {row.occasion.place}" for day in context["month_days"] for row in day.rows]
    rows = [f"{row.course.title} {row.occasion.place}".strip() for row in context["rows"]]
    return [*rows, *(one.course.title for one in context["undated"])]


@pytest.fixture
def some() -> None:
    basic = course("Grundkurs", audience="Lärare och ÄLDREOMSORG", organiser_level="municipality")
    county = course("Länsdag", CourseKind.JOINT_TRAINING, organiser_level="county")
    course("Vilande")
    occasion(basic, "2026-04-10 09:00", place="april", capacity=5)
    occasion(basic, "2026-03-10 09:00", place="mars", capacity=1, taken=1)
    occasion(basic, "2026-03-01 09:00", place="förra")
    occasion(basic, "2026-03-11 09:00", place="utkast", state=OccasionState.DRAFT)
    occasion(basic, "2026-03-12 09:00", place="inställd", state=OccasionState.CANCELLED)
    late = occasion(county, "2026-03-31 22:00", place="natten", hours=6)
    OccasionDay.objects.create(
        occasion=late,
        starts_at=datetime.datetime(2026, 4, 20, 8, tzinfo=datetime.UTC),
        ends_at=datetime.datetime(2026, 4, 20, 9, tzinfo=datetime.UTC),
    )
    Occasion.objects.filter(pk=late.pk).update(ends_at=datetime.datetime(2026, 4, 20, 9, tzinfo=datetime.UTC))


@pytest.mark.slow
def test_list__filters_stand_in_the_address(some: None) -> None:
    client = client_of("staff")
    coming = ["Grundkurs mars", "Grundkurs inställd", "Länsdag natten", "Grundkurs april"]
    for query, expected in {
        "": [*coming, "Vilande"],
        "?typ=joint_training": ["Länsdag natten"],
        "?niva=county": ["Länsdag natten"],
        "?malgrupp=äldreomsorg": [*coming[:2], "Grundkurs april"],
        "?malgrupp=lärare+äldre": [*coming[:2], "Grundkurs april"],
        "?malgrupp=polis": [],
        "?lediga=on": ["Länsdag natten", "Grundkurs april"],
        "?manad=2026-03": coming[:3],
        "?manad=2026-04": ["Länsdag natten", "Grundkurs april"],
        "?manad=2026-04&lediga=on&typ=knowledge": ["Grundkurs april"],
        "?manad=2026-05": [],
        # What the address says wrongly filters nothing.
        "?typ=slöjd&niva=x&manad=igår&page=99": [*coming, "Vilande"],
        "?vy=manad": ["2026-03-10 mars", "2026-03-12 inställd", "2026-03-31 natten"],
        "?vy=manad&manad=2026-04": ["2026-04-01 natten", "2026-04-10 april", "2026-04-20 natten"],
        "?vy=manad&manad=2026-04&typ=knowledge": ["2026-04-10 april"],
    }.items():
        assert listed(query, client) == expected, query
    page = client.get("/utbildning/?manad=2026-03&lediga=on&vy=manad").content.decode()
    assert 'role="status"' in page
    # Each mark takes its own filter away and keeps the rest, the view too.
    assert 'href="?lediga=on&amp;vy=manad"' in page
    assert 'href="?manad=2026-03&amp;vy=manad"' in page
    assert 'href="?lediga=on&amp;vy=manad&amp;manad=2026-04"' in page
    standings = {row.occasion.place: row.standing.kind for row in client.get("/utbildning/").context["rows"]}
    assert standings == {"mars": "warning", "inställd": "error", "natten": "success", "april": "success"}


def test_list__shows_each_reader_what_they_may_see(some: None) -> None:
    page = CoursePage.objects.get(title="Länsdag")
    english_of(page, "County day")
    english = client_of("staff").get("/en/training/").content.decode()
    assert "County day" in english
    assert "Länsdag" not in english
    assert "Grundkurs" in english
    restrict(page, "dialogue")
    assert "Länsdag natten" not in listed()
    assert "Länsdag natten" in listed(client=client_of("dialogue"))
    restrict(catalogue(), "dialogue")
    one = Occasion.objects.filter(state=OccasionState.OPEN).first()
    assert one is not None
    for path in (
        "/utbildning/",
        f"/utbildning/tillfalle/{one.pk}/",
        "/utbildning/kalender/",
        "/utbildning/ordna/",
    ):
        assert client_of("editor").get(path).status_code == 404, path
        assert Client().get(path).status_code == 302, path


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(
    kind=st.sampled_from(["", *CourseKind.values]),
    level=st.sampled_from(["", *OrganiserLevel.values]),
    month=st.sampled_from(["", "2026-03", "2026-04", "2027-03"]),
    free=st.booleans(),
    word=st.sampled_from(["", "lärare", "Ä", "polis lärare"]),
)
def test_filters__together_find_what_each_finds_alone(
    some: None, kind: str, level: str, month: str, free: bool, word: str
) -> None:
    def found(**chosen: str) -> list[int]:
        request = RequestFactory().get("/utbildning/", {**chosen, "page": "1"})
        request.user = user
        return [row.occasion.pk for row in list_context(request, None)["rows"]]

    user = UserFactory()
    with clock.set_to(TODAY):
        chosen = {
            "typ": kind,
            "niva": level,
            "manad": month,
            "lediga": "on" if free else "",
            "malgrupp": word,
        }
        everything = found()
        alone = [set(found(**{name: value})) for name, value in chosen.items() if value]
        assert found(**chosen) == [pk for pk in everything if all(pk in one for one in alone)]
    user.delete()


def questions(query: str, user: object) -> int:
    request = RequestFactory().get(f"/utbildning/{query}")
    request.user = user
    with CaptureQueriesContext(
        connection,
    ) as asked:
        context = list_context(request, None)
        for row in [
            *context.get("rows", []),
            *itertools.chain(*(day.rows for day in context.get("month_days", []))),
        ]:
            assert row.days
            assert row.course.title
            assert row.course.locale.language_code
    return len(asked)


@pytest.mark.slow
@pytest.mark.parametrize(
    "query", ["", "?vy=manad", "?manad=2026-03&lediga=on&malgrupp=l&typ=knowledge", "?page=3"]
)
def test_list__asks_no_more_of_two_thousand_than_of_twenty(query: str) -> None:
    pages = [course(f"Kurs {number}", slug=f"kurs-{number}", audience="Lärare") for number in range(4)]
    begins = datetime.datetime(2026, 3, 3, 8, tzinfo=datetime.UTC)

    def add(number: int) -> None:
        times = [begins + datetime.timedelta(hours=3 * step) for step in range(number)]
        rows = Occasion.objects.bulk_create(
            Occasion(
                course=pages[step % 4],
                capacity=9,
                state=OccasionState.OPEN,
                place="Kommunhuset",
                starts_at=time,
                ends_at=time + datetime.timedelta(hours=2),
            )
            for step, time in enumerate(times)
        )
        OccasionDay.objects.bulk_create(
            OccasionDay(occasion=row, starts_at=row.starts_at, ends_at=row.ends_at) for row in rows
        )

    add(20)
    user = UserFactory()
    questions(query, user)
    few = questions(query, user)
    add(1980)
    assert questions(query, user) <= max(few, MOST_OF_THE_LIST)
    assert few <= MOST_OF_THE_LIST
