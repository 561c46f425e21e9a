from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [("negotiate", "0012_offers")]

    operations = []
