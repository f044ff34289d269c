"""Writing an event file anew, so that nothing which was deleted is left in its free room.

SQLite overwrites what it deletes (``secure_delete``). What it moved from page to page before,
while others were written beside it, may leave copies in the gaps between; a new file has none.
"""

from __future__ import annotations

from pathlib import Path

import sqlcipher3.dbapi2
from sqlalchemy.exc import DBAPIError

from db.engine import storage_error


def write_anew(file: Path) -> bool:
    """Write a file anew that this process has closed; tell whether nobody else has it open.

    Of 10,000 delegates it takes a second, in which nobody could scan: so it is for those who
    are alone.

    Raises:
        StorageError: It can't be written. It is as it was.
    """
    try:
        connection = sqlcipher3.dbapi2.connect(str(file), isolation_level=None, timeout=0)
        try:
            # Whoever reads in WAL mode holds a lock on the file, which this asks for alone.
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
            connection.execute("PRAGMA secure_delete=ON")
            connection.execute("PRAGMA temp_store=MEMORY")
            connection.execute("VACUUM")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            connection.close()
    except sqlcipher3.dbapi2.OperationalError as error:
        if "locked" in str(error):
            return False
        raise storage_error(file, DBAPIError(None, None, error)) from error
    except sqlcipher3.dbapi2.DatabaseError as error:
        raise storage_error(file, DBAPIError(None, None, error)) from error
    return True
