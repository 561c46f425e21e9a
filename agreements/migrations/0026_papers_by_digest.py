"""Whether a file is there already is asked for each old one that is brought, and must not be looked
for behind the bytes of every paper."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('agreements', '0025_books_of_tokens'),
        ('negotiate', '0022_industry_of_enterprises'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='paper',
            index=models.Index(fields=['sha256'], name='paper_by_sha256'),
        ),
    ]
