"""Every request for guidance has a day of removal from the start. Those that lay open get the day they would have had, but
never sooner than a month from now, so that nothing vanishes on the night of the upgrade. The index of kinds holds organisations
that are to be archived on a day to come, too."""

import datetime

from django.db import migrations, models

import contacts.guidance.removal
from handslag import clock

NOTICE = datetime.timedelta(days=30)


def give_days(apps, schema_editor):
    GuidanceRequest = apps.get_model("contacts", "GuidanceRequest")
    kept = datetime.timedelta(days=contacts.guidance.removal.keep_days())
    last_said = models.Max("messages__created_at")
    for found in GuidanceRequest.objects.filter(purge_on=None).annotate(last_said=last_said):
        last = max(filter(None, (found.created_at, found.answered_at, found.last_said))).date()
        found.purge_on = max(last + kept, clock.today() + NOTICE)
        found.save(update_fields=["purge_on"])


def take_days(apps, schema_editor):
    apps.get_model("contacts", "GuidanceRequest").objects.exclude(status="closed").update(purge_on=None)


class Migration(migrations.Migration):

    dependencies = [
        ("contacts", "0011_words_and_signatures_kept"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="guidancerequest", name="guidance_closed_is_purged_in_time"),
        migrations.RunPython(give_days, take_days, elidable=True),
        migrations.AlterField(
            model_name="guidancerequest",
            name="purge_on",
            field=models.DateField(db_index=True, default=contacts.guidance.removal.removal_day, verbose_name="removed on"),
        ),
        migrations.AddConstraint(
            model_name="guidancerequest",
            constraint=models.CheckConstraint(
                condition=models.Q(("closed_at__isnull", False), ("status", "closed"))
                | models.Q(models.Q(("status", "closed"), _negated=True), ("closed_at", None)),
                name="guidance_closed_at_a_time",
            ),
        ),
        migrations.AlterModelOptions(
            name="dissemination",
            options={
                "ordering": ["-day", "-pk"],
                "verbose_name": "dissemination of the helplines",
                "verbose_name_plural": "disseminations of the helplines",
            },
        ),
        migrations.RemoveIndex(model_name="organisation", name="organisation_current_by_kind"),
        migrations.AddIndex(
            model_name="organisation",
            index=models.Index(fields=["kind", "name"], name="organisation_by_kind"),
        ),
    ]
