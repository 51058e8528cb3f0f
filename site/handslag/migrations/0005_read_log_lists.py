"""Lists of the admin that name restricted pages are in the log of reading."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("handslag", "0004_search_document_shown_until"),
    ]

    operations = [
        migrations.AlterField(
            model_name="readlogentry",
            name="kind",
            field=models.CharField(
                choices=[
                    ("page", "page"),
                    ("document", "document"),
                    ("image", "image"),
                    ("guidance", "request for guidance"),
                    ("list", "list in the admin with pages below"),
                ],
                max_length=12,
                verbose_name="kind",
            ),
        ),
    ]
