from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [("negotiate", "0013_ratifications")]

    operations = []
