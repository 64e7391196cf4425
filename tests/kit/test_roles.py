import pytest

from wiredesk.kit.roles import role_key


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
