"""A text on referral, for tests: the people, the shortest way there, and what pages post."""

import datetime
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.utils.translation import override

from handslag import clock
from plan_pages.documents import EditionDocument
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.road.matter import Matter
from plan_pages.road.moving import MovedOnError
from plan_pages.road.referral.reply import ReferralReply
from plan_pages.road.referral.round import ReferralBody, ReferralRound
from plan_pages.workflow import doors
from tests.support import plans, roads
from tests.support.factories import make_site

DAY = datetime.date(2026, 3, 2)
DEADLINE = datetime.date(2026, 4, 1)
AFTER = DEADLINE + datetime.timedelta(days=1)
BODIES = "Polismyndigheten; registrator@polisen.example\nSkolnämnden"
LETTER = {
    "bodies": BODIES,
    "deadline": DEADLINE.isoformat(),
    "reply_to": "registrator@kommun.example",
    "message": "Titta särskilt på avsnitt 2.",
}


def signed_in(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


def on_referral(
    page: ActionPlanPage,
    author: Any,
    reviewer: Any,
    text: EditionDocument | None = None,
    *,
    asks_referral: bool | None = True,
) -> Matter:
    """Reviewed, and (where `asks_referral` is True) waiting to be sent out. None is forced past the review."""
    matter = roads.drafted(page, author, text)
    matter.asks_referral, matter.no_referral_reason = True, ""
    matter.save()
    matter = doors.act(doors.submit(matter, author), reviewer, "approve")
    if asks_referral is not True:
        matter.asks_referral = asks_referral
        matter.save()
    return matter


def changed_text(matter: Matter, author: Any) -> Matter:
    """Taken back, changed, submitted and on its way to the reviewer again."""
    return submitted_anew(doors.act(matter, author, "withdraw"), author)


def submitted_anew(matter: Matter, author: Any) -> Matter:
    """From drafting, with a longer text."""
    page = matter.series.page
    assert page is not None
    plans.draft(page.specific, plans.document(5), author)
    matter = roads.prepared(Matter.objects.get(pk=matter.pk))
    matter.asks_referral, matter.no_referral_reason = True, ""
    matter.save()
    return doors.submit(matter, author)


def moved_on() -> str:
    """What an old page is answered, in the site's language."""
    with override(settings.LANGUAGE_CODE):
        return " ".join(MovedOnError().messages)


def reviewed() -> dict[str, Any]:
    make_site()
    people = {"editor": roads.person("editor", name="Eva Redaktör"), "reviewer": roads.person("reviewer")}
    page = plans.plan_page()
    plans.adopt(page)
    with clock.set_to(DAY):
        return {**people, "page": page, "matter": on_referral(page, people["editor"], people["reviewer"])}


def text(answer: Any) -> str:
    return str(answer.content.decode())


def stage(matter: Matter) -> str:
    matter.refresh_from_db()
    return matter.stage


def kinds(matter: Matter) -> list[str]:
    return [event.kind for event in matter.events.all()]


def address(matter: Matter, *parts: object) -> str:
    return f"/beslut/{matter.pk}/remiss/" + "".join(f"{part}/" for part in parts)


def post(user: Any, matter: Matter, way: str, **fields: Any) -> HttpResponse:
    return signed_in(user).post(address(matter), {"way": way, **fields}, follow=True)


def sent_out(matter: Matter, user: Any, **changes: Any) -> ReferralRound:
    """Over HTTP, as the editor does."""
    answer = post(user, matter, "open", **{**LETTER, "seen": matter.digest, **changes})
    assert answer.status_code == 200, answer.content.decode()
    return ReferralRound.objects.latest("pk")


def body(name: str) -> ReferralBody:
    return ReferralBody.objects.filter(name__startswith=name).latest("pk")


def version(name: str) -> str:
    found = ReferralReply.objects.filter(body=body(name)).first()
    return found.entered_at.isoformat() if found is not None else ""


def enter(user: Any, matter: Matter, name: str, **fields: Any) -> HttpResponse:
    values = {
        "way": "reply",
        "seen": version(name),
        "received_on": clock.today().isoformat(),
        "text": "Bra plan, men avsnitt 2 är otydligt.",
        **fields,
    }
    return signed_in(user).post(address(matter, body(name).pk, "svar"), values, follow=True)


def handle(user: Any, matter: Matter, name: str, text: str = "Avsnitt 2 är omskrivet.") -> HttpResponse:
    values = {"way": "handle", "seen": version(name), "handling": text}
    return signed_in(user).post(address(matter, body(name).pk, "svar"), values, follow=True)


def upload(content: bytes, name: str = "yttrande.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type="application/pdf")


def given_path(answer: HttpResponse) -> str:
    """The reading address on the one page that shows it, as a path."""
    page = answer.content.decode()
    assert answer.status_code == 200 and "/remiss/" in page, page
    start = page.index('value="http') + len('value="')
    return "/" + page[start : page.index('"', start)].split("/", 3)[3]


def give(user: Any, matter: Matter, name: str, **fields: Any) -> HttpResponse:
    expires = clock.today() + datetime.timedelta(days=60)
    values = {"way": "give", "instead_of": "", "expires_on": expires.isoformat(), **fields}
    return signed_in(user).post(address(matter, body(name).pk), values)
