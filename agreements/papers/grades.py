"""What a paper says about the way it was signed (电子签名法 arts 3 and 13, para. 2).

B is a form both sides agree to; nothing here may let it pass for a certificate of a licensed CA.
"""

from __future__ import annotations

from agreements.papers.text import Signable

_B = (
    "签名等级：B级（双方约定方式的电子签名）。{hands}各自凭本人专用的入场凭证进入会场，"
    "看过{paper}全文后在屏幕上手写签名。系统保存签名笔迹、签名时间和所签文本的摘要（SHA-256），"
    "签署后改动签名或者文本，都能够被发现。",
    "全部签名完成时，系统当场在文件内作数字签名：双方首席代表各一个，密钥由本人手机保管，或者由系统为本次签署"
    "生成、用后即毁，在签名处注明；签署平台一个。证书由本系统自设的签署机构签发。文件改动一个字，数字签名即告失效。",
    "双方同意按上述方式签署{paper}，认可这些签名是双方依照《中华人民共和国电子签名法》第三条、"
    "第十三条第二款约定使用的电子签名，不因其采用电子形式而否认其效力。",
    "上述签名没有使用依法设立的电子认证服务机构（CA）签发的证书，未经第三方认证；签名图样本身不能单独"
    "证明签名人的身份，应当与系统记录一并核对。任何一方提出的，双方另行打印{paper}，亲笔签字、加盖公章。",
)

_C = (
    "签名等级：C级（纸质签署）。{paper}打印后由{hands}亲笔签字，双方加盖公章，"
    "再将签字盖章的纸质文本扫描存档。",
    "{paper}所印的摘要（SHA-256）只用于核对文本，不是双方的电子签名；电子文件"
    "另由签署平台作数字签名，只用于发现改动。纸质文本与电子文件不一致的，"
    "以双方签字盖章的纸质文本为准。",
)


def explanation(text: Signable) -> tuple[str, ...]:
    """The sentences on the grade of signature that the paper prints."""
    sentences = _B if text.grade == "B" else _C
    return tuple(sentence.format(paper=text.self_name, hands=text.hands) for sentence in sentences)
