from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from app.files import FileNotWritten, make_folder, written_whole


def test_a_file_stands_there_whole(tmp_path: Path) -> None:
    with written_whole(tmp_path / "a.txt") as stream:
        stream.write(b"all of it")

    assert (tmp_path / "a.txt").read_bytes() == b"all of it"
    assert list(tmp_path.iterdir()) == [tmp_path / "a.txt"]


def test_what_stood_there_stays_if_writing_breaks_off(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"old")

    with pytest.raises(ZeroDivisionError), written_whole(file) as stream:
        stream.write(b"%d" % (1 // (len(b"half") - 4)))

    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    file = tmp_path / "no" / "a.txt"

    with pytest.raises(FileNotWritten) as refusal, written_whole(file):
        pass

    assert refusal.value.file == file


def test_no_document_takes_the_name_of_an_event(tmp_path: Path) -> None:
    with pytest.raises(FileNotWritten), written_whole(tmp_path / "day.matchdesk"):
        pass


def test_a_folder_where_a_file_stands_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(FileNotWritten):
        make_folder(tmp_path / "file" / "folder")


def test_two_threads_that_write_one_file_both_write_it_whole(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    both_write = Barrier(2)

    def write(letter: bytes) -> None:
        with written_whole(file) as stream:
            both_write.wait(10)
            stream.write(letter * 10)

    with ThreadPoolExecutor(2) as threads:
        for done in [threads.submit(write, letter) for letter in (b"a", b"b")]:
            done.result()

    assert file.read_bytes() in {b"a" * 10, b"b" * 10}
    assert list(tmp_path.iterdir()) == [file]
