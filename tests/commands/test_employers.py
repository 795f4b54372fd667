"""`nsis employers` and `nsis users`: how a real installation gets its first employer."""

import json


def test_an_employer_and_its_user_are_added(installation):
    """All faults come at once; then the employer is registered, found, and has a user."""

    def run(*arguments: str, code: int = 0, text: str = "") -> str:
        outcome = installation.run(*arguments, text=text, may_fail=True)
        assert outcome.returncode == code, outcome.stdout + outcome.stderr
        return outcome.stdout

    place = ("--risk-class", "3", "--upazila", "303334", "--json")
    refused = run("employers", "add", "--sector", "garmets", "--association", "x", *place, code=1)
    assert [fault["code"] for fault in json.loads(refused)["faults"]] == ["EMP-001", "EMP-002", "EMP-002"]
    added = json.loads(run("employers", "add", "--name-bn", "শাপলা", "--sector", "garments", *place))
    number = added["employer_number"]
    [listed] = json.loads(run("employers", "list", "--search", "শাপলা", "--json"))
    assert (listed["employer_number"], listed["association"]) == (number, "none")

    user = ("users", "add", "--login", "shapla", "--name", "শাপলা", "--role", "employer")
    password = "নদী-নৌকা-৭\n"
    run(*user, "--employer", "99999999", code=1, text=password)
    run(*user, code=1, text=password)
    run(*user, "--employer", number, text=password)


def test_a_command_without_a_database_says_what_to_do(installation, tmp_path):
    """Nothing is made by the way: the command names the home and how to prepare it."""
    home = tmp_path / "home"
    outcome = installation.run("employers", "list", may_fail=True, NSIS_HOME=str(home), DATABASE_URL="")
    assert outcome.returncode == 1
    assert "nsis db init" in outcome.stderr
    assert not home.exists()
