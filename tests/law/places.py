"""The ten places and their acts; and those that are content with half of the whole roll."""

PLACES = (
    "national", "jiangsu", "chongqing", "zhejiang", "hangzhou", "ningbo", "beijing", "shanghai",
    "shandong", "henan",
)  # fmt: skip
HALF_IS_ENOUGH = {"national", "chongqing", "beijing", "shanghai"}  # 半数以上; the others: 过半数
RULES, CHONGQING = "《集体合同规定》", "《重庆市集体合同条例》"
ZHEJIANG, SHANGHAI = "《浙江省集体合同条例》", "《上海市集体合同条例》"
HANGZHOU, NINGBO = "《杭州市企业工资集体协商条例》", "《宁波市企业工资集体协商条例》"
BEIJING, SHANDONG = "《北京市集体合同条例》", "《山东省企业工资集体协商条例》"
HENAN = "《河南省企业工资集体协商条例》"
ON_WAGES = "《工资集体协商试行办法》"
