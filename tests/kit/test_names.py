import pytest

from wiredesk.kit.names import fold, name_keys, refers, same_name


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Linh", "Mai Duc Linh"),
        ("Sala", "Renata Sala Beltrame"),
        ("Van den Loo", "Asger van den Loo"),
        ("Sala Beltrame", "Renata Sala Beltrame"),
        ("el-Gamil", "Sherif el-Gamil"),
        ("Gamil", "Sherif el-Gamil"),
        ("Rashidi", "Yazan al-Tamimi-Rashidi"),
        ("Yazan", "Yazan II"),
        ("Torok", "Török Zsombor"),
        ("O'Brien", "Niki O’Brien"),
    ],
)
def test_later_mention_refers(short: str, full: str) -> None:
    assert refers(short, full)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Nadia Lashari", "Tariq Lashari Mirza"),
        ("van", "Asger van den Loo"),
        ("Lin", "Mai Duc Linh"),
        ("", "Venn"),
    ],
)
def test_another_name_does_not_refer(short: str, full: str) -> None:
    assert not refers(short, full)


def test_middle_names_and_accents_may_be_left_out() -> None:
    assert same_name("Pavel Drozdov", "Pavel Ilyich Drozdov")
    assert same_name("Ursula Häberli", "Ursula Haberli")
    assert same_name("J.P. Al-Amin", "J. P. Al Amin")
    assert not same_name("Pavel Drozdov", "Piotr Drozdov")
    assert not same_name("Drozdov", "Pavel Drozdov")


def test_keys_leave_out_particles_and_numbers() -> None:
    assert name_keys("Willem van der Poel III") == {"willem", "poel"}
    assert fold("Łukasz") == "lukasz"
