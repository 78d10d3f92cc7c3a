# SPDX-License-Identifier: GPL-3.0-or-later
"""The codebook, by keyboard and again by mouse."""
import json
import time

from driver import Atspi, Failure, Journey, wait, xdotool

TEXT = ("Wind wirft Kiosk um\n\nIn Bachtal hat der Wind am Montag einen Kiosk umgeworfen. Niemand wurde verletzt.\n\n"
        "Der Besitzer spricht von einem Sturm, die Wetterwarte von frischem Wind.\n")
QDC = """<?xml version="1.0" encoding="UTF-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Other 1"><Codes>
<Code guid="1a2b3c4d-0000-4000-8000-000000000001" name="Frame" isCodable="false"><Description>how it is told</Description>
<Code guid="1a2b3c4d-0000-4000-8000-000000000002" name="blame" isCodable="true" color="#DF6911"/></Code></Codes>
<Sets><Set guid="1a2b3c4d-0000-4000-8000-000000000003" name="Tone"><MemberCode guid="1a2b3c4d-0000-4000-8000-000000000002"/></Set></Sets>
</CodeBook>
"""


def tree(project):
    """Every tag as "name" or "above/name", from top to bottom."""
    def below(parent, name):
        for tag in project["tags"]:
            if tag.get("parent") == parent:
                yield f"{name}/{tag['name']}" if name else tag["name"]
                yield from below(tag["id"], tag["name"])
    return list(below(None, None))


class Codebook(Journey):
    """Tags are made, nested, given, merged, split, deleted, imported, exported."""

    def expect_tree(self, *wanted):
        seen = []

        def saved():
            seen[:] = tree(self.lesart.save_changed(self.path))
            return seen == list(wanted)

        try:
            wait(saved, f"the tags {wanted}")
        except Failure as failure:
            raise Failure(f"{failure}; there are {seen}") from None

    def tags_of_annotations(self):
        project = self.lesart.save_changed(self.path)
        names = {tag["id"]: tag["name"] for tag in project["tags"]}
        return [[names[tag] for tag in annotation.get("tags", [])] for annotation in project["annotations"]]

    def in_dialog(self, *keys):
        wait(lambda: self.lesart.dialogs(), "the dialog")
        self.lesart.focus_window()
        self.lesart.keys(*keys)

    def answer(self, *keys):
        self.in_dialog(*keys)
        wait(lambda: not self.lesart.dialogs(), "the dialog to go")
        self.lesart.focus_window()

    def new_tag(self, key, name):
        self.lesart.keys(key)
        self.in_dialog()
        self.lesart.type(name)
        self.answer("Return")

    def select(self, *names):
        project = self.lesart.save_changed(self.path)
        ids = [next(tag["id"] for tag in project["tags"] if tag["name"] == name) for name in names]
        self.lesart.do("select-tags", "as", ids)

    def step_start(self):
        """an article is open, the list of tags has the focus"""
        self.path = self.lesart.new_project("codebook.lesart")
        article = self.lesart.folder / "kiosk.txt"
        article.write_text(TEXT, encoding="utf-8")
        self.lesart.start_project(self.path)
        self.lesart.add(article)
        self.lesart.expect("Wind wirft Kiosk um")
        self.lesart.expect_texts("Wind wirft Kiosk um")
        self.lesart.save(self.path)
        self.lesart.focus_window()
        self.lesart.keys("ctrl+alt+k")
        self.lesart.expect(self.lesart.tr("No Tags"))

    def step_make(self):
        """tags are made with Insert, the first one too, one below with Shift+Insert"""
        self.new_tag("Insert", "weather")
        self.expect_tree("weather")
        self.lesart.keys("ctrl+f", "ctrl+z")
        self.expect_tree()
        self.lesart.keys("ctrl+shift+z")
        self.expect_tree("weather")
        self.lesart.keys("ctrl+alt+k")
        self.new_tag("Insert", "storm")
        self.lesart.keys("ctrl+alt+k", "Home")
        self.new_tag("shift+Insert", "wind")
        self.expect_tree("weather", "weather/wind", "storm")

    def step_move(self):
        """Ctrl+Shift+arrows move, nest and take out again"""
        self.select("storm")
        self.lesart.keys("ctrl+alt+k", "ctrl+shift+Right")
        self.expect_tree("weather", "weather/wind", "weather/storm")
        self.lesart.keys("ctrl+shift+Up")
        self.expect_tree("weather", "weather/storm", "weather/wind")
        self.lesart.keys("ctrl+shift+Left")
        self.expect_tree("weather", "weather/wind", "storm")
        self.lesart.keys("ctrl+z", "ctrl+z")
        self.expect_tree("weather", "weather/wind", "weather/storm")

    def step_shortcut(self):
        """F2 gives a shortcut; one that gets in the way of it is told"""
        self.select("wind")
        self.lesart.keys("ctrl+alt+k", "F2")
        self.in_dialog("Tab", "k", "Return")
        wait(lambda: not self.lesart.dialogs(), "the dialog to go")
        self.select("storm")
        self.lesart.focus_window()
        self.lesart.keys("ctrl+alt+k", "F2")
        self.in_dialog("Tab", "k", "7")
        self.lesart.expect("would get in the way")
        self.answer("Escape")

    def step_give(self):
        """comma and the shortcut give the tag to the selected passage"""
        self.lesart.focus_window()
        self.lesart.keys("alt+2", "ctrl+Home", "ctrl+shift+Right", "comma")
        self.lesart.expect(self.lesart.tr("Type the shortcut of a tag"))
        self.lesart.keys("x")
        self.lesart.expect("No tag has the shortcut X")
        self.lesart.keys("k")
        wait(lambda: self.tags_of_annotations() == [["wind"]], "the tag on the passage")
        self.lesart.keys("ctrl+Right", "ctrl+Right", "ctrl+shift+Right", "ctrl+alt+comma", "k")
        wait(lambda: self.tags_of_annotations() == [["wind"], ["wind"]], "the tag on the other passage")

    def step_merge(self):
        """Ctrl+Alt+M merges after saying what changes; one Ctrl+Z takes it back"""
        self.select("wind", "storm")
        self.lesart.keys("ctrl+alt+k", "ctrl+alt+m")
        self.lesart.expect(self.lesart.tr("Into"))
        self.answer("Return")
        self.expect_tree("weather", "weather/wind")
        self.lesart.keys("ctrl+z")
        self.expect_tree("weather", "weather/wind", "weather/storm")

    def step_split(self):
        """a part of the annotations gets a tag of its own"""
        self.select("wind")
        self.lesart.keys("ctrl+alt+k", "ctrl+alt+s")
        self.in_dialog("Tab", "space")
        self.lesart.fill("Name of the New Tag", "headline wind")
        self.lesart.expect("2 annotations change. 1 new tag.")
        self.lesart.press("_Split", in_dialog=True)
        wait(lambda: self.tags_of_annotations() == [["headline wind"], ["headline wind"]], "the new tag")
        self.expect_tree("weather", "weather/wind", "wind/headline wind", "weather/storm")
        self.lesart.focus_window()
        self.lesart.keys("ctrl+z")
        wait(lambda: self.tags_of_annotations() == [["wind"], ["wind"]], "the old tag")

    def step_delete(self):
        """Delete says how many annotations lose the tag"""
        self.select("wind")
        self.lesart.focus_window()
        self.lesart.keys("ctrl+alt+k", "Delete")
        self.lesart.expect("2 annotations are kept, but lose a tag. 2 of them are left without any tag.")
        self.answer("alt+d")
        self.expect_tree("weather", "weather/storm")
        self.lesart.keys("ctrl+z")
        self.expect_tree("weather", "weather/wind", "weather/storm")

    def place_of(self, name):
        """The middle of the row with this name, on the screen."""
        def find():
            for node, role, said in self.lesart.nodes():
                if role == "label" and said == name:
                    box = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
                    if box.width > 0 and box.x > 1000:
                        return box
            return None
        box = wait(find, f"the row “{name}”")
        border = 5
        return box.x + border + 12, box.y + border + box.height // 2

    def step_drag(self):
        """a tag is dragged below another one, and next to it"""
        x, y = self.place_of("storm")
        to_x, to_y = self.place_of("wind")
        self.drag(x, y, to_x, to_y)
        self.expect_tree("weather", "weather/wind", "wind/storm")
        x, y = self.place_of("storm")
        to_x, to_y = self.place_of("weather")
        self.drag(x, y, to_x, to_y - 14)
        self.expect_tree("storm", "weather", "weather/wind")
        self.lesart.keys("ctrl+z", "ctrl+z")
        self.expect_tree("weather", "weather/wind", "weather/storm")

    @staticmethod
    def drag(x, y, to_x, to_y):
        xdotool("mousemove", x, y)
        time.sleep(0.3)
        xdotool("mousedown", 1)
        for step in range(1, 9):
            xdotool("mousemove", x + (to_x - x) * step // 8, y + (to_y - y) * step // 8 + (8 if step < 8 else 0))
            time.sleep(0.1)
        time.sleep(0.3)
        xdotool("mouseup", 1)

    def step_menu(self):
        """the menu of a row colours it"""
        x, y = self.place_of("storm")
        xdotool("mousemove", x, y)
        time.sleep(0.3)
        xdotool("click", 3)
        self.lesart.expect(self.lesart.tr("Mo_ve"))
        self.lesart.keys("Escape")
        self.select("storm")
        self.lesart.do("recolor-tags", "s", "#E5433A")
        wait(lambda: self.lesart.save_changed(self.path)["tags"][2]["color"] == "#E5433A", "the colour")

    def step_filter(self):
        """letters typed in the tree filter it"""
        # A tooltip is a window, too, and would get the keys.
        xdotool("mousemove", 600, 600)
        time.sleep(1)
        self.lesart.focus_window()
        self.lesart.keys("ctrl+alt+k", "s", "t", "o")
        wait(lambda: not self.find_row("wind"), "“wind” to go")
        if not self.find_row("storm") or not self.find_row("weather"):
            raise Failure("“storm” is not shown below “weather”")
        self.lesart.keys("Escape")
        wait(lambda: self.find_row("wind"), "all rows")

    def find_row(self, name):
        return any(role == "panel" and said == name for _node, role, said in self.lesart.nodes())

    def step_import(self):
        """a codebook is looked at and imported in one step"""
        file = self.lesart.folder / "other.qdc"
        file.write_text(QDC, encoding="utf-8")
        self.lesart.do("import-codebook-uri", "s", file.as_uri())
        self.lesart.expect("2 tags are added")
        self.answer("Return")
        self.expect_tree("weather", "weather/wind", "weather/storm", "Frame", "Frame/blame")
        if [s["name"] for s in self.lesart.save_changed(self.path)["tag_sets"]] != ["Tone"]:
            raise Failure("the set is missing")
        self.lesart.keys("ctrl+z")
        self.expect_tree("weather", "weather/wind", "weather/storm")

    def step_broken(self):
        """a broken codebook is told by name and cause"""
        file = self.lesart.folder / "broken & <b>.qdc"
        file.write_text(QDC[:200], encoding="utf-8")
        self.lesart.do("import-codebook-uri", "s", file.as_uri())
        self.lesart.expect("“broken & <b>.qdc” is not a codebook that can be read")
        self.lesart.press("_Close", in_dialog=True)
        wait(lambda: not self.lesart.dialogs(), "the message to go")
        self.expect_tree("weather", "weather/wind", "weather/storm")

    def step_undo_all(self):
        """all of it can be taken back"""
        while self.lesart.is_enabled("undo"):
            self.lesart.do("undo")
        project = self.lesart.save_changed(self.path)
        if project["tags"] or project["annotations"] or "tag_sets" in project:
            raise Failure(json.dumps(project["tags"]))
        while self.lesart.is_enabled("redo"):
            self.lesart.do("redo")
        self.expect_tree("weather", "weather/wind", "weather/storm", "Frame", "Frame/blame")


SCENARIOS = [Codebook]
