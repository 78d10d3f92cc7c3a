#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs one scenario: journey.py NAME (see scenarios.py and its neighbours). Under tests/in-display."""
import importlib
import sys

SUBJECTS = ("scenarios", "annotating", "codebook", "linking", "claims", "allannotations", "correcting")

by_name = {scenario.__name__: scenario for subject in SUBJECTS for scenario in importlib.import_module(subject).SCENARIOS}
sys.exit(by_name[sys.argv[1]]().run())
