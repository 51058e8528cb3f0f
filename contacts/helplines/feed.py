"""The list as JSON, for the municipality's own site: any page may fetch it, and no page needs a cookie for it."""

import datetime

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods
from pydantic import BaseModel, ConfigDict, Field

from contacts.helplines.caching import asked_each_time
from contacts.helplines.helpline import Helpline
from contacts.helplines.words.language import WORDS, source_language
from contacts.helplines.words.telling import Told, told
from handslag import clock

METHODS = "GET, HEAD, OPTIONS"
A_DAY = "86400"


class FeedLine(BaseModel):
    """One helpline that somebody called and found right."""

    model_config = ConfigDict(extra="forbid")

    name: str
    number: str = Field(description="As it is read aloud, with spaces.")
    tel: str = Field(description="As it is dialled; put “tel:” before it.")
    operator: str = Field(description="Who answers.")
    audience: str = Field(description="Whom it helps, one sentence.")
    hours: str = Field(description="Opening hours in words.")
    languages: str
    anonymity: str
    cost: str
    url: str = Field(description="The line's own website, or empty.")
    verified_on: datetime.date = Field(description="The day somebody called and checked all of this.")
    valid_until: datetime.date = Field(
        description="The last day to show it. Whoever keeps a copy must hide the line after this day."
    )
    untranslated: list[str] = Field(
        default=[],
        description="Names of the texts above that are in `source_language`, because nobody has translated them.",
    )


class Feed(BaseModel):
    """The verified helplines, in the order they are to be shown. Lines that are not verified are not in it."""

    model_config = ConfigDict(extra="forbid", title="Helplines")

    version: int = Field(default=1, description="Of this format.")
    language: str = Field(description="Language of the texts, that of the address.")
    source_language: str = Field(description="Language of names and operators, and of what is untranslated.")
    emergency: str = Field(default="112", description="Always show this number first.")
    page: str = Field(description="Address of the list for people.")
    helplines: list[FeedLine]


@login_not_required
@require_http_methods(["GET", "HEAD", "OPTIONS"])
@asked_each_time(public=True)
def as_json(request: HttpRequest) -> HttpResponse:
    if request.method == "OPTIONS":
        return _preflight()
    feed = Feed(
        language=get_language() or source_language(),
        source_language=source_language(),
        page=request.build_absolute_uri(reverse("helplines:public")),
        helplines=[_line(one) for one in told(Helpline.objects.verified(clock.today()))],
    )
    return _open(JsonResponse(feed.model_dump(mode="json")))


@login_not_required
@require_http_methods(["GET", "HEAD", "OPTIONS"])
@asked_each_time(public=True)
def schema(request: HttpRequest) -> HttpResponse:
    """JSON Schema of the above."""
    if request.method == "OPTIONS":
        return _preflight()
    return _open(JsonResponse(Feed.model_json_schema()))


def _line(one: Told) -> FeedLine:
    line = one.line
    own = {name: getattr(line, name) for name in ("name", "number", "tel", "operator", "url", "verified_on")}
    words = {name: getattr(one, name) for name in WORDS}
    return FeedLine.model_validate(
        {**own, **words, "valid_until": line.last_day, "untranslated": list(one.untranslated)}
    )


def _preflight() -> HttpResponse:
    response = _open(HttpResponse(status=204))
    response["Allow"] = response["Access-Control-Allow-Methods"] = METHODS
    response["Access-Control-Allow-Headers"] = "If-None-Match"
    response["Access-Control-Max-Age"] = A_DAY
    return response


def _open(response: HttpResponse) -> HttpResponse:
    response["Access-Control-Allow-Origin"] = "*"
    response["Access-Control-Expose-Headers"] = "ETag"
    return response
