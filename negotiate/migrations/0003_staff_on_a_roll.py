from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('negotiate', '0002_record_only_grows'),
    ]

    operations = [
        migrations.AddField(
            model_name='room',
            name='links',
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AlterField(
            model_name='seat',
            name='capacity',
            field=models.CharField(choices=[('chief', '首席代表'), ('representative', '协商代表'), ('expert', '外聘专业人员'), ('recorder', '记录员'), ('attendee', '列席'), ('staff', '职工')], max_length=20),
        ),
        migrations.AddConstraint(
            model_name='seat',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('capacity', 'staff'), _negated=True), ('side', 'worker'), _connector='OR'), name='seat_staff_are_workers'),
        ),
    ]
