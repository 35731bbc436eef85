"""Make the ``script_*.tsv`` tables in ``src/cppcc_clean/data``: ``python scripts/build_script_tables.py``.

Sources:

* The dictionaries of opencc-python-reimplemented (Apache-2.0).
* What simplified text uses: GB 2312 (Python's codec) and 通用规范汉字表 (2013). What traditional text uses: Big5.
* Variants that OpenCC does not know: 第一批异体字整理表 (1955), and the old printed forms (旧字形).

``script_words.tsv`` is kept by hand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from cppcc_clean._data import FOLDER

Row = tuple[str, ...]
Dictionary = dict[str, list[str]]

# Characters of GB 2312 that simplified text has nevertheless given up: 後 (a slip of 1980).
GIVEN_UP = "後"
# Traditional characters that 通用规范汉字表 (2013) brought back or never dropped, beside those in GB 2312; and 噁,
# which every simplified text writes in 二噁英, for its own form has no place in the old encodings; and 濛 of 八濛山.
BROUGHT_BACK = "剋昇氾爇甦瞭祇祕脩苧蒐薳釐陞噁濛"
# Traditional characters with two simplified forms in common use: 画 or 划, 炼 or 链, 巨 or 钜, 苹 or 蘋, 曲 or 麹.
# The second form of others (馀 锺 缐 谘 讬 …) is for names or for where meanings might be confused.
SEVERAL = "畫鍊鉅蘋麴"
# Simplified characters that traditional text has too: 恒生 and 恒大 of Hong Kong; 叶韻 (xié).
BOTH = "恒叶"
# Where OpenCC leaves the character and trusts to its list of words, and the other form is by far the commoner: Taiwan
# writes 著 for every 着; 藉口 藉機 藉勢 藉酒 …; 衹 and 祇 for 只. And 薹, a stalk, is not 苔, moss. The words that keep
# the character are in script_words.tsv.
COMMONER = {"著": "着", "藉": "借", "衹": "只", "祇": "只", "牴": "抵", "薹": "薹"}

# Variant and standard form.
VARIANTS = """
伕夫 倣仿 値值 偪逼 偺咱 傚效 兎兔 兪俞 冐冒 凟渎 凴凭 刋刊 剏创 劔剑 劵券 効效 勅敕 勌倦 勦剿 匳奁
厰厂 叡睿 吿告 呌叫 呑吞 呪咒 唘启 唫吟 啗啖 啣衔 喒咱 喩喻 嗁啼 嘑呼 嘷嗥 嚬颦 囓啮 囘回 囬回 坵丘
埜野 埳坎 堦阶 塲场 墖塔 墪墩 壻婿 夘卯 妬妒 姉姊 姙妊 姧奸 姪侄 娿婀 婬淫 媮偷 媿愧 嬝袅 嬾懒 寃冤
寛宽 寳宝 尅克 尙尚 尟鲜 尠鲜 屛屏 岅坂 峝峒 崐昆 崘仑 嵒岩 巵卮 帋纸 帬裙 幷并 庻庶 廏厩 廐厩 廹迫
廻回 徃往 徤健 徧遍 徬彷 忼慷 怱匆 恠怪 恡吝 悤匆 悮误 惥恿 惪德 惷蠢 惽昏 愼慎 慂恿 慇殷 慙惭 慴慑
懃勤 懽欢 戅戆 戞戛 戸户 抝拗 拏拿 挿插 捄救 掽碰 揑捏 揷插 揹背 搆构 搇揿 搥捶 搯掏 搾榨 摃扛 撚捻
撢掸 撦扯 擕携 擡抬 擥揽 攩挡 攷考 敍叙 敺驱 斵斫 旛幡 昬昏 晩晚 暎映 暱昵 暸瞭 曁暨 朞期 杴锨 枏楠
枱台 柟楠 栁柳 栢柏 桒桑 桮杯 梹槟 棃梨 椗碇 椶棕 槀槁 槕桌 槪概 樝楂 樷丛 橤蕊 檝楫 櫂棹 櫈凳 櫺棂
欝郁 欵款 歛敛 歳岁 毘毗 毬球 氷冰 汚污 涖莅 淛浙 淸清 湻淳 湼涅 滛淫 漥洼 潀潨 潄漱 澁涩 濇涩 濬浚
濶阔 灋法 炤照 烖灾 烱炯 煑煮 煖暖 燄焰 燐磷 牎窗 牓榜 牕窗 犂犁 狥徇 猂悍 猨猿 獘毙 玅妙 玆兹 玨珏
琍璃 瑇玳 瑯琅 甁瓶 甎砖 甖罂 畆亩 畊耕 畧略 畱留 疎疏 疿痱 痲麻 痺痹 瘉愈 瘖喑 癄憔 皷鼓 盇盍 盋钵
盌碗 睠眷 睪睾 瞇眯 矁瞅 矙瞰 矦侯 砦寨 砲炮 硏研 碪砧 磖砬 礟炮 禩祀 秔粳 稉粳 稭秸 穅糠 穉稚 穨颓
窓窗 窰窑 竝并 竢俟 筞策 筩筒 筭算 筯箸 箒帚 箝钳 箠棰 篛箬 簒篡 簷檐 籐藤 籖签 籢奁 籨奁 粧妆 糢模
糭粽 紥扎 絏绁 緐繁 緖绪 緜绵 縂总 縚绦 繖伞 繙翻 繦襁 纒缠 缾瓶 罇樽 罋瓮 罏垆 罣挂 羗羌 羴膻 翄翅
翶翱 耼聃 聼听 肊臆 肎肯 脇胁 脗吻 膓肠 臕膘 臙胭 臯皋 臱边 舖铺 舨板 舩船 艢樯 艪橹 芲花 苽菰 苿茉
荳豆 菓果 葠参 葢盖 蓡参 蔆菱 蔕蒂 蔴麻 蕋蕊 薙剃 藼萱 蘂蕊 蘐萱 蘓苏 蘤花 虖呼 蚘蛔 蚦蚺 蛕蛔 蜋螂
蜨蝶 蝯猿 螘蚁 蟁蚊 蟇蟆 蠏蟹 蠧蠹 蠭蜂 衂衄 衇脉 衞卫 袟帙 袵衽 裠裙 褭袅 襃褒 襍杂 覇霸 覔觅 覩睹
觝抵 觧解 詶酬 誖悖 諌谏 諐愆 諠喧 謌歌 謼呼 譌讹 譔撰 讁谪 讐雠 讙欢 貍狸 貛獾 賍赃 賷赍 賸剩 贒贤
跴踩 跼局 踡蜷 踫碰 蹏蹄 蹧糟 躭耽 躰体 躱躲 躳躬 躶裸 軃亸 軆体 輙辄 輭软 辠罪 辤辞 迯逃 逈迥 逩奔
遝沓 遯遁 遶绕 郞郎 鄕乡 酧酬 醻酬 醼宴 鉏锄 銕铁 銲焊 錧馆 錬炼 鍫锹 鍳鉴 鎗枪 鎻锁 鏁锁 鏠锋 鐡铁
鑚钻 鑛矿 鑤刨 鑵罐 閙闹 閧哄 闚窥 阨厄 阬坑 阯址 陗峭 陜狭 陻堙 陿狭 隂阴 隄堤 隖坞 隣邻 隷隶 雰氛
靁雷 靑青 鞌鞍 鞵鞋 韈袜 韤袜 韮韭 頋顾 頟额 頣颐 頥颐 頼赖 顖囟 顚颠 颿帆 飃飘 飜翻 飮饮 餁饪 餠饼
餽馈 饍膳 馿驴 騐验 騣鬃 驘骡 驩欢 骾鲠 髣仿 髴佛 鬀剃 鬂鬓 鬉鬃 鬦斗 鬪斗 鬬斗 鬭斗 鱓鳝 鴈雁 鵞鹅
鷰燕 鸎莺 鹻碱 麄粗 麞獐 麤粗 鼃蛙 鼇鳌 鼈鳖 鼔鼓 齅嗅 齢龄 龝秋
"""
VARIANT_FORMS = {pair[0]: pair[1] for pair in VARIANTS.split()}

HEADER = """\
# {what}
# Source: the dictionaries of opencc-python-reimplemented {version} (Apache-2.0){more}.
# Made by scripts/build_script_tables.py; {columns}
"""


@cache
def dictionary(name: str) -> Dictionary:
    """One of OpenCC's dictionaries, what is outside the Basic Multilingual Plane left out: few fonts can show it."""
    spec = find_spec("opencc")
    assert spec is not None
    assert spec.origin is not None
    text = (Path(spec.origin).parent / "dictionary" / f"{name}.txt").read_text(encoding="utf-8")
    pairs = (line.split("\t") for line in text.splitlines())
    return {key: forms.split(" ") for key, forms in pairs if is_basic(key + forms.split(" ")[0])}


def is_basic(text: str) -> bool:
    return max(text) < "\U00010000"


def in_codec(character: str, codec: str) -> bool:
    try:
        character.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


def simplified_forms() -> dict[str, str]:
    """Traditional character or variant -> simplified character."""
    opencc = {character: forms[0] for character, forms in dictionary("TSCharacters").items()}
    assert not VARIANT_FORMS.keys() & opencc.keys()
    return different({**VARIANT_FORMS, **opencc, **COMMONER})


def traditional_forms() -> dict[str, str]:
    """Simplified character -> traditional character."""
    return different({character: forms[0] for character, forms in dictionary("STCharacters").items()})


def different(forms: dict[str, str]) -> dict[str, str]:
    return {character: form for character, form in forms.items() if character != form}


def kind_of_traditional(character: str, form: str) -> str:
    if character in VARIANT_FORMS:
        return "variant"
    if (in_codec(character, "gb2312") and character not in GIVEN_UP) or character in BROUGHT_BACK:
        return "both"
    if not in_codec(form, "gbk"):  # whoever writes simplified text with GBK writes the traditional character
        return "both"
    return "split" if character in SEVERAL else "own"


def kind_of_simplified(character: str, forms: list[str]) -> str:
    if in_codec(character, "big5") or not in_codec(character, "gb2312") or character in BOTH or is_regional(character):
        return "both"
    return "split" if len(forms) > 1 else "own"


def is_regional(character: str) -> bool:
    """Whether Taiwan or Hong Kong writes so: 悦 户 税 脱 in Hong Kong."""
    return any(character in row[1:] for row in regions())


def characters() -> Iterator[Row]:
    """Every character that has another form: the script of the form, the kind, all characters of the kind, their forms.

    Few long rows, for the first scan of any text waits for this table.
    """
    forms_of = dictionary("STCharacters")
    by_kind: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for pair in sorted(simplified_forms().items()):
        by_kind["hans", kind_of_traditional(*pair)].append(pair)
    for pair in sorted(traditional_forms().items()):
        by_kind["hant", kind_of_simplified(pair[0], forms_of[pair[0]])].append(pair)
    for key, pairs in by_kind.items():
        yield *key, "".join(character for character, _ in pairs), "".join(form for _, form in pairs)


def of_one_script(leads_to: str) -> set[str]:
    """The characters that the script ``leads_to`` never uses."""
    return set("".join(row[2] for row in characters() if row[0] == leads_to and row[1] in ("own", "split")))


def regions() -> Iterator[Row]:
    """Each OpenCC standard character that Taiwan or Hong Kong writes otherwise, with their forms."""
    taiwan, hong_kong = dictionary("TWVariants"), dictionary("HKVariants")
    for character in taiwan.keys() | hong_kong.keys():
        yield character, taiwan.get(character, [character])[0], hong_kong.get(character, [character])[0]


def words(name: str, forms: dict[str, str], others: set[str]) -> Iterator[Row]:
    """A dictionary of words by first character: those that go character by character, and those that do not.

    The former are kept too, for they say where a word ends: 方面|包括, not 方|面包|括. A form with a character that
    only the other script uses is a slip (马里亞納) and left out.
    """
    table = str.maketrans(forms)
    by_head: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for word, (form, *_) in sorted(dictionary(name).items()):
        if others & set(form):
            continue
        plain, decided = by_head[word[0]]
        if word.translate(table) == form:
            plain.append(word[1:])
        else:
            decided.append(f"{word[1:]}={form}")
    return ((head, " ".join(plain), " ".join(decided)) for head, (plain, decided) in by_head.items())


def render(what: str, columns: str, rows: Iterable[Row], more: str = "") -> str:
    header = HEADER.format(what=what, version=version("opencc-python-reimplemented"), more=more, columns=columns)
    return header + "".join("\t".join(row) + "\n" for row in sorted(rows))


def tables() -> dict[str, str]:
    """File name -> content, of every table this script makes."""
    by_head = "first character, rest of the words that go character by character, rest=form of the others."
    return {
        "script_characters.tsv": render(
            "Characters that have another form in simplified (hans) or traditional (hant) text.",
            "script of the forms, kind, characters, their forms.\n# Kinds: `own`, the script of the form never uses the"
            " character; `split`, nor this, but there are several forms; `both`, both do; `variant`, old or regional.",
            characters(),
            "; GB 2312, Big5, 通用规范汉字表 (2013);\n# 第一批异体字整理表 (1955) and 旧字形 for the variants",
        ),
        "script_regions.tsv": render(
            "Traditional characters that Taiwan or Hong Kong writes in a form of its own.",
            "character, form in Taiwan, form in Hong Kong.",
            regions(),
        ),
        "script_words_hans.tsv": render(
            "Traditional words and their simplified form.",
            by_head,
            words("TSPhrases", simplified_forms(), of_one_script("hans")),
        ),
        "script_words_hant.tsv": render(
            "Simplified words and their traditional form.",
            by_head,
            words("STPhrases", traditional_forms(), of_one_script("hant")),
        ),
    }


if __name__ == "__main__":
    for name, content in tables().items():
        (FOLDER / name).write_text(content, encoding="utf-8")
