from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [("negotiate", "0010_county_profiles")]

    operations = []
