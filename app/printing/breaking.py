"""Where a line may end.

Source: Unicode Standard Annex 14, of which this keeps what names and titles need.
"""

from __future__ import annotations

import re

_IDEOGRAPHS = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3041-\u30fa\u30fd-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
# They choose a form of the ideograph before them.
_FORMS = "\U000e0100-\U000e01ef"
_OPENING = r"(\[{“‘«‹〈《「『【〔〖〘（［｛｟｢"
_CLOSING = r")\]}”’»›〉》」』】〕〗〙）］｝｠｣、。，．！？：；"
# Small kana and signs that repeat or lengthen the one before go with it, as marks do.
_NEVER_FIRST = (
    _CLOSING
    + r"!?.,:;%…‥・ー～ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿ々〻ゝゞヽヾ"
    + f"\u0300-\u036f\u3099\u309a{_FORMS}"
)
_PLACES = re.compile(
    "|".join(
        (
            r"(?<= )",
            # After a hyphen or dash between letters. Never between a letter and its mark.
            r"(?<=[^\s\-‐–—/][\-‐–—/])(?=\w)",
            # Around what is written without spaces.
            rf"(?<=[{_IDEOGRAPHS}{_FORMS}{_CLOSING}])(?=[{_IDEOGRAPHS}{_OPENING}])(?![{_NEVER_FIRST}])",
            rf"(?<=[{_IDEOGRAPHS}{_FORMS}])(?=\w)(?![{_NEVER_FIRST}])",
            rf"(?<=\w)(?=[{_IDEOGRAPHS}])(?![{_NEVER_FIRST}])",
            # Within Korean words only if both parts are long.
            "(?<=[가-힣]{4})(?=[가-힣]{4})",
        )
    )
)


def parts(text: str) -> list[str]:
    """Cut a text where lines may end. A space stays with what stands before it."""
    return _PLACES.split(text)
