from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [("negotiate", "0009_county_profiles")]

    operations = []
