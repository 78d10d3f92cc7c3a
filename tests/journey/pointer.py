# SPDX-License-Identifier: GPL-3.0-or-later
"""The mouse: real moves, clicks and drags at what AT-SPI finds by its name."""
import time

from driver import Atspi, Failure, GLib, plain, wait, xdotool

BUTTONS = ("push button", "button", "toggle button")
LEFT, RIGHT = 1, 3
# An empty place of the status bar.
NOWHERE = 700, 775
# A click so soon after another one, and so near, is a double click.
DOUBLE_CLICK_SECONDS = 0.45
# In which the program draws what a move of the pointer changes.
FRAMES_SECONDS = 0.06
DRAG_MOVES = 8
# A window of this height is a tooltip.
TOOLTIP_PIXELS = 50
# A finger is not faster.
PRESS_SECONDS = 0.05


class Mouse:
    """For journeys: adds what a hand does to what self.lesart knows."""

    last_click = 0.0

    # --- where things are on the screen

    @staticmethod
    def box_of(node):
        return Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)

    @staticmethod
    def fits(box, width, height):
        """Whether a window of this size shows what has this box; that of a drop-down is somewhat higher."""
        return box.width == width and 0 <= height - box.height <= 8

    def surface_of(self, node):
        """What AT-SPI's numbers for a node count from, on the screen."""
        windows = self.lesart.x_windows()
        while node:
            try:
                box = self.box_of(node)
            except GLib.Error:
                box = None
            parent = node.get_parent()
            if box and (not parent or parent.get_role_name() == "application"):
                return self.lesart.origin_of(node)
            if box:
                for _window, x, y, width, height in windows:
                    if self.fits(box, width, height):
                        return x - box.x, y - box.y
            node = parent
        raise Failure("a node without a window")

    def place_of(self, node):
        """Its middle, in pixels of the screen."""
        x, y = self.surface_of(node)
        box = self.box_of(node)
        return x + box.x + box.width // 2, y + box.y + box.height // 2

    def rest_of(self, find, what):
        """Where the node that find() returns has come to rest."""
        seen = []

        def rests():
            node = find()
            if node:
                seen.append(self.place_of(node))
            return node and seen[-2:] == [seen[-1]] * 2
        wait(rests, what)
        return seen[-1]

    def place_in_text(self, view, offset):
        """The middle of a letter."""
        x, y = self.surface_of(view)
        box = Atspi.Text.get_character_extents(view, offset, Atspi.CoordType.WINDOW)
        return x + box.x + box.width // 2, y + box.y + box.height // 2

    # --- the hand

    def move(self, place):
        """Until the program has noticed; then nothing that follows is one more click of the last ones."""
        xdotool("mousemove", *place)
        time.sleep(max(FRAMES_SECONDS, self.last_click + DOUBLE_CLICK_SECONDS - time.monotonic()))
        self.lesart.windows()

    @staticmethod
    def press_button(button):
        xdotool("mousedown", button)
        time.sleep(PRESS_SECONDS)
        xdotool("mouseup", button)

    def click_at(self, place, button=LEFT, times=1, holding=None):
        self.move(place)
        if holding:
            xdotool("keydown", holding)
        for _time in range(times):
            self.press_button(button)
        if holding:
            xdotool("keyup", holding)
        self.last_click = time.monotonic()

    def drag(self, start, end, slowly=False):
        """Slowly enough that what lies between notices; more so when something is dropped."""
        self.move(start)
        xdotool("mousedown", LEFT)
        for move in range(1, DRAG_MOVES + 1):
            xdotool("mousemove", *(a + (b - a) * move // DRAG_MOVES for a, b in zip(start, end)))
            time.sleep(0.1 if slowly else 0.04)
        if slowly:
            time.sleep(0.3)
        xdotool("mouseup", LEFT)
        self.last_click = time.monotonic()

    def leave_alone(self):
        """Puts the pointer where it hovers over nothing."""
        xdotool("mousemove", *NOWHERE)

    # --- things by name

    def seek(self, label, roles=BUTTONS, within=None):
        """The first thing with this English label, or (context, label)."""
        wanted = self.lesart.tr(label) if isinstance(label, str) else self.lesart.tr(label[1], label[0])
        for node, role, name in self.lesart.nodes(within):
            if role in roles and (plain(name) == wanted or plain(name).endswith(" " + wanted)):
                return node
        return None

    def click(self, label, roles=BUTTONS, **how):
        """On what has this English label."""
        self.click_at(self.rest_of(lambda: self.seek(label, roles), f"“{label}” to click on"), **how)

    def click_words(self, words, roles=("label",), **how):
        """On these words, in no language."""
        self.click_at(self.rest_of(lambda: self.lesart.find(words, roles), f"“{words}” to click on"), **how)

    def row_of(self, list_name, words):
        """All of the row with these words, in the list with this English name: (node, role, name)."""
        name = self.lesart.tr(list_name)
        # Small lists inside of rows come before the list itself.
        lists = [node for node, role, said in self.lesart.nodes() if role == "list" and said == name][-1:]
        for row, role, _name in self.lesart.nodes(lists):
            if role == "list item":
                inside = list(self.lesart.nodes([row]))
                if any(role == "label" and said == words for _node, role, said in inside):
                    return inside
        return []

    def click_in_row(self, list_name, words, label=None, **how):
        """On a row of a list, or on the button in it that has this English label."""
        wanted = self.lesart.tr(label) if label else None

        def find():
            for node, role, said in self.row_of(list_name, words):
                if label and role in BUTTONS and (plain(said) == wanted or plain(said).endswith(" " + wanted)):
                    return node
                if not label and role == "label" and said == words:
                    return node
            return None
        self.click_at(self.rest_of(find, f"“{label or words}” in “{list_name}”"), **how)

    def popup(self):
        """The popover that is open."""
        frames = [self.lesart.window_of(frame) for frame in self.lesart.frames()]
        sizes = [window[3:] for window in self.lesart.x_windows()
                 if window not in frames and window[4] > TOOLTIP_PIXELS]
        for node, _role, _name in self.lesart.nodes():
            try:
                box = self.box_of(node)
            except GLib.Error:
                continue
            if any(self.fits(box, *size) for size in sizes):
                return node
        return None

    def click_in_popup(self, words, roles=("label",)):
        """On these words of the popover that is open."""
        def find():
            popup = self.popup()
            return popup and next((node for node, role, name in self.lesart.nodes([popup])
                                   if role in roles and plain(name) == words), None)
        self.click_at(self.rest_of(find, f"“{words}” in a popover"))

    def choose(self, *labels):
        """Item after item of the menu that is open."""
        for label in labels:
            self.click(label, ("menu item", "check menu item", "radio menu item"))

    def open_popup(self, label, roles=BUTTONS):
        self.click(label, roles)
        wait(self.popup, f"what “{label}” shows")

    def choose_from(self, label, *labels):
        """Opens the menu with this label and goes on in it."""
        self.open_popup(label)
        self.choose(*labels)

    def drop_down(self, label, item):
        """Chooses an item of a drop-down list."""
        self.open_popup(label, ("combo box",))
        self.click_in_popup(item)

    def choose_file(self, path):
        """Opens a file in the file chooser that is shown, which lists it alone."""
        wait(lambda: self.lesart.dialogs(), "the file chooser")
        self.click_at(self.rest_of(lambda: next((node for node, role, name in self.lesart.nodes(self.lesart.dialogs())
                                                 if role == "label" and name == path.parent.name), None), "its folder"))
        def row():
            label = self.lesart.find(path.name, ("label",))
            return label or self.lesart.find("GtkTreeView")
        node = wait(row, "the list of files")
        x, y = self.rest_of(row, "the list of files")
        if node.get_role_name() != "label":     # of GTK 4.8, where rows have no place of their own
            y += 42 - self.box_of(node).height // 2
        self.click_at((x, y))
        self.click("_Open")
