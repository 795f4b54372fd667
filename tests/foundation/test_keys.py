"""Keys and what they encrypt."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from nsis.foundation import encryption, keys
from nsis.foundation.home import Home


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Home]:
    """A home without keys; what this process remembers of other keys is forgotten before and after."""
    monkeypatch.setenv("NSIS_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("NSIS_KEYS", raising=False)
    forget()
    yield Home.current()
    forget()


def forget() -> None:
    keys.current.cache_clear()
    encryption._ciphers.cache_clear()


def test_the_file_is_for_its_owner_alone(home: Home):
    """It is written 0600; once others may read it, it is refused with the command that mends it."""
    made = keys.generate()
    keys.save(home, made)
    assert home.keys_file.stat().st_mode & 0o777 == 0o600
    assert keys.load(home) == made
    home.keys_file.chmod(0o640)
    with pytest.raises(keys.KeysError, match="chmod 600"):
        keys.load(home)


def test_without_keys_the_message_says_what_to_do(home: Home):
    """Nothing is made in silence: lost keys would leave unreadable data behind."""
    assert keys.load(home) is None
    with pytest.raises(keys.KeysError, match="nsis db init"):
        keys.current()


def test_keys_from_the_environment(home: Home, monkeypatch: pytest.MonkeyPatch):
    """NSIS_KEYS prevails over the file; what is no set of keys is refused."""
    keys.save(home, keys.generate())
    given = keys.generate()
    monkeypatch.setenv("NSIS_KEYS", given.as_json())
    assert keys.current() == given
    twice = keys.Keys(given.secret, given.index, (given.index,))
    for spoilt in ("{}", "no", given.as_json().replace('"index": "', '"index": "AA'), twice.as_json()):
        monkeypatch.setenv("NSIS_KEYS", spoilt)
        with pytest.raises(keys.KeysError, match="NSIS_KEYS"):
            keys.load(home)


def test_a_new_key_encrypts_and_the_old_ones_still_read(home: Home):
    """After rotation old tokens are read, new ones need the new key, and the index stays the same."""
    old = keys.generate()
    keys.save(home, old)
    before, index = encryption.encrypt("১৯৮৫"), encryption.keyed_index("nid10", "1234567890")
    keys.save(home, keys.rotate(old))
    forget()
    after = encryption.encrypt("১৯৮৫")
    assert encryption.decrypt(before) == encryption.decrypt(after) == "১৯৮৫"
    assert encryption.keyed_index("nid10", "1234567890") == index
    keys.save(home, old)
    forget()
    with pytest.raises(encryption.DecryptionError, match="does not have"):
        encryption.decrypt(after)


def test_the_command_that_rotates(home: Home, monkeypatch: pytest.MonkeyPatch):
    """The file holds one encryption key more, for its owner alone; NSIS_KEYS and missing keys are refused."""
    command = [str(Path(sys.executable).with_name("nsis")), "db", "rotate-keys"]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 1
    old = keys.generate()
    keys.save(home, old)
    subprocess.run(command, capture_output=True, check=True)
    new = keys.load(home)
    assert new is not None
    assert (new.secret, new.index, new.encryption[1:]) == (old.secret, old.index, old.encryption)
    assert home.keys_file.stat().st_mode & 0o777 == 0o600
    monkeypatch.setenv("NSIS_KEYS", old.as_json())
    refused = subprocess.run(command, capture_output=True, text=True, check=False)
    assert refused.returncode == 1
    assert "NSIS_KEYS" in refused.stderr
    assert old.secret not in refused.stderr


def test_an_altered_token_is_refused(home: Home):
    """Whichever byte is changed or cut off, nothing is read from it."""
    keys.save(home, keys.generate())
    token = encryption.encrypt("017")
    assert encryption.encrypt("017") != token
    for place in range(len(token)):
        with pytest.raises(encryption.DecryptionError):
            encryption.decrypt(token[:place] + bytes([token[place] ^ 1]) + token[place + 1 :])
        with pytest.raises(encryption.DecryptionError):
            encryption.decrypt(token[:place])


def test_the_index_tells_kinds_apart(home: Home):
    """32 bytes, the same for the same value, another for another kind, value or installation."""
    keys.save(home, keys.generate())
    first = encryption.keyed_index("nid10", "123")
    others = {encryption.keyed_index("nid1", "0123"), encryption.keyed_index("passport", "123")}
    assert len(first) == 32
    assert first == encryption.keyed_index("nid10", "123")
    keys.save(home, keys.generate())
    forget()
    assert first not in others | {encryption.keyed_index("nid10", "123")}


def test_where_the_home_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """NSIS_HOME, else the user's data folder, else for root the system's."""
    assert Home.current({"NSIS_HOME": str(tmp_path)}).root == tmp_path
    assert Home.current({}).root == Path("/var/lib/nsis") or os.geteuid() != 0
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert Home.current({"XDG_DATA_HOME": "/data"}).root == Path("/data/nsis")
    assert Home.current({}).root == Path.home() / ".local/share/nsis"
