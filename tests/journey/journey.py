#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs one scenario: journey.py NAME (see scenarios.py and its neighbours). Under tests/in-display.

The scenario has a process of its own: the library that reads the accessibility tree
crashes now and then when a window goes while it is looked at. That says nothing of the
program, so the scenario is then run again. A crash of the program itself is a
failed step, not this.
"""
import importlib
import os
import signal
import subprocess
import sys
import tempfile

SUBJECTS = ("scenarios", "annotating", "codebook", "linking", "claims", "allannotations", "correcting")
ATTEMPTS = 4


def run_here(name):
    by_name = {scenario.__name__: scenario
               for subject in SUBJECTS for scenario in importlib.import_module(subject).SCENARIOS}
    return by_name[name]().run()


def run_apart(name, output):
    """Returns the status, negative for a signal. Nothing of it stays behind."""
    with subprocess.Popen([sys.executable, __file__, "--here", name], stdout=output, process_group=0) as child:
        try:
            return child.wait()
        finally:
            try:
                os.killpg(child.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass


def main(name):
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    for attempt in range(1, ATTEMPTS + 1):
        with tempfile.TemporaryFile("w+") as output:
            status = None
            try:
                status = run_apart(name, output)
            finally:
                has_crashed = status is not None and status < 0
                if not has_crashed or attempt == ATTEMPTS:
                    output.seek(0)
                    sys.stdout.write(output.read())
                    sys.stdout.flush()
        if not has_crashed:
            return status
        print(f"# the driver went down with signal {-status}", flush=True)
    return 1


if sys.argv[1] == "--here":
    sys.exit(run_here(sys.argv[2]))
sys.exit(main(sys.argv[1]))
