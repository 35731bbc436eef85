"""Names of people: where one ends and the next begins, also when they are padded."""

from __future__ import annotations

from cppcc_clean._patterns import pattern

# The surnames that cover nearly all bearers; one Han, then the double ones.
SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦"
    "邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童"
    "凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应"
    "臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅"
    "屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利"
    "於居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由鄂毋计郗祁尉凤屈甘祝索韶松桐单岑符骆穆"
)
DOUBLE_SURNAMES = ("欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "长孙", "宇文", "夏侯", "端木", "南宫", "独孤", "百里", "呼延", "申屠", "太史", "闻人", "澹台", "轩辕", "钟离", "濮阳", "淳于", "单于", "公羊", "赫连", "仲孙", "第五", "拓跋", "万俟", "东郭", "西门", "左丘", "羊舌", "微生", "梁丘", "鲜于", "闾丘", "司空", "司寇", "索南", "纳兰", "完颜", "爱新觉罗", "叶赫那拉", "阿卜杜", "买买提")  # fmt: skip

_HAN = r"[㐀-䶿一-鿿〇]"
_NAME = pattern(rf"(?:{_HAN}{{2,4}}|{_HAN}{{1,8}}(?:·{_HAN}{{1,8}})+)")
_SPLIT = pattern(r"[、，,;；/|丨｜／&]|\s+(?:和|与)\s+")


def is_name(token: str) -> bool:
    """Whether a folded token has the form of a person's name and begins with a surname."""
    if not _NAME.fullmatch(token):
        return False
    if "·" in token:
        return True
    return (token[:2] in DOUBLE_SURNAMES and len(token) > 2) or (token[0] in SURNAMES and len(token) <= 3) or (len(token) == 4 and token[0] in SURNAMES and token[1] in SURNAMES)


def split_names(text: str) -> tuple[str, ...]:
    """The names in a text that holds nothing else, padded ones closed.

    >>> split_names("黄 河 陈海洋"), split_names("阎 白 露"), split_names("张三、李四"), split_names("欧阳 靖")
    (('黄河', '陈海洋'), ('阎白露',), ('张三', '李四'), ('欧阳靖',))
    """
    names: list[str] = []
    for part in _SPLIT.split(_ASIDE.sub(" ", text)):
        names.extend(_close(part.split()))
    return tuple(dict.fromkeys(name for name in names if not _CODE.fullmatch(name)))


# `荆望舒（县政协办公室）`, `韩知行 CN037`: an office or an editor's number is no name.
_ASIDE = pattern(r"[（(【\[][^（()）【】\[\]]{1,30}[）)】\]]")
_CODE = pattern(r"[A-Za-z]{1,4}\d{2,6}|\d+")
_OFFICE = pattern(r"(?:科|部|办|处|室|院|系|局|中心|社|组|委|会|办公室)$")
_NOBODY = frozenset({"受访者", "资料图", "资料图片", "网络", "本人", "记者", "通讯员", "作者", "编辑", "本报", "本网", "图片", "文字"})


def people(names: tuple[str, ...]) -> tuple[str, ...]:
    """Names without words that name nobody, and without the offices that stand beside names."""
    named = tuple(name for name in names if name not in _NOBODY)
    persons = tuple(name for name in named if not _OFFICE.search(name))
    return persons or named


def _close(tokens: list[str]) -> list[str]:
    """Join the single characters of padded names: two or three make one name, four make two."""
    names: list[str] = []
    loose: list[str] = []
    for token in tokens:
        if len(token) == 1 and not token.isascii():
            loose.append(token)
            continue
        names += _group(loose)
        loose = []
        if names and names[-1] in DOUBLE_SURNAMES:
            token = names.pop() + token
        names.append(token)
    if len(loose) == 1 and names and names[-1] in DOUBLE_SURNAMES:
        return [*names[:-1], names[-1] + loose[0]]
    return names + _group(loose)


def _group(loose: list[str]) -> list[str]:
    """Single characters as names: twos where their number is even, threes where it is three, else a three at the end."""
    if len(loose) < 2:
        return list(loose)
    if len(loose) % 2 == 0:
        return ["".join(loose[at : at + 2]) for at in range(0, len(loose), 2)]
    return ["".join(loose[at : at + 2]) for at in range(0, len(loose) - 3, 2)] + ["".join(loose[-3:])]
