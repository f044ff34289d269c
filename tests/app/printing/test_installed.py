import unicodedata
from pathlib import Path

import pytest

from app.printing.installed import FontFile, Language, find, folders


def put(folder: Path, *names: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / name).touch()
    return folder


def test_noto_is_found_however_deep_it_lies_with_the_font_of_the_language(tmp_path: Path) -> None:
    deep = put(tmp_path / "opentype/noto", "NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc")

    assert find([tmp_path], Language.CHINESE, bold=True) == (
        FontFile(deep / "NotoSansCJK-Bold.ttc", 2),
    )
    assert find([tmp_path], Language.JAPANESE, bold=False) == (
        FontFile(deep / "NotoSansCJK-Regular.ttc", 0),
    )


def test_fonts_of_other_languages_come_after_those_of_the_one_that_is_written(
    tmp_path: Path,
) -> None:
    put(tmp_path, "msyh.ttc", "msyhbd.ttc", "malgun.ttf", "malgunbd.ttf", "YuGothR.ttc")

    found = find([tmp_path], Language.KOREAN, bold=True)

    assert [file.path.name for file in found] == ["malgunbd.ttf", "YuGothR.ttc", "msyhbd.ttc"]


def test_a_font_of_all_weights_is_asked_for_the_bold_one(tmp_path: Path) -> None:
    put(tmp_path, "NotoSansKR-VF.ttf")

    assert find([tmp_path], Language.KOREAN, bold=True)[0].bold
    assert not find([tmp_path], Language.KOREAN, bold=False)[0].bold


def test_a_name_with_its_marks_apart_is_the_same_name(tmp_path: Path) -> None:
    name = unicodedata.normalize("NFD", "ヒラギノ角ゴシック W3.ttc")
    put(tmp_path, name)

    assert [each.path.name for each in find([tmp_path], Language.JAPANESE, bold=False)] == [name]


def test_where_there_are_no_fonts_none_are_found(tmp_path: Path) -> None:
    assert find([tmp_path, tmp_path / "missing"], Language.JAPANESE, bold=False) == ()


@pytest.mark.parametrize(
    ("system", "place"),
    [
        ("linux", Path("/opt/share/fonts")),
        ("darwin", Path("/System/Library/Fonts")),
        ("win32", Path("D:/Windows/Fonts")),
    ],
)
def test_each_system_keeps_fonts_in_its_own_folders(
    system: str, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", system)
    monkeypatch.setenv("XDG_DATA_DIRS", "/opt/share")
    monkeypatch.setenv("WINDIR", "D:/Windows")

    assert place in folders()
