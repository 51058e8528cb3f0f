"""The list as JSON, for the municipality's own site: any page may fetch it, and no page needs a cookie for it."""

import datetime

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods
from pydantic import BaseModel, ConfigDict, Field

from contacts.helplines.caching import asked_each_time
from contacts.helplines.helpline import Helpline
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


class Feed(BaseModel):
    """The verified helplines, in the order they are to be shown. Lines that are not verified are not in it."""

    model_config = ConfigDict(extra="forbid", title="Helplines")

    version: int = Field(default=1, description="Of this format.")
    language: str = Field(description="Language of the texts.")
    emergency: str = Field(default="112", description="Always show this number first.")
    page: str = Field(description="Address of the list for people.")
    helplines: list[FeedLine]


@login_not_required
@require_http_methods(["GET", "HEAD", "OPTIONS"])
@asked_each_time(public=True)
def as_json(request: HttpRequest) -> HttpResponse:
    if request.method == "OPTIONS":
        return _preflight()
    lines = [_line(helpline) for helpline in Helpline.objects.verified(clock.today())]
    page = request.build_absolute_uri(reverse("helplines:public"))
    return _open(JsonResponse(Feed(language="sv", page=page, helplines=lines).model_dump(mode="json")))


@login_not_required
@require_http_methods(["GET", "HEAD", "OPTIONS"])
@asked_each_time(public=True)
def schema(request: HttpRequest) -> HttpResponse:
    """JSON Schema of the above."""
    if request.method == "OPTIONS":
        return _preflight()
    return _open(JsonResponse(Feed.model_json_schema()))


def _line(helpline: Helpline) -> FeedLine:
    fields = {name: getattr(helpline, name) for name in FeedLine.model_fields if name != "valid_until"}
    return FeedLine.model_validate({**fields, "valid_until": helpline.last_day})


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
