"""The forms of the referral's pages."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from handslag.privacy.forms import ScannedFormMixin
from plan_pages.road.referral.sending import Invited, Letter

NAME_LENGTH = 160
ACCEPT = ".pdf,.docx,.odt,.txt,.xlsx,.pptx,.csv"


def day(**attributes: Any) -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date", **attributes}, format="%Y-%m-%d")


def area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class ReferralForm(ScannedFormMixin, forms.Form):
    """Several stand on one page: `way` keeps their ids apart and says what is pressed."""

    way = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": f"{self.way}-%s", **kwargs})


class ChooseForm(ReferralForm):
    way = "choose"

    asks_referral = forms.TypedChoiceField(
        label=_("Does the text go out on referral?"),
        choices=[("yes", _("Yes, other bodies are asked")), ("no", _("No, it goes straight to the board"))],
        widget=forms.RadioSelect,
        coerce=lambda value: value == "yes",
        empty_value=None,
        error_messages={"required": _("Choose whether the text goes out on referral.")},
    )
    reason = forms.CharField(
        label=_("Why not?"),
        help_text=_("Needed where the answer is no; the board reads it."),
        widget=area(2),
        max_length=2000,
        required=False,
    )


def _invited(text: str) -> Iterator[Invited]:
    lines = (line.strip() for line in text.splitlines())
    for number, line in enumerate(filter(None, lines), start=1):
        name, _sign, contact = (part.strip() for part in line.partition(";"))
        if not name or len(name) > NAME_LENGTH:
            raise ValidationError(
                _("Line %(number)d: begin with the name of the body, in at most %(most)d characters."),
                params={"number": number, "most": NAME_LENGTH},
            )
        if contact:
            try:
                validate_email(contact)
            except ValidationError as refusal:
                raise ValidationError(
                    _("Line %(number)d: what stands after the semicolon is no e-mail address."),
                    params={"number": number},
                ) from refusal
        yield Invited(name, contact)


class InviteForm(ReferralForm):
    """`invited` is what the lines say, once the form is valid."""

    way = "invite"
    invited: list[Invited]

    bodies = forms.CharField(
        label=_("Bodies that are asked"),
        help_text=_(
            "One per line. After a semicolon its functional e-mail address, if the text is to go there: "
            "Police authority; registry@police.example"
        ),
        widget=area(5),
        max_length=20000,
        error_messages={"required": _("Name at least one body that is asked.")},
    )

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        try:
            self.invited = list(_invited(data.get("bodies", "")))
        except ValidationError as refusal:
            self.add_error("bodies", refusal)
        return data


class OpenForm(InviteForm):
    """`seen` is the digest of the text on the page."""

    way = "open"
    scan_exempt = {"seen": "made by the program"}

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    deadline = forms.DateField(
        label=_("Replies are wanted by"),
        widget=day(),
        error_messages={"required": _("Say by which day the bodies are to answer.")},
    )
    reply_to = forms.EmailField(
        label=_("E-mail address that replies are sent to"),
        help_text=_("A functional address, for example the registry's; the bodies read it."),
    )
    message = forms.CharField(
        label=_("Message to the bodies"),
        help_text=_("What you want them to look at. It stands above the text and in the mail."),
        widget=area(4),
        max_length=5000,
        required=False,
    )
    field_order = ("seen", "bodies", "deadline", "reply_to", "message")

    @property
    def letter(self) -> Letter:
        data = self.cleaned_data
        return Letter(data["deadline"], data["reply_to"], data["message"])


class ExtendForm(ReferralForm):
    way = "extend"

    deadline = forms.DateField(label=_("New day"), widget=day())


class SummaryForm(ReferralForm):
    way = "summary"

    summary = forms.CharField(
        label=_("Summary for the board"),
        help_text=_(
            "What the replies have in common, and what they led to. The list of replies follows it by itself."
        ),
        widget=area(5),
        max_length=10000,
        required=False,
    )


class AgainForm(ReferralForm):
    way = "again"

    again = forms.BooleanField(
        label=_("Send the changed text out again, in a new round"),
        help_text=_("Without it the text goes straight on to the board after its review."),
        required=False,
    )


class BodyForm(ReferralForm):
    way = "body"

    name = forms.CharField(label=_("Name of the body"), max_length=NAME_LENGTH)
    contact = forms.EmailField(label=_("Functional e-mail address"), required=False)


class KeyForm(ReferralForm):
    """`instead_of` is the address that stood on the page; its end is the price of a new one."""

    way = "key"

    instead_of = forms.IntegerField(widget=forms.HiddenInput, required=False)
    expires_on = forms.DateField(label=_("The address holds until"), widget=day())


class ReplyForm(ReferralForm):
    way = "reply"
    scan_exempt = {"seen": "made by the program"}

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    received_on = forms.DateField(label=_("Received on"), widget=day())
    declines = forms.BooleanField(label=_("The body let it be known that it does not answer"), required=False)
    stance = forms.CharField(
        label=_("Standpoint"),
        help_text=_("In the body's own words, for example: supports it with changes."),
        max_length=160,
        required=False,
    )
    text = forms.CharField(
        label=_("The reply in short"),
        help_text=_("The board reads this. Leave out names of people."),
        widget=area(5),
        max_length=10000,
        required=False,
    )
    file = forms.FileField(
        label=_("The reply as a file"),
        help_text=_(
            "PDF, Word, OpenDocument, text or spreadsheet; at most 20 MB. Choose it anew if the page comes back."
        ),
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
        required=False,
    )
    drops_file = forms.BooleanField(label=_("Take the file away"), required=False)
    registry_number = forms.CharField(label=_("Registry number"), max_length=60, required=False)

    def __init__(self, *args: Any, has_file: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_file:
            del self.fields["drops_file"]


class HandleForm(ReferralForm):
    way = "handle"
    scan_exempt = {"seen": "made by the program"}

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    handling = forms.CharField(
        label=_("How it was handled"),
        help_text=_("What was changed because of it, or why nothing was. The board reads this."),
        widget=area(3),
        max_length=5000,
        error_messages={"required": _("Say what was changed because of it, or why nothing was.")},
    )
