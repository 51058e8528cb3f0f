import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("contacts", "0012_guidance_removal"),
    ]

    operations = [
        migrations.CreateModel(
            name="FormerHelpline",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=120, verbose_name="former name")),
                ("number", models.CharField(max_length=30, verbose_name="former number")),
                (
                    "helpline",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="former",
                        to="contacts.helpline",
                        verbose_name="helpline",
                    ),
                ),
            ],
            options={
                "verbose_name": "former particulars of a helpline",
                "verbose_name_plural": "former particulars of helplines",
                "ordering": ["-pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("helpline", "name", "number"), name="former_helpline_once")
                ],
            },
        ),
    ]
