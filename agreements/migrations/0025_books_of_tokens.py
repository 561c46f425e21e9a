"""That a federation's tokens were made and revoked stands in a book."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('agreements', '0024_figures_as_written'),
        ('negotiate', '0022_industry_of_enterprises'),
    ]

    operations = [
        migrations.CreateModel(
            name='TokenBook',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('book', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='token_book', to='negotiate.book')),
                ('federation', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='token_book', to='negotiate.federation')),
            ],
        ),
    ]
