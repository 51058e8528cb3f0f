"""The demo's mailbox, open without signing in: an invitation must be readable by who has no account yet.

Only a demo that nobody else reaches has it: the start is refused where DEMO or DEBUG meets a public host name, and
`checks` refuses it once more where mail goes elsewhere than to the folder.
"""

from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from home.mailbox.letters import letters


@login_not_required
@never_cache
@require_safe
def mailbox(request: HttpRequest) -> HttpResponse:
    if not (settings.DEBUG or settings.DEMO):
        raise Http404
    return render(request, "home/mailbox_page.html", {"letters": letters(Path(settings.DEMO_MAIL_DIR))})
