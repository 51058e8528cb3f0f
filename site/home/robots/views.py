"""Strangers' machines are told of the public section and of nothing else."""

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from wagtail.models import Page

from handslag.access.visibility import visible_to
from handslag.navigation.open_addresses import found_open
from handslag.pages.readable import readable
from home.public.models import PublicHomePage


def public_pages() -> QuerySet[Page]:
    """What somebody without an account may see."""
    return visible_to(readable(Page.objects.all()), AnonymousUser()).select_related("locale").order_by("path")


@login_not_required
@require_safe
@cache_control(public=True, max_age=3600)
def robots(request: HttpRequest) -> HttpResponse:
    """Everything is closed except where a public section begins; the longest rule wins (RFC 9309)."""
    sections = visible_to(PublicHomePage.objects.live(), AnonymousUser()).select_related("locale")
    opened = sorted(
        {
            *(url for section in sections if (url := section.get_url(request))),
            *(address.url for address in found_open(request)),
        }
    )
    lines = ["User-agent: *", "Disallow: /", *(f"Allow: {url}" for url in opened), "Allow: /static/"]
    lines.append(f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@login_not_required
@require_safe
@cache_control(public=True, max_age=3600)
def sitemap(request: HttpRequest) -> HttpResponse:
    pages = [
        {"url": request.build_absolute_uri(url), "changed": page.last_published_at}
        for page in public_pages()
        if (url := page.get_url(request))
    ]
    pages += [
        {"url": request.build_absolute_uri(address.url), "changed": address.changed}
        for address in found_open(request)
    ]
    return render(
        request, "home/sitemap.xml", {"pages": pages}, content_type="application/xml; charset=utf-8"
    )


@login_not_required
@require_safe
@cache_control(public=True, max_age=24 * 3600)
def favicon(request: HttpRequest) -> HttpResponse:
    """Pages name the icon themselves; this is for what asks without reading a page."""
    return HttpResponseRedirect(static("handslag/icons/favicon.svg"))
