from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [("negotiate", "0016_term_templates")]

    operations = []
