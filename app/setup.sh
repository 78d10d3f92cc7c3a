# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What app/run and tests/run share: which packages Lesart needs on Debian, how
# the missing ones are installed, how a folder is built. Sourced, never run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)

build_packages=(
  gcc libc6-dev meson ninja-build pkgconf gettext
  libgtk-4-dev libadwaita-1-dev libjson-glib-dev libicu-dev libstemmer-dev libxml2-dev
)
# Symbolic icons are SVG; settings are lost at the end of a run without dconf.
run_packages=(librsvg2-common adwaita-icon-theme dconf-gsettings-backend fonts-cantarell)
screen_packages=(xvfb dbus-daemon)
test_packages=(
  "${screen_packages[@]}" at-spi2-core python3 python3-gi gir1.2-atspi-2.0 gir1.2-glib-2.0
  xdotool imagemagick locales desktop-file-utils appstream libglib2.0-bin python3-jsonschema
  libxml2-utils
)

say ()
{
  printf '%s\n' "$*"
}

die ()
{
  printf '%s: %s\n' "${0##*/}" "$*" >&2
  exit 1
}

# A closed standard input and a missing HOME are no reason to fail.
prepare_environment ()
{
  if ! { : <&0; } 2>/dev/null; then
    exec </dev/null
  fi
  if [ -z "${HOME:-}" ] || [ ! -w "${HOME:-}" ]; then
    HOME=$(getent passwd "$(id -u)" 2>/dev/null | cut -d: -f6) || true
    [ -n "$HOME" ] && [ -w "$HOME" ] || HOME=$root/.build-home
    mkdir -p "$HOME"
    export HOME
  fi
  export LC_ALL=${LC_ALL:-${LANG:-C.UTF-8}}
}

is_installed ()
{
  local status
  status=$(dpkg-query -W -f '${db:Status-Abbrev}' "$1" 2>/dev/null) || return 1
  [ "${status:0:2}" = ii ]
}

become_root=()
find_root ()
{
  if [ "$(id -u)" = 0 ]; then
    become_root=()
  elif command -v sudo >/dev/null; then
    become_root=(sudo)
  else
    die "installing packages needs root or sudo. As root: apt-get install $*"
  fi
}

# install_missing PACKAGE ...: says what is missing and installs that alone.
install_missing ()
{
  local package missing=()

  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    say "This is no Debian system: nothing is installed. On Debian these packages would be needed: $*"
    return
  fi
  for package; do
    is_installed "$package" || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0

  say "These packages are missing and will be installed now (with what they need):"
  say "  ${missing[*]}"
  find_root "${missing[@]}"
  "${become_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q update </dev/null \
    || say "The package lists could not be refreshed; trying with those that are there."
  "${become_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get -q -y --no-install-recommends install "${missing[@]}" </dev/null \
    || die "the packages could not be installed (see above)"
}

# build FOLDER [MESON-OPTION ...]: sets the folder up when that is not done, or
# was done for sources in another place, and builds it.
build ()
{
  local folder=$1 stamp=$1/.set-up-for
  shift

  if [ ! -f "$folder/build.ninja" ] || [ "$(cat "$stamp" 2>/dev/null)" != "$root $*" ]; then
    rm -rf "$folder"
    meson setup "$folder" "$root" "$@" || die "the build could not be set up in $folder (see above)"
    printf '%s' "$root $*" >"$stamp"
  fi
  ninja -C "$folder" || die "the build failed (see above)"
}

# use_build FOLDER: lets a program run from there, without installing.
use_build ()
{
  export GSETTINGS_SCHEMA_DIR=$1/resources LESART_LOCALEDIR=$1/po
}
