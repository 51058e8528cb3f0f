"""What was learned holds for ten years at most; longer than that it need not be refreshed."""

import django.core.validators
from django.db import migrations, models

MOST = 120


def shorten(apps, schema_editor):
    apps.get_model("training", "CoursePage").objects.filter(valid_months__gt=MOST).update(valid_months=MOST)


class Migration(migrations.Migration):

    dependencies = [
        ('training', '0005_competence'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='coursepage',
            name='course_is_valid_a_month_at_least',
        ),
        migrations.RunPython(shorten, migrations.RunPython.noop),
        migrations.AlterField(
            model_name='coursepage',
            name='valid_months',
            field=models.PositiveSmallIntegerField(blank=True, help_text='Empty where it does not need to be refreshed.', null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(120)], verbose_name='to be refreshed after so many months'),
        ),
        migrations.AddConstraint(
            model_name='coursepage',
            constraint=models.CheckConstraint(condition=models.Q(('valid_months__gte', 1), ('valid_months__lte', 120)), name='course_is_valid_for_so_many_months'),
        ),
    ]
