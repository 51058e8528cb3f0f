"""An announced occasion says where it is given; one that had lost its place says that it is not known."""

from django.db import migrations, models
from django.db.models import Q

UNKNOWN = "–"
SOMEWHERE = ~Q(state="open") | ~Q(place="") | ~Q(link="")


def say_unknown(apps, schema_editor):
    apps.get_model("training", "Occasion").objects.exclude(SOMEWHERE).update(place=UNKNOWN)


class Migration(migrations.Migration):

    dependencies = [
        ("training", "0006_course_valid_months"),
    ]

    operations = [
        migrations.RunPython(say_unknown, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="occasion",
            constraint=models.CheckConstraint(
                condition=SOMEWHERE,
                name="occasion_announced_is_somewhere",
                violation_error_message="An announced occasion needs a place, or a link to the meeting; cancel it if it is not to be held.",
            ),
        ),
    ]
