"""By industry agreements are found and counted."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('negotiate', '0021_day_heads'),
    ]

    operations = [
        migrations.AddField(
            model_name='enterprise',
            name='industry',
            field=models.CharField(blank=True, choices=[('A', '农林牧渔'), ('B', '采矿'), ('13', '食品饮料烟草'), ('17', '纺织服装鞋帽'), ('20', '木材家具造纸印刷'), ('25', '石油化工医药橡塑'), ('30', '建材陶瓷玻璃'), ('31', '冶金金属制品'), ('34', '机械'), ('36', '汽车船舶交通设备'), ('38', '电气电子仪表'), ('41', '其他制造'), ('D', '电力燃气供水'), ('E', '建筑'), ('F', '批发零售'), ('G', '交通物流快递'), ('H', '住宿餐饮'), ('I', '软件信息'), ('J', '金融'), ('K', '房地产物业'), ('L', '租赁商务'), ('M', '科研技术服务'), ('N', '环卫环保水利'), ('O', '家政居民服务'), ('P', '教育'), ('Q', '医疗卫生'), ('R', '文化体育娱乐'), ('S', '公共管理和社会组织')], max_length=2),
        ),
    ]
