"""A request for guidance is called by a number drawn by lot, also in the log of reading: the one it was stored under told
how many there are. The log of requests that are gone gets numbers of its own, the same for the same request."""

from django.db import migrations, models

from contacts.guidance.numbers import new_number


def draw(apps, schema_editor):
    GuidanceRequest = apps.get_model("contacts", "GuidanceRequest")
    log = apps.get_model("handslag", "ReadLogEntry").objects.filter(kind="guidance")
    read = set(log.values_list("object_id", flat=True).distinct())
    stored = set(GuidanceRequest.objects.values_list("pk", flat=True))
    # Also none of the old ones: each old number is turned once.
    taken = read | stored
    for old in sorted(taken):
        while (number := new_number()) in taken:
            continue
        taken.add(number)
        GuidanceRequest.objects.filter(pk=old).update(number=number)
        log.filter(object_id=old).update(object_id=number)


def put_back(apps, schema_editor):
    log = apps.get_model("handslag", "ReadLogEntry").objects.filter(kind="guidance")
    for pk, number in apps.get_model("contacts", "GuidanceRequest").objects.values_list("pk", "number"):
        log.filter(object_id=number).update(object_id=pk)


class Migration(migrations.Migration):

    dependencies = [
        ("contacts", "0014_sensible_days"),
        ("handslag", "0004_search_document_shown_until"),
    ]

    operations = [
        migrations.AddField(
            model_name="guidancerequest",
            name="number",
            field=models.PositiveIntegerField(editable=False, null=True, verbose_name="number"),
        ),
        migrations.RunPython(draw, put_back, elidable=True),
        migrations.AlterField(
            model_name="guidancerequest",
            name="number",
            field=models.PositiveIntegerField(
                default=new_number, editable=False, unique=True, verbose_name="number"
            ),
        ),
    ]
