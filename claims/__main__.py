"""Run the command line: `python -m claims`."""

from __future__ import annotations

import sys

from claims.cli import main

sys.exit(main())
