#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs one scenario: journey.py NAME (see scenarios.py and its neighbours). Under tests/in-display."""
import sys

import annotating
import codebook
import scenarios

all_scenarios = scenarios.SCENARIOS + annotating.SCENARIOS + codebook.SCENARIOS
by_name = {scenario.__name__: scenario for scenario in all_scenarios}
sys.exit(by_name[sys.argv[1]]().run())
