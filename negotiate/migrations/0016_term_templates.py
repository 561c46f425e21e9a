import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("negotiate", "0015_caucus"),
    ]

    operations = [
        migrations.AddField(
            model_name="term",
            name="prefill",
            field=models.JSONField(blank=True, default=dict),
        ),
        migrations.AlterField(
            model_name="matter",
            name="kind",
            field=models.CharField(
                choices=[
                    ("award", "奖励"),
                    ("mentoring", "师带徒"),
                    ("piece_rates", "计件单价"),
                    ("catering", "食堂用餐"),
                    ("skills", "技能津贴"),
                    ("post_floors", "岗位最低工资"),
                    ("pay", "工资福利"),
                    ("other", "其他事项"),
                ],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="term",
            name="kind",
            field=models.CharField(
                choices=[
                    ("tier_table", "分档标准"),
                    ("formula", "计算办法"),
                    ("unit_price_table", "计件单价表"),
                    ("allowance_ladder", "技能等级津贴"),
                    ("post_floor_table", "岗位最低工资表"),
                    ("choice", "择优选定"),
                    ("checklist", "数量清单"),
                    ("amount", "一笔金额"),
                    ("percent", "比例"),
                    ("change", "数额调整"),
                    ("cap", "最高限额"),
                    ("date", "日期"),
                    ("duration", "期限"),
                    ("text", "文字条款"),
                ],
                max_length=30,
            ),
        ),
        migrations.CreateModel(
            name="TermTemplate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=60)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("award", "奖励"),
                            ("mentoring", "师带徒"),
                            ("piece_rates", "计件单价"),
                            ("catering", "食堂用餐"),
                            ("skills", "技能津贴"),
                            ("post_floors", "岗位最低工资"),
                            ("pay", "工资福利"),
                            ("other", "其他事项"),
                        ],
                        max_length=20,
                    ),
                ),
                ("terms", models.JSONField(default=list)),
                ("retired", models.BooleanField(default=False)),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                (
                    "book",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="term_template",
                        to="negotiate.book",
                    ),
                ),
                (
                    "enterprise",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="term_templates",
                        to="negotiate.enterprise",
                    ),
                ),
                (
                    "federation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="term_templates",
                        to="negotiate.federation",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="term_templates",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("name", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("enterprise", None), ("federation", None), _connector="XOR"
                        ),
                        name="template_one_owner",
                    )
                ],
            },
        ),
    ]
