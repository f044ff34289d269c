from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from app.files import FileNotWritten, make_folder, written_together, written_whole


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


def together(folder: Path, *names: str) -> tuple[Path, ...]:
    """Write files of these names with the same new content, all together."""
    files = tuple(folder / name for name in names)
    with written_together(files) as unfinished:
        for file in files:
            unfinished[file].write_bytes(b"new")
    return files


def test_several_files_stand_there_together(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"old")

    files = together(tmp_path, "a.txt", "b.txt")

    assert {file: file.read_bytes() for file in tmp_path.iterdir()} == dict.fromkeys(files, b"new")


def test_if_one_can_not_take_its_place_all_are_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"old")
    (tmp_path / "c.txt").mkdir()

    with pytest.raises(FileNotWritten) as refusal:
        together(tmp_path, "a.txt", "b.txt", "c.txt", "d.txt")

    assert refusal.value.file == tmp_path / "c.txt"
    assert (tmp_path / "a.txt").read_bytes() == b"old"
    assert {file.name for file in tmp_path.iterdir()} == {"a.txt", "c.txt"}


def test_if_one_was_not_written_none_is_there(tmp_path: Path) -> None:
    files = (tmp_path / "a.txt", tmp_path / "b.txt")

    with pytest.raises(FileNotWritten) as refusal, written_together(files) as unfinished:
        unfinished[files[0]].write_bytes(b"new")

    assert refusal.value.file == files[1]
    assert list(tmp_path.iterdir()) == []
