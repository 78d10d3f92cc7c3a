// SPDX-License-Identifier: GPL-3.0-or-later
// Compares two files with a package from npm, for bench-compare.
//   node compare-peer.js PACKAGE [LEFT RIGHT]      PACKAGE: diff or diff-match-patch
// Without files it only says whether the package is there. NODE_PATH names the
// folder where the packages are installed.
'use strict';

const fs = require('fs');
const [, , name, left, right] = process.argv;
const peer = require(name);

if (left === undefined)
  process.exit(0);

const a = fs.readFileSync(left, 'utf8');
const b = fs.readFileSync(right, 'utf8');
let parts;

if (name === 'diff') {
  parts = peer.diffWords(a, b);
} else {
  const differ = new peer();
  differ.Diff_Timeout = 0;
  parts = differ.diff_main(a, b);
}
console.log(parts.length);
