#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs one scenario: journey.py NAME (see scenarios.py, codebook.py). Under tests/in-display."""
import sys

import codebook
import scenarios

by_name = {scenario.__name__: scenario for scenario in scenarios.SCENARIOS + codebook.SCENARIOS}
sys.exit(by_name[sys.argv[1]]().run())
