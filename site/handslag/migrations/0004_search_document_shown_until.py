from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("handslag", "0003_read_log_guidance"),
    ]

    operations = [
        migrations.AddField(
            model_name="searchdocument",
            name="shown_until",
            field=models.DateField(blank=True, null=True, verbose_name="shown until and including"),
        ),
    ]
