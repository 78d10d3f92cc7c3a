# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real program from outside.

Commands go in as actions over D-Bus and as keys and pointer moves of the X
server; what came of them is read back through AT-SPI and from the saved file.
Nothing is slept for: every expectation is waited for with a limit.
"""
import contextlib
import gettext
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

APP_ID = "org.lesart.Lesart"
APP_PATH = "/org/lesart/Lesart"
SOURCE = pathlib.Path(os.environ["LESART_SOURCE"])
BUILD = pathlib.Path(os.environ["LESART_BUILD"])
FIXTURES = SOURCE / "tests" / "fixtures" / "journey"
SAMPLE = SOURCE / "resources" / "sample" / "sample.lesart"
PROGRAM = BUILD / "ui" / "lesart"
LIMIT_SECONDS = float(os.environ.get("LESART_JOURNEY_LIMIT", "15"))
LOCALES = BUILD / "tests" / "journey"
LOCALE_NAMES = {"en": "C.UTF-8", "de": "de_DE.UTF-8"}
NOISE = re.compile(r"-(CRITICAL|WARNING|ERROR) \*\*|ERROR: AddressSanitizer|runtime error:"
                   r"|LeakSanitizer|Gtk-Message: .*theme")
# When GLib's table of quarks grows it leaves the old one to its readers, on purpose.
QUARKS = re.compile(r"==\d+==ERROR: LeakSanitizer: detected memory leaks\n\n"
                    r"Direct leak of 16384 byte\(s\) in 1 object\(s\) allocated from:\n"
                    r"    #0 .* in (__interceptor_)?malloc .*\n    #1 .* in g_malloc .*\n\n"
                    r"SUMMARY: AddressSanitizer: 16384 byte.*")
# Of the surroundings, not of the program.
HARMLESS = re.compile(r"Unable to acquire|dconf|AT-SPI|Failed to set fd limit|xdg-desktop-portal"
                      r"|org\.freedesktop\.portal|gvfs|at-spi"
                      # GTK 4.8 when it is asked about a widget that comes or goes.
                      r"|g_variant_(is|new)_object_path"
                      # libadwaita 1.7 measuring its message dialogs.
                      r"|Trying to measure GtkLabel")


class Failure(Exception):
    """An expectation that did not come true within the limit."""


def wait(condition, what, limit=None):
    """Returns the first true answer of condition(); raises Failure otherwise."""
    end = time.monotonic() + (limit or LIMIT_SECONDS)
    context = GLib.MainContext.default()
    while True:
        while context.pending():
            context.iteration(False)
        try:
            answer = condition()
        except GLib.Error:
            answer = None
        if answer:
            return answer
        if time.monotonic() > end:
            raise Failure(f"waited in vain for: {what}")
        time.sleep(0.05)


def plain(name):
    """A label without its mnemonic."""
    return name.replace("_", "")


def xdotool(*arguments):
    return subprocess.run(["xdotool", *map(str, arguments)], capture_output=True,
                          text=True, timeout=20).stdout.strip()


def screenshot(path):
    subprocess.run(["import", "-window", "root", str(path)], timeout=30, check=False)


def locale_environment(language):
    return {"LANGUAGE": language, "LC_ALL": LOCALE_NAMES[language], "LOCPATH": str(LOCALES)}


class Lesart:
    """One running program with a home folder that outlives it."""

    def __init__(self, language="en"):
        self.language = language
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="home.", dir=os.environ.get("HOME")))
        self.folder = self.home / "work"
        self.folder.mkdir()
        self.process = None
        self.log = self.home / "stderr.log"
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        self.catalogue = gettext.translation("lesart", BUILD / "po", [language], fallback=True)

    # --- the process

    def environment(self):
        config = self.home / ".config"
        (config / "gtk-4.0").mkdir(parents=True, exist_ok=True)
        (config / "gtk-4.0" / "settings.ini").write_text(
            "[Settings]\ngtk-font-name=Cantarell 11\ngtk-enable-animations=false\n")
        return dict(os.environ, HOME=str(self.home), XDG_CONFIG_HOME=str(config),
                    XDG_DATA_HOME=str(self.home / ".local/share"),
                    XDG_STATE_HOME=str(self.home / ".local/state"),
                    XDG_CACHE_HOME=str(self.home / ".cache"),
                    GTK_A11Y="atspi", **locale_environment(self.language),
                    GSETTINGS_BACKEND="keyfile", GIO_USE_VFS="local", GTK_USE_PORTAL="0")

    def start(self, *arguments):
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen([PROGRAM, *map(str, arguments)], cwd=self.folder,
                                            env=self.environment(), stdin=subprocess.DEVNULL,
                                            stdout=log, stderr=log)
        wait(lambda: self.windows() or self.fail_if_gone(), "the first window", 60)
        wait(lambda: self.frames(), "the window in the accessibility tree", 60)
        return self

    def start_project(self, path):
        """Starts with a project that has just been made, and waits until it is open."""
        self.start(path)
        title = json.loads(path.read_text(encoding="utf-8"))["title"]
        wait(lambda: any(title in (frame.get_name() or "") for frame in self.frames()), f"“{title}” to be open")
        return self

    def fail_if_gone(self):
        if self.process.poll() is not None:
            raise Failure(f"the program ended with status {self.process.returncode}: "
                          + self.log.read_text(errors="replace")[-600:])

    def open_again(self, *arguments):
        """A second start while the first runs, as a file manager does it."""
        subprocess.run([PROGRAM, *map(str, arguments)], cwd=self.folder, env=self.environment(),
                       stdin=subprocess.DEVNULL, timeout=30, check=True)

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(10)
        wait(lambda: not self.windows(), "the bus to notice the end")

    def leave(self):
        """Quits, throwing unsaved work away when asked; returns the exit status."""
        if self.process.poll() is None:
            with contextlib.suppress(GLib.Error):  # it may be leaving already
                self.do_in_app("quit")
            end = time.monotonic() + 2 * LIMIT_SECONDS
            while self.process.poll() is None and time.monotonic() < end:
                with contextlib.suppress(Failure, GLib.Error):
                    self.press("_Discard", limit=0.3, in_dialog=True)
                time.sleep(0.05)
        if self.process.poll() is None:
            self.process.kill()
            raise Failure("the program did not leave")
        return self.process.wait()

    def dismiss(self):
        """Takes everything away, whatever state it is in."""
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.home, ignore_errors=True)

    def complaints(self):
        text = self.log.read_text(errors="replace") if self.log.exists() else ""
        return [line for line in QUARKS.sub("", text).splitlines()
                if NOISE.search(line) and not HARMLESS.search(line)]

    def tell_log(self):
        """What the program said, from its first complaint on."""
        lines = self.log.read_text(errors="replace").splitlines() if self.log.exists() else []
        first = next((i for i, line in enumerate(lines)
                      if NOISE.search(line) and not HARMLESS.search(line)), len(lines))
        return lines[first:first + 60]

    # --- actions

    def call(self, path, method, arguments=None, interface="org.gtk.Actions"):
        return self.bus.call_sync(APP_ID, path, interface, method, arguments, None,
                                  Gio.DBusCallFlags.NO_AUTO_START, 10000, None)

    def windows(self):
        """Numbers of the windows, oldest first."""
        try:
            xml = self.call(APP_PATH + "/window", "Introspect",
                            interface="org.freedesktop.DBus.Introspectable").unpack()[0]
        except GLib.Error:
            return []
        return sorted(int(number) for number in re.findall(r'<node name="(\d+)"', xml))

    def window_path(self, window=None):
        return f"{APP_PATH}/window/{window or self.windows()[-1]}"

    def describe(self, action, window=None):
        """(enabled, state or None) of a window action."""
        enabled, _signature, state = self.call(
            self.window_path(window), "Describe", GLib.Variant("(s)", (action,))).unpack()[0]
        return enabled, state[0] if state else None

    def actions(self, window=None):
        return self.call(self.window_path(window), "List").unpack()[0]

    def is_enabled(self, action, window=None):
        return self.describe(action, window)[0]

    def do(self, action, signature=None, value=None, window=None):
        """Activates a window action: do("open-uri", "s", uri)."""
        parameter = [GLib.Variant(signature, value)] if signature else []
        self.call(self.window_path(window), "Activate",
                  GLib.Variant("(sava{sv})", (action, parameter, {})))

    def do_in_app(self, action):
        self.call(APP_PATH, "Activate", GLib.Variant("(sava{sv})", (action, [], {})))

    def add(self, *paths):
        self.do("add-uris", "as", [pathlib.Path(path).as_uri() for path in paths])

    # --- the saved file

    def save(self, path, window=None):
        """Saves and returns what the file then says."""
        before = path.stat().st_mtime_ns if path.exists() else 0
        self.do("save", window=window)
        wait(lambda: path.exists() and path.stat().st_mtime_ns != before, f"{path.name} to be saved")
        return json.loads(path.read_text(encoding="utf-8"))

    def save_changed(self, path, window=None):
        """What the file says after saving, or already said when nothing was unsaved."""
        before = path.stat().st_mtime_ns
        self.do("save", window=window)
        end = time.monotonic() + 1
        while path.stat().st_mtime_ns == before and time.monotonic() < end:
            time.sleep(0.02)
        return json.loads(path.read_text(encoding="utf-8"))

    def saved(self, path):
        """What the project is now; what is unsaved is saved for that."""
        if any("•" in (frame.get_name() or "") for frame in self.frames()):
            return self.save(path)
        return json.loads(path.read_text(encoding="utf-8"))

    def new_project(self, name):
        """An empty project file, opened in the front window."""
        path = self.folder / name
        path.write_text(json.dumps({
            "format": "lesart-project", "version": 1,
            "id": GLib.uuid_string_random(), "title": path.stem}, indent=2) + "\n")
        return path

    # --- the accessibility tree

    def tr(self, message, context=None):
        """What the program says for an English message, without mnemonic."""
        return plain(self.catalogue.pgettext(context, message) if context else self.catalogue.gettext(message))

    def tr_count(self, one, many, count):
        """The same for a number of things."""
        return self.catalogue.ngettext(one, many, count)

    def application(self):
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child and child.get_process_id() == self.process.pid:
                return child
        return None

    def frames(self):
        application = self.application()
        if not application:
            return []
        children = [application.get_child_at_index(i) for i in range(application.get_child_count())]
        return [child for child in children if child]

    @staticmethod
    def is_without_size(node):
        """Such as the pages of a stack that is not shown; most of a window is."""
        try:
            box = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
        except GLib.Error:
            return False
        return box.width == 0 and box.height == 0

    def nodes(self, frames=None, sizeless=False):
        """Every node of these windows, by default of all: (accessible, role, name)."""
        stack = list(reversed(self.frames() if frames is None else frames))
        while stack:
            node = stack.pop()
            try:
                if not node.get_state_set().contains(Atspi.StateType.VISIBLE):
                    continue
                if not sizeless and self.is_without_size(node):
                    continue
                yield node, node.get_role_name(), node.get_name() or ""
                count = min(node.get_child_count(), 300)
                stack += [child for i in range(count - 1, -1, -1)
                          if (child := node.get_child_at_index(i))]
            except GLib.Error:
                continue

    def dialogs(self):
        """The windows that stand in front of project windows."""
        menu = self.tr("Main Menu")
        frames = [frame for frame in self.frames() if frame.get_state_set().contains(Atspi.StateType.VISIBLE)]
        if len(frames) < 2:
            return []
        return [frame for frame in frames
                if not any(name == menu for _node, _role, name in self.nodes([frame]))]

    def find(self, name, roles=None):
        """The first node whose name contains the text (a mnemonic may precede it)."""
        for node, role, said in self.nodes():
            if roles is None or role in roles:
                if name in plain(said) or (role == "text" and name in self.text_of(node)):
                    return node
        return None

    def find_pattern(self, pattern):
        """The first node whose name matches the regular expression."""
        for node, _role, said in self.nodes():
            if re.search(pattern, plain(said)):
                return node
        return None

    def says(self, text):
        """Whether any node on the screen is named so."""
        return self.find(text) is not None

    def expect(self, text, limit=None):
        wait(lambda: self.says(text), f"“{text}” on the screen", limit)

    def expect_gone(self, text, limit=None):
        wait(lambda: not self.says(text), f"“{text}” to leave the screen", limit)

    @staticmethod
    def is_button(role, name, label):
        return (role in ("push button", "button", "toggle button", "list item", "check box")
                and (plain(name) == label or plain(name).endswith(" " + label)))

    def press(self, label, limit=None, in_dialog=False):
        """Clicks the button with this English label, whatever the language."""
        label = self.tr(label)

        def click():
            frames = self.dialogs() if in_dialog else None
            for node, role, name in self.nodes(frames):
                if self.is_button(role, name, label) and Atspi.Action.get_n_actions(node) > 0:
                    return Atspi.Action.do_action(node, 0)
            return False

        wait(click, f"a button “{label}”", limit)

    def fill(self, label, words):
        """Writes into the field with this English label."""
        label = self.tr(label)

        def write():
            for node, role, name in self.nodes():
                if role in ("text", "entry") and plain(name) == label:
                    return Atspi.EditableText.set_text_contents(node, words)
            return False
        wait(write, f"a field “{label}”")

    def focused(self):
        """Role and name of what has the keyboard."""
        for node, role, name in self.nodes():
            if node.get_state_set().contains(Atspi.StateType.FOCUSED):
                return role, name
        return None

    def close_messages(self):
        """Closes whatever dialog or notice is in the way."""
        with contextlib.suppress(Failure):
            self.press("Close Notice", 0.2)

        def close():
            for frame in self.dialogs():
                for node, role, name in self.nodes([frame]):
                    if any(self.is_button(role, name, self.tr(label)) for label in ("_Close", "Close")):
                        Atspi.Action.do_action(node, 0)
                        break
            return not self.dialogs()
        wait(close, "the dialogs to close")

    @staticmethod
    def text_of(node):
        return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))

    def text_views(self):
        """The article texts on the screen, left before right."""
        found = []
        prefixes = [self.tr(words).split("%s")[0] for words in ("Left text: %s", "Right text: %s")]
        for node, role, name in self.nodes():
            if role == "text":
                found += [(side, node) for side, prefix in enumerate(prefixes)
                          if name.startswith(prefix) and Atspi.Text.get_character_count(node) > 0]
        return [node for _side, node in sorted(found, key=lambda pair: pair[0])]

    @staticmethod
    def top_of(view):
        """Where the first character of a text stands; negative when scrolled away."""
        return Atspi.Text.get_character_extents(view, 0, Atspi.CoordType.WINDOW).y

    def top_of_text(self):
        """The same of the left text."""
        return self.top_of(self.text_views()[0])

    def wait_for_rest(self):
        """Until the left text stays where it is for half a second; returns where."""
        view = self.text_views()[0]
        tops = []

        def rests():
            tops.append(self.top_of(view))
            return len(tops) > 10 and len(set(tops[-10:])) == 1
        wait(rests, "the left text to come to rest")
        return tops[-1]

    def expect_texts(self, *beginnings):
        """Waits until the open texts are these, left to right."""
        def compare():
            texts = [self.text_of(node) for node in self.text_views()]
            return len(texts) == len(beginnings) and all(
                wanted in text for wanted, text in zip(beginnings, texts))
        wait(compare, f"the open texts to hold {beginnings}")

    # --- keys and pointer

    def x_windows(self):
        """The windows of the X server: (id, x, y, width, height), oldest first."""
        found = []
        for window in xdotool("search", "--onlyvisible", "--pid", self.process.pid).split():
            numbers = dict(re.findall(r"^(\w+)=(\d+)$", xdotool("getwindowgeometry", "--shell", window), re.M))
            # What GTK drags with leaves windows of one pixel behind.
            if numbers.get("WIDTH", "1") != "1":
                found.append((window, *(int(numbers[key]) for key in ("X", "Y", "WIDTH", "HEIGHT"))))
        return found

    def window_of(self, frame):
        """The window of the X server that shows a frame; both sizes differ by its edges."""
        box = Atspi.Component.get_extents(frame, Atspi.CoordType.WINDOW)
        fitting = [window for window in self.x_windows()
                   if 0 <= window[3] - box.width <= 60 and 0 <= window[4] - box.height <= 60]
        return min(fitting, key=lambda window: window[3] + window[4], default=None)

    def origin_of(self, frame):
        """Where a frame starts on the screen, inside of its edges."""
        window = wait(lambda: self.window_of(frame), "the window of a frame")
        box = Atspi.Component.get_extents(frame, Atspi.CoordType.WINDOW)
        return window[1] + (window[3] - box.width) // 2 - box.x, window[2] + (window[4] - box.height) // 2 - box.y

    def focus_window(self):
        """Gives the keys to the window that was opened last; a tooltip is a window, too."""
        def focus():
            frames = [frame for frame in self.frames() if frame.get_state_set().contains(Atspi.StateType.VISIBLE)]
            window = self.window_of(frames[-1]) if frames else None
            if window:
                xdotool("windowfocus", "--sync", window[0])
            return window
        wait(focus, "a window of the X server")

    def enter_dialog(self):
        """Gives the keys to the dialog that comes."""
        wait(lambda: self.dialogs(), "a dialog")
        self.focus_window()

    def leave_dialog(self):
        """Gives the keys back when the dialog has gone."""
        wait(lambda: not self.dialogs(), "the dialog to go")
        self.focus_window()

    def focus_popup(self):
        """Popovers are windows of the X server, too; the newest gets the keys."""
        time.sleep(0.3)

    def keys(self, *names):
        for name in names:
            xdotool("key", "--clearmodifiers", name)
            time.sleep(0.05)

    def keys_at_once(self, delay_ms, *names):
        xdotool("key", "--delay", delay_ms, *names)

    def point_below(self, view, offset, distance):
        """Puts the pointer so many pixels below a character of a text view."""
        box = Atspi.Text.get_character_extents(view, offset, Atspi.CoordType.WINDOW)
        xdotool("mousemove", box.x, box.y + box.height + distance)
        time.sleep(0.1)

    def type(self, ascii_text):
        xdotool("type", "--delay", "20", ascii_text)

    def drag(self, view, start, end):
        """Selects characters of a text view with the pointer."""
        first = Atspi.Text.get_character_extents(view, start, Atspi.CoordType.WINDOW)
        last = Atspi.Text.get_character_extents(view, end, Atspi.CoordType.WINDOW)
        border = 5
        x, y = first.x + border, first.y + border + first.height // 2
        to_x, to_y = last.x + border, last.y + border + last.height // 2
        xdotool("mousemove", x, y)
        time.sleep(0.3)
        xdotool("mousedown", 1)
        for step in range(1, 6):
            xdotool("mousemove", x + (to_x - x) * step // 5, y + (to_y - y) * step // 5)
            time.sleep(0.1)
        xdotool("mouseup", 1)


class Journey:
    """A row of steps told as TAP; each is a method named step_..., with a docstring."""

    language = "en"

    def __init__(self):
        self.lesart = Lesart(self.language)

    def steps(self):
        classes = [kind for kind in reversed(type(self).__mro__) if issubclass(kind, Journey)]
        own = {name: value for kind in classes for name, value in vars(kind).items()
               if name.startswith("step_")}
        return [*own.values(), Journey.leave_cleanly]

    def leave_cleanly(self):
        """leaves without a complaint"""
        status = self.lesart.leave()
        complaints = self.lesart.complaints()
        if complaints:
            raise Failure("; ".join(complaints[:5]))
        if status != 0:
            raise Failure(f"exit status {status}")

    def tell_failure(self, number, error):
        for line in str(error).splitlines() or [repr(error)]:
            print(f"# {line}")
        process = self.lesart.process
        if process and process.poll() is not None:
            print(f"# the program has ended with status {process.returncode}")
        place = pathlib.Path(os.environ.get("LESART_PICTURES", BUILD / "meson-logs"))
        picture = place / f"journey-{type(self).__name__}-{self.language}-{number}.png"
        with contextlib.suppress(Exception):
            screenshot(picture)
            print(f"# picture: {picture}")
        with contextlib.suppress(Exception):
            names = [f"{role}:{name}" for _node, role, name in self.lesart.nodes()
                     if name and not re.match(r"(Gtk|Adw|Les)\w+$", name)]
            print("# on the screen: " + " | ".join(dict.fromkeys(names))[:6000])

        for line in self.lesart.tell_log():
            print(f"# log: {line[:300]}")

    def expect_list(self, what, look, wanted):
        """Waits until look() returns what is wanted; if it does not, tells what it did return."""
        seen = []

        def fits():
            seen[:] = look()
            return seen == list(wanted)
        try:
            wait(fits, f"the {what} {wanted}")
        except Failure as failure:
            raise Failure(f"{failure}; there are {seen}") from None

    def expect_rows(self, *wanted):
        """What rows() of the scenario finds on the screen."""
        self.expect_list("rows", self.rows, wanted)

    def run(self):
        steps = self.steps()
        print(f"1..{len(steps)}", flush=True)
        failed = 0
        try:
            for number, step in enumerate(steps, 1):
                name = f"{type(self).__name__} ({self.language}): {step.__doc__}"
                try:
                    step(self)
                    print(f"ok {number} {name}", flush=True)
                except Exception as error:  # every kind is a failed step
                    failed += 1
                    print(f"not ok {number} {name}")
                    self.tell_failure(number, error if isinstance(error, Failure) else repr(error))
                    sys.stdout.flush()
        finally:
            self.lesart.dismiss()
        return 1 if failed else 0
