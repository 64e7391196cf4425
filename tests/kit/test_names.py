import pytest

from wiredesk.kit.names import fold, name_keys, refers, same_name


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Thuy", "Doan Quang Thuy"),
        ("Echeverri", "Catalina Echeverri Ospina"),
        ("Van der Hoeven", "Willemijn van der Hoeven"),
        ("Terry Quintana", "Anselmo Terry Quintana"),
        ("el-Shennawi", "Medhat el-Shennawi"),
        ("Shennawi", "Medhat el-Shennawi"),
        ("Hajri", "Nasser al-Dosari-Hajri"),
        ("Rashid", "Rashid II"),
        ("Kovesdi", "Kövesdi Márton"),
        ("O'Brien", "Niki O’Brien"),
    ],
)
def test_later_mention_refers(short: str, full: str) -> None:
    assert refers(short, full)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Amna Durrani", "Shahbaz Durrani Khan"),
        ("van", "Willemijn van der Hoeven"),
        ("Thu", "Doan Quang Thuy"),
        ("", "Li"),
    ],
)
def test_another_name_does_not_refer(short: str, full: str) -> None:
    assert not refers(short, full)


def test_middle_names_and_accents_may_be_left_out() -> None:
    assert same_name("Pavel Drozdov", "Pavel Ilyich Drozdov")
    assert same_name("Ursula Häberli", "Ursula Haberli")
    assert not same_name("Pavel Drozdov", "Piotr Drozdov")
    assert not same_name("Drozdov", "Pavel Drozdov")


def test_keys_leave_out_particles_and_numbers() -> None:
    assert name_keys("Willem van der Poel III") == {"willem", "poel"}
    assert fold("Łukasz") == "lukasz"
