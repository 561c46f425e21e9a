"""What a card needs to be found, counted and filtered by; figures of clauses."""

import datetime

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('agreements', '0014_scan_of_files'),
        ('negotiate', '0022_industry_of_enterprises'),
    ]

    operations = [
        migrations.CreateModel(
            name='Figure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('measure', models.CharField(max_length=40)),
                ('about', models.CharField(max_length=200)),
                ('unit', models.CharField(max_length=30)),
                ('amount', models.DecimalField(decimal_places=4, max_digits=18)),
            ],
        ),
        migrations.AddField(
            model_name='card',
            name='enterprise',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='cards', to='negotiate.enterprise'),
        ),
        migrations.AddField(
            model_name='card',
            name='federation',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='negotiate.federation'),
        ),
        migrations.AddField(
            model_name='card',
            name='grade',
            field=models.CharField(choices=[('B', 'B'), ('C', 'C')], default='', max_length=1),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='card',
            name='industry',
            field=models.CharField(blank=True, choices=[('A', '农林牧渔'), ('B', '采矿'), ('13', '食品饮料烟草'), ('17', '纺织服装鞋帽'), ('20', '木材家具造纸印刷'), ('25', '石油化工医药橡塑'), ('30', '建材陶瓷玻璃'), ('31', '冶金金属制品'), ('34', '机械'), ('36', '汽车船舶交通设备'), ('38', '电气电子仪表'), ('41', '其他制造'), ('D', '电力燃气供水'), ('E', '建筑'), ('F', '批发零售'), ('G', '交通物流快递'), ('H', '住宿餐饮'), ('I', '软件信息'), ('J', '金融'), ('K', '房地产物业'), ('L', '租赁商务'), ('M', '科研技术服务'), ('N', '环卫环保水利'), ('O', '家政居民服务'), ('P', '教育'), ('Q', '医疗卫生'), ('R', '文化体育娱乐'), ('S', '公共管理和社会组织')], max_length=2),
        ),
        migrations.AddField(
            model_name='card',
            name='kinds',
            field=models.CharField(default='', max_length=300),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='card',
            name='matter_kind',
            field=models.CharField(choices=[('award', '奖励'), ('mentoring', '师带徒'), ('piece_rates', '计件单价'), ('catering', '食堂用餐'), ('skills', '技能津贴'), ('post_floors', '岗位最低工资'), ('pay', '工资福利'), ('other', '其他事项')], default='', max_length=20),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='card',
            name='names',
            field=models.TextField(default=''),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='card',
            name='number',
            field=models.CharField(default='', max_length=40),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='card',
            name='procedure',
            field=models.CharField(choices=[('simplified', '简易程序'), ('ordinary', '普通程序')], default='', max_length=20),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='card',
            name='published_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='card',
            name='serial',
            field=models.BigIntegerField(db_index=True, default=0),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='card',
            name='signed_on',
            field=models.DateField(default=datetime.date(2000, 1, 1)),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='card',
            name='standing',
            field=models.CharField(choices=[('awaited', '待签署'), ('left', '未签完，已不再使用'), ('drafted', '草案待签'), ('ratifying', '草案待审议'), ('ratified', '待签订'), ('void', '草案作废'), ('signed', '已签署'), ('to_file', '已签署，待报送'), ('filed', '审查中'), ('objected', '审查有异议'), ('in_force', '有效'), ('superseded', '已由新合同代替'), ('terminated', '已终止'), ('expired', '已期满')], default='', max_length=20),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='card',
            name='title',
            field=models.CharField(default='', max_length=200),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='card',
            name='workers',
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='clause',
            name='card',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='clauses', to='agreements.card'),
        ),
        migrations.AddField(
            model_name='clause',
            name='value',
            field=models.JSONField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name='clause',
            name='kind',
            field=models.CharField(choices=[('tier_table', '分档标准'), ('formula', '计算办法'), ('unit_price_table', '计件单价表'), ('allowance_ladder', '技能等级津贴'), ('post_floor_table', '岗位最低工资表'), ('choice', '择优选定'), ('checklist', '数量清单'), ('amount', '一笔金额'), ('percent', '比例'), ('change', '数额调整'), ('cap', '最高限额'), ('date', '日期'), ('duration', '期限'), ('text', '文字条款')], max_length=30),
        ),
        migrations.AddField(
            model_name='figure',
            name='card',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='figures', to='agreements.card'),
        ),
        migrations.AddField(
            model_name='figure',
            name='clause',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='figures', to='agreements.clause'),
        ),
        migrations.AddIndex(
            model_name='figure',
            index=models.Index(fields=['measure', 'amount', 'card'], name='figure_by_measure'),
        ),
        migrations.AddIndex(
            model_name='figure',
            index=models.Index(fields=['unit', 'amount', 'card'], name='figure_by_unit'),
        ),
        migrations.AddIndex(
            model_name='figure',
            index=models.Index(fields=['card'], name='figure_of_card'),
        ),
    ]
