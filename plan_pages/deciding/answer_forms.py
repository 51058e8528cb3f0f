"""What people answer on a matter's page. `seen` is the digest of the text that the page showed."""

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _

from handslag.forms.carried import carry
from handslag.privacy.forms import ScannedFormMixin

LONGEST = 4000


def few_lines(label: Any, *, required: bool, missing: Any = None, **fields: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=required,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": missing} if missing else None,
        **fields,
    )


class AnswerForm(ScannedFormMixin, forms.Form):
    seen = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def now_about(self, digest: str) -> None:
        """The page that shows the form again shows the text of now, and that is what the next answer is about."""
        carry(self, "seen", digest)

    @property
    def typed(self) -> list[str]:
        """What the person wrote, for a page that has not this form any more."""
        written = (self.data.get(self.add_prefix(field.name)) for field in self.visible_fields())
        return [text for found in written if (text := str(found or "").strip())]


class ApproveForm(AnswerForm):
    prefix = "godkann"
    text = few_lines(_("Comment"), required=False)


class ReturnForm(AnswerForm):
    prefix = "atersand"
    text = few_lines(
        _("What should be changed?"),
        required=True,
        missing=_("Say what should be changed, so that the editor can do it."),
    )


class WithdrawForm(AnswerForm):
    prefix = "atertag"
    text = few_lines(
        _("Why is it taken back?"),
        required=True,
        missing=_("Say why the text is taken back; the others read it."),
    )


class CommentForm(AnswerForm):
    """`section` is an id of the text, "" for the whole."""

    prefix = "kommentar"
    section = forms.ChoiceField(label=_("About"), required=False)
    text = few_lines(_("Your comment"), required=True, missing=_("Write what you want to say."))

    def __init__(self, *args: Any, sections: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["section"].choices = [("", _("the whole text")), *sections]  # type: ignore[attr-defined]  # a ChoiceField


class InviteForm(AnswerForm):
    prefix = "inbjud"
    account = forms.ModelChoiceField(
        label=_("Who should review it?"),
        queryset=get_user_model().objects.none(),
        help_text=_(
            "Somebody with an account who has not written in this draft. It is for this matter only."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = get_user_model().objects.filter(is_active=True).order_by("name", "pk")
        self.fields["account"].queryset = people  # type: ignore[attr-defined]  # a ModelChoiceField
        self.fields["account"].label_from_instance = lambda person: person.get_full_name() or str(person)  # type: ignore[attr-defined]  # a ModelChoiceField
