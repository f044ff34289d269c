"""Text of the world, as tests draw it by chance."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st

from app.printing.fonts import as_printed, lacking
from app.printing.installed import Language, find, folders
from app.printing.typefaces import plain_everywhere

HAS_EAST_ASIA = bool(find(folders(), Language.CHINESE, bold=False))
needs_east_asia = pytest.mark.skipif(
    not HAS_EAST_ASIA, reason="no font of Chinese, Japanese and Korean is here: fonts-noto-cjk"
)

_ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإؤئىةپچژگکیًٌٍَُِّْٰ٠١٢٣٤٥٦٧٨٩۴۵۶،؛؟\u200c"
_HEBREW = "אבגדהוזחטיךכלםמןנסעףפץצקרשתְִֵֶַָֹּׁׂ־׳״"
_EAST = (
    "王小明李张伟中国科学技术大学有限公司臺灣電腦東京都渋谷区株式会社々髙﨑葛城さくらヒラギノーっョ"
    "（）「」、。・김철수이영희한국전자통신연구원가나다라마바사아자차카타파하"
)
_BETWEEN = "  -–/&().,:+%\"'0123456789"

plain_letters = st.sampled_from(sorted(plain_everywhere()))
usual_letters = st.sampled_from("AaBbgjQÅéñŁøßŪΩλЖя")
_marked = st.sampled_from("gǘŲjЖ" + "\u0300\u0301\u0303\u0308\u0323\u0327\u0328\u20dd")
_scripts = [plain_letters, usual_letters, _marked]
_scripts += [st.sampled_from(_ARABIC), st.sampled_from(_HEBREW)]
if HAS_EAST_ASIA:
    _scripts.append(st.sampled_from(_EAST))
_words = st.one_of(*(st.text(script, min_size=1, max_size=14) for script in _scripts))
_pieces = st.one_of(_words, st.text(st.sampled_from(_BETWEEN), min_size=1, max_size=3))

world_texts = (
    st.lists(_pieces, max_size=9)
    .map(lambda pieces: as_printed("".join(pieces)))
    .filter(lambda text: not lacking(text))
)
"""Texts of all scripts, mixed and not, long and short, with all that stands between words."""
