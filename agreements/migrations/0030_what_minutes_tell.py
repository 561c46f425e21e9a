"""What the minutes tell besides the clauses, for those whose own they are. `manage.py reindex` writes
it for papers that are there already."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("agreements", "0029_agreements_to_compare")]

    operations = [
        migrations.AddField("text", "told", models.TextField(db_default="")),
    ]
