# SPDX-License-Identifier: GPL-3.0-or-later
"""The codebook, by keyboard and again by mouse."""
import json
import time

from driver import Atspi, Failure, Journey, wait, xdotool
from pointer import RIGHT, Mouse
from projects import TextByKeys

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


TREE = ("weather", "weather/wind", "weather/storm")
IMPORTED = ("Frame", "Frame/blame")


class Codebook(Journey):
    """An article, and what the saved file and the files that are exported say of its tags."""

    def expect_tree(self, *wanted):
        self.expect_list("tags", lambda: tree(self.lesart.save_changed(self.path)), wanted)

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

    def expect_color(self, name, color):
        wait(lambda: next(tag for tag in self.lesart.saved(self.path)["tags"] if tag["name"] == name)["color"] == color,
             f"“{name}” in {color}")

    def rows(self):
        """The tags from top to bottom, as the tree shows them."""
        name = self.lesart.tr("Tags")
        lists = [node for node, role, said in self.lesart.nodes() if role == "list" and said == name]
        known = {"weather", "wind", "storm"}
        return [said for _node, role, said in self.lesart.nodes(lists[-1:]) if role == "label" and said in known]

    def expect_exported(self, ending, *words):
        def read():
            files = [path for path in self.lesart.folder.iterdir() if path.name.endswith(ending)]
            return files[0].read_text(encoding="utf-8-sig") if files and files[0].stat().st_size else None
        text = wait(read, f"a file *{ending}")
        for word in words:
            if word not in text:
                raise Failure(f"“{word}” is not in {text}")


class CodebookByKeys(TextByKeys, Codebook):
    """No mouse anywhere."""

    def row(self, number, *more):
        """The keys are at this row of the tree."""
        self.lesart.keys("ctrl+alt+k", "Home", *["Down"] * number, *more)

    def step_make(self):
        """tags are made with Insert, the first one too, one below with Shift+Insert"""
        self.lesart.keys("ctrl+alt+k")
        self.lesart.expect(self.lesart.tr("No Tags"))
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
        self.row(2, "ctrl+shift+Right")
        self.expect_tree("weather", "weather/wind", "weather/storm")
        self.lesart.keys("ctrl+shift+Up")
        self.expect_tree("weather", "weather/storm", "weather/wind")
        self.lesart.keys("ctrl+shift+Left")
        self.expect_tree("weather", "weather/wind", "storm")
        self.lesart.keys("ctrl+z", "ctrl+z")
        self.expect_tree("weather", "weather/wind", "weather/storm")

    def step_shortcut(self):
        """F2 gives a shortcut; one that gets in the way of it is told"""
        self.row(1, "F2")
        self.in_dialog("Tab", "k", "Return")
        wait(lambda: not self.lesart.dialogs(), "the dialog to go")
        self.lesart.focus_window()
        self.row(2, "F2")
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
        self.row(1, "shift+Down", "ctrl+alt+m")
        self.lesart.expect(self.lesart.tr("Into"))
        self.answer("Return")
        self.expect_tree("weather", "weather/wind")
        self.lesart.keys("ctrl+z")
        self.expect_tree("weather", "weather/wind", "weather/storm")

    def step_split(self):
        """a part of the annotations gets a tag of its own"""
        self.row(1, "ctrl+alt+s")
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
        self.lesart.focus_window()
        self.row(1, "Delete")
        self.lesart.expect("2 annotations are kept, but lose a tag. 2 of them are left without any tag.")
        self.press_until("Tab", lambda _role, name: name.endswith("Delete"), "the button to delete")
        self.answer("Return")
        self.expect_tree("weather", "weather/storm")
        self.lesart.keys("ctrl+z")
        self.expect_tree("weather", "weather/wind", "weather/storm")

    def step_rename_and_recolor(self):
        """F2 gives another name and another colour"""
        self.row(2, "F2")
        self.in_dialog("ctrl+a")
        self.lesart.type("gale")
        self.lesart.fill("Color Code, Such as #005A95", "#E5433A")
        self.answer("Return")
        self.expect_tree("weather", "weather/wind", "weather/gale")
        self.expect_color("gale", "#E5433A")
        self.lesart.keys("ctrl+z")
        self.expect_tree(*TREE)

    def step_sort(self):
        """the menu above the tree sorts it; shown otherwise, saved as before"""
        for item, rows in (("By _Name", ("weather", "storm", "wind")), ("By _Use", ("weather", "wind", "storm")),
                           ("By _Color", None), ("In _Own Order", ("weather", "wind", "storm"))):
            self.lesart.keys("ctrl+alt+k")
            self.press_until("shift+Tab", lambda _role, name: name == "Sort, Import and Export", "the menu")
            self.lesart.keys("space")
            self.choose(item)
            if rows:
                self.expect_rows(*rows)
        self.expect_tree(*TREE)

    def step_filter(self):
        """letters typed in the tree filter it"""
        self.lesart.keys("ctrl+alt+k", "s", "t", "o")
        wait(lambda: not self.find_row("wind"), "“wind” to go")
        if not self.find_row("storm") or not self.find_row("weather"):
            raise Failure("“storm” is not shown below “weather”")
        self.lesart.keys("Escape")
        wait(lambda: self.find_row("wind"), "all rows")

    def find_row(self, name):
        return any(role == "panel" and said == name for _node, role, said in self.lesart.nodes())

    def step_export(self):
        """the main menu exports the codebook for other programs, and as a table"""
        for item, name, words in (("C_odebook (REFI-QDA)…", "mine.qdc", ("<CodeBook", 'name="weather"', 'name="wind"')),
                                  ("Codebook as Ta_ble (CSV)…", "mine.csv", ("weather", "wind", "storm"))):
            self.choose_in_main_menu("_Export", item)
            self.in_dialog("ctrl+a")
            self.lesart.type(name)
            self.answer("Return")
            self.expect_exported(name, *words)

    def import_file(self, name, text):
        """By the main menu, its path typed into the file chooser."""
        path = self.lesart.folder / name
        path.write_text(text, encoding="utf-8")
        self.choose_in_main_menu("Co_debook", "_Import Codebook…")
        self.in_dialog()
        self.lesart.type(str(path))
        self.lesart.keys("Return")

    def step_import(self):
        """a codebook is looked at and imported in one step"""
        self.import_file("other.qdc", QDC)
        self.lesart.expect("2 tags are added")
        self.answer("Return")
        self.expect_tree(*TREE, *IMPORTED)
        if [s["name"] for s in self.lesart.saved(self.path)["tag_sets"]] != ["Tone"]:
            raise Failure("the set is missing")
        self.lesart.keys("ctrl+z")
        self.expect_tree(*TREE)

    def step_broken(self):
        """a broken codebook is told by name and cause"""
        self.import_file("broken & b.qdc", QDC[:200])
        self.lesart.expect("“broken & b.qdc” is not a codebook that can be read")
        self.answer("Return")
        self.expect_tree(*TREE)

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


class CodebookByMouse(Mouse, Codebook):
    """The same by clicks and drags; only words are typed."""

    def row(self, name):
        def find():
            lists = [node for node, role, said in self.lesart.nodes() if role == "list" and said == self.lesart.tr("Tags")]
            return next((node for node, role, said in self.lesart.nodes(lists[-1:])
                         if role == "label" and said == name), None)
        return self.rest_of(find, f"the row “{name}”")

    def click_row(self, name, **how):
        self.click_at(self.row(name), **how)

    def menu_of(self, name, *labels):
        """The menu of a row."""
        self.click_row(name, button=RIGHT)
        wait(self.popup, "the menu of the row")
        self.choose(*labels)

    def step_make(self):
        """tags are made with the button, one below with the menu of its row"""
        self.click("Tags", ("page tab",))
        for name in ("weather", "storm"):
            self.click("New Tag")
            self.in_dialog()
            self.lesart.type(name)
            self.click("_Apply")
            self.lesart.leave_dialog()
        self.menu_of("weather", "_New Tag Below…")
        self.in_dialog()
        self.lesart.type("wind")
        self.click("_Apply")
        self.lesart.leave_dialog()
        self.expect_tree("weather", "weather/wind", "storm")

    def step_drag(self):
        """a tag is dragged below another one, next to one, and out again"""
        self.drag_row("storm", "weather")
        self.expect_tree(*TREE)
        self.drag_row("storm", "wind")
        self.expect_tree("weather", "weather/wind", "wind/storm")
        self.drag_row("storm", "weather", above=14)
        self.expect_tree("storm", "weather", "weather/wind")
        self.click("Undo")
        self.click("Undo")
        self.expect_tree(*TREE)

    def drag_row(self, name, onto, above=0):
        to_x, to_y = self.row(onto)
        self.leave_alone()
        start = self.row(name)
        self.drag(start, (start[0] + 6, to_y - above), slowly=True)

    def step_give(self):
        """a passage is selected and gets the tag by the menu of its row"""
        view = self.lesart.text_views()[0]
        for words in ("Kiosk", "Montag"):
            self.click_at(self.place_in_text(view, TEXT.index(words, 22) + 2), times=2)
            self.menu_of("wind", "_Tag the Passage With It")
        wait(lambda: self.tags_of_annotations() == [["wind"], ["wind"]], "the tag on both passages")

    def step_rename(self):
        """the pencil gives another name"""
        self.click_row("storm")
        self.click("Edit Tag")
        self.in_dialog("ctrl+a")
        self.lesart.type("gale")
        self.click("_Apply")
        self.lesart.leave_dialog()
        self.expect_tree("weather", "weather/wind", "weather/gale")
        self.click("Undo")
        self.expect_tree(*TREE)

    def step_recolor(self):
        """the menu of a row colours it"""
        self.menu_of("storm", "_Color", "_Red")
        self.expect_color("storm", "#E5433A")

    def step_merge(self):
        """two rows, the menu, a look at what changes, a button"""
        self.click_row("wind")
        self.click_row("storm", holding="ctrl")
        self.menu_of("storm", "_Merge…")
        self.in_dialog()
        self.lesart.expect(self.lesart.tr("Into"))
        self.click("_Merge")
        self.lesart.leave_dialog()
        wait(lambda: len(tree(self.lesart.saved(self.path))) == 2, "two tags")
        self.click("Undo")
        self.expect_tree(*TREE)

    def step_split(self):
        """a part of the annotations gets a tag of its own"""
        self.menu_of("wind", "S_plit…")
        self.in_dialog()
        self.lesart.fill("Name of the New Tag", "headline wind")
        self.click_parts()
        self.click("_Split")
        self.lesart.leave_dialog()
        wait(lambda: "wind/headline wind" in tree(self.lesart.saved(self.path)), "the new tag")
        self.click("Undo")
        self.expect_tree(*TREE)

    def click_parts(self):
        """The first part that is offered."""
        self.click_at(self.rest_of(lambda: next(
            (node for node, role, _name in self.lesart.nodes(self.lesart.dialogs()) if role == "check box"), None), "a part"))

    def step_delete(self):
        """the menu says how many annotations lose the tag"""
        self.menu_of("wind", "_Delete…")
        self.in_dialog()
        self.lesart.expect("2 annotations are kept, but lose a tag. 2 of them are left without any tag.")
        self.click("_Delete")
        self.lesart.leave_dialog()
        self.expect_tree("weather", "weather/storm")
        self.click("Undo")
        self.expect_tree(*TREE)

    def step_sort(self):
        """the menu above the tree sorts it"""
        self.choose_from("Sort, Import and Export", "By _Name")
        self.expect_rows("weather", "storm", "wind")
        self.choose_from("Sort, Import and Export", "By _Use")
        self.expect_rows("weather", "wind", "storm")
        self.choose_from("Sort, Import and Export", "In _Own Order")
        self.expect_rows("weather", "wind", "storm")

    def step_filter(self):
        """letters typed into the search filter the tree"""
        self.click("Search tags", ("entry", "text"))
        self.lesart.type("sto")
        self.expect_rows("weather", "storm")
        self.lesart.keys("ctrl+a", "BackSpace")
        self.expect_rows("weather", "wind", "storm")

    def step_export(self):
        """the menu above the tree exports the codebook for other programs, and as a table"""
        for item, ending, words in (("Export Codebook (_REFI-QDA)…", ".qdc", ("<CodeBook", 'name="weather"')),
                                    ("Export Codebook as _Table (CSV)…", ".csv", ("weather", "wind", "storm"))):
            self.choose_from("Sort, Import and Export", item)
            self.in_dialog()
            self.click("_Save")
            self.lesart.leave_dialog()
            self.expect_exported(ending, *words)

    def step_import(self):
        """a codebook is chosen, looked at, and imported in one step"""
        for file in list(self.lesart.folder.iterdir()):
            if file.suffix in (".qdc", ".csv", ".txt"):
                file.unlink()
        path = self.lesart.folder / "other.qdc"
        path.write_text(QDC, encoding="utf-8")
        self.choose_from("Sort, Import and Export", "_Import Codebook…")
        self.in_dialog()
        self.choose_file(path)
        self.lesart.expect("2 tags are added")
        self.click("_Import")
        self.lesart.leave_dialog()
        self.expect_tree(*TREE, *IMPORTED)
        self.click("Undo")
        self.expect_tree(*TREE)


SCENARIOS = [CodebookByKeys, CodebookByMouse]
