import pytest
from hypothesis import given

from app.printing.breaking import parts
from tests.app.printing.world import world_texts


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("García de la Torre", "García |de |la |Torre"),
        ("Ballester-Roué", "Ballester-|Roué"),
        ("شركة الأفق", "شركة |الأفق"),
        ("中国科学", "中|国|科|学"),
        ("大学（合肥）先", "大|学|（合|肥）|先"),
        ("データ、ショー", "デー|タ、|ショー"),
        ("佐々木", "佐々|木"),
        ("NEC株式会社", "NEC|株|式|会|社"),
        ("葛\U000e0100城", "葛\U000e0100|城"),
        ("한국 연구원", "한국 |연구원"),
        ("한국전자통신연구원", "한국전자|통|신연구원"),
    ],
)
def test_lines_may_end(text: str, broken: str) -> None:
    assert "|".join(parts(text)) == broken


@given(world_texts)
def test_nothing_is_lost_where_lines_end(text: str) -> None:
    assert "".join(parts(text)) == text
