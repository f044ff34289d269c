"""Runs the command line: ``python -m app.cli COMMAND …``."""

import sys

from app.cli.main import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
