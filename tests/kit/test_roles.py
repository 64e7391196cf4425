import pytest

from wiredesk.kit.roles import office_key, role_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Defence Minister", "Defense Minister"),
        ("State Councillor", "state councilor"),
        ("Secretary-General", "Secretary General"),
        ("Minister of Labour", "Minister of Labor"),
    ],
)
def test_two_spellings_of_a_role_have_one_key(one: str, other: str) -> None:
    assert role_key(one) == role_key(other)


def test_two_roles_have_two_keys() -> None:
    assert role_key("Deputy Defence Minister") != role_key("Defence Minister")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Minister of Foreign Affairs", "Foreign Minister"),
        ("Minister for Trade", "trade minister"),
        ("Premier", "Prime Minister"),
        ("Minister of Defence", "Defense Minister"),
    ],
)
def test_two_names_of_an_office_have_one_key(one: str, other: str) -> None:
    assert office_key(one) == office_key(other)


def test_two_offices_have_two_keys() -> None:
    assert office_key("Minister of State") == "minister of state"
    assert office_key("Foreign Secretary") != office_key("Foreign Minister")
