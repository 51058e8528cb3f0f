"""Helplines entered before 0009 get the row that translators work from; signatures keep their steps; figures find meetings by
day and organisations by kind."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

WORDS = ("audience", "hours", "languages", "anonymity", "cost")


def give_words(apps, schema_editor):
    """As `contacts.helplines.words.keeping.keep`, which a line's next save calls."""
    Helpline, HelplineWords = apps.get_model("contacts", "Helpline"), apps.get_model("contacts", "HelplineWords")
    locale = apps.get_model("wagtailcore", "Locale").objects.filter(language_code=settings.LANGUAGE_CODE).first()
    if locale is None:
        return
    has_row = HelplineWords.objects.filter(locale=locale).values("helpline")
    for line in Helpline.objects.exclude(pk__in=has_row):
        said = {name: getattr(line, name) for name in WORDS}
        HelplineWords.objects.create(helpline=line, locale=locale, **said)


class Migration(migrations.Migration):

    dependencies = [
        ("contacts", "0010_meeting_of_entry"),
    ]

    operations = [
        migrations.RunPython(give_words, migrations.RunPython.noop, elidable=True),
        migrations.AddIndex(
            model_name="meetingpage",
            index=models.Index(fields=["starts_at"], name="meeting_starts_at"),
        ),
        migrations.AddIndex(
            model_name="organisation",
            index=models.Index(condition=models.Q(("archived_on", None)), fields=["kind", "name"], name="organisation_current_by_kind"),
        ),
        migrations.AlterField(
            model_name="stepsignature",
            name="step",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="signatures", to="contacts.runstep", verbose_name="step"),
        ),
    ]
