"""Runs the command line: ``python -m app.cli COMMAND …``."""

import sys

from app.cli.main import main_of_process

if __name__ == "__main__":
    sys.exit(main_of_process(sys.argv[1:]))
