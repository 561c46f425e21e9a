from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [("negotiate", "0008_escalated_rooms")]

    operations = []
