"""Agreements from before this product: what brought them, their files, and cards without a paper of
ours."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('agreements', '0020_api_tokens'),
        ('negotiate', '0022_industry_of_enterprises'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name='card',
            name='grade',
            field=models.CharField(choices=[('B', 'B级 手写电子签名'), ('C', 'C级 纸质签字盖章'), ('O', '旧文件（系统外签署）')], max_length=1),
        ),
        migrations.AlterField(
            model_name='card',
            name='number',
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AlterField(
            model_name='card',
            name='paper',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='card', to='agreements.paper'),
        ),
        migrations.AlterField(
            model_name='card',
            name='procedure',
            field=models.CharField(blank=True, choices=[('simplified', '简易程序'), ('ordinary', '普通程序')], max_length=20),
        ),
        migrations.AlterField(
            model_name='clause',
            name='kind',
            field=models.CharField(blank=True, choices=[('tier_table', '分档标准'), ('formula', '计算办法'), ('unit_price_table', '计件单价表'), ('allowance_ladder', '技能等级津贴'), ('post_floor_table', '岗位最低工资表'), ('choice', '择优选定'), ('checklist', '数量清单'), ('amount', '一笔金额'), ('percent', '比例'), ('change', '数额调整'), ('cap', '最高限额'), ('date', '日期'), ('duration', '期限'), ('text', '文字条款')], max_length=30),
        ),
        migrations.CreateModel(
            name='Import',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100)),
                ('sha256', models.CharField(max_length=64)),
                ('total', models.PositiveIntegerField()),
                ('at', models.DateTimeField()),
                ('account', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('book', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='old_import', to='negotiate.book')),
                ('federation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='imports', to='negotiate.federation')),
            ],
            options={
                'ordering': ('-pk',),
            },
        ),
        migrations.CreateModel(
            name='OldPaper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('minutes', '会议纪要'), ('general', '集体合同'), ('wages', '工资专项集体合同'), ('women', '女职工权益保护专项集体合同'), ('safety', '劳动安全卫生专项集体合同'), ('skills', '技能提升专项集体合同'), ('innovation', '技术创新专项集体合同')], max_length=20)),
                ('starts_on', models.DateField(blank=True, null=True)),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('name', models.CharField(max_length=150)),
                ('media_type', models.CharField(max_length=100)),
                ('content', models.BinaryField()),
                ('sha256', models.CharField(db_index=True, max_length=64)),
                ('text', models.TextField(blank=True)),
                ('has_text', models.BooleanField()),
                ('is_cut', models.BooleanField(default=False)),
                ('confirmed_at', models.DateTimeField(null=True)),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='papers', to='agreements.import')),
                ('confirmed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('enterprise', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='old_papers', to='negotiate.enterprise')),
            ],
        ),
        migrations.CreateModel(
            name='ImportLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('file', models.CharField(max_length=150)),
                ('cells', models.JSONField()),
                ('state', models.CharField(choices=[('awaited', '等文件'), ('brought', '待导入'), ('added', '已导入'), ('duplicate', '重复'), ('refused', '有问题')], default='awaited', max_length=10)),
                ('content', models.BinaryField(null=True)),
                ('sentence', models.CharField(blank=True, max_length=200)),
                ('figures', models.JSONField(default=dict)),
                ('of', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='agreements.import')),
                ('paper', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='agreements.oldpaper')),
            ],
            options={
                'ordering': ('number',),
            },
        ),
        migrations.AddField(
            model_name='card',
            name='old',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='card', to='agreements.oldpaper'),
        ),
        migrations.AddConstraint(
            model_name='card',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('old__isnull', False), ('paper', None)), models.Q(('old', None), ('paper__isnull', False)), _connector='OR'), name='card_of_one_paper'),
        ),
        migrations.AddConstraint(
            model_name='import',
            constraint=models.UniqueConstraint(fields=('federation', 'sha256'), name='import_list_once'),
        ),
        migrations.AddConstraint(
            model_name='oldpaper',
            constraint=models.UniqueConstraint(fields=('enterprise', 'sha256'), name='old_paper_once'),
        ),
        migrations.AddConstraint(
            model_name='oldpaper',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('confirmed_at', None), ('confirmed_by', None)), models.Q(('confirmed_at__isnull', False), ('confirmed_by__isnull', False)), _connector='OR'), name='old_paper_confirmed_as_a_whole'),
        ),
        migrations.AddIndex(
            model_name='importline',
            index=models.Index(fields=['of', 'state', 'number'], name='import_line_by_state'),
        ),
        migrations.AddIndex(
            model_name='importline',
            index=models.Index(fields=['of', 'file'], name='import_line_by_file'),
        ),
        migrations.AddConstraint(
            model_name='importline',
            constraint=models.UniqueConstraint(fields=('of', 'number'), name='import_line_once'),
        ),
        migrations.AddConstraint(
            model_name='importline',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'added'), _negated=True), ('paper__isnull', False), _connector='OR'), name='import_line_added'),
        ),
        migrations.AddConstraint(
            model_name='importline',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('content__isnull', False), ('state', 'brought')), models.Q(models.Q(('state', 'brought'), _negated=True), ('content', None)), _connector='OR'), name='import_line_content_waits'),
        ),
    ]
