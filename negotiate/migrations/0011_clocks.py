"""Every time of an act comes from the product's one clock (negotiate/moment.py)."""

from django.db import migrations, models

import negotiate.moment

TIMED = (
    ("confirmation", "at"),
    ("countconfirmation", "at"),
    ("handcount", "at"),
    ("poll", "opened_at"),
    ("screening", "at"),
    ("suspension", "at"),
    ("version", "at"),
)


class Migration(migrations.Migration):

    dependencies = [("negotiate", "0010_county_profiles")]

    operations = [
        migrations.AlterField(
            model, field, models.DateTimeField(default=negotiate.moment.now, editable=False)
        )
        for model, field in TIMED
    ]
