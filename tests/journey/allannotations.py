# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of all annotations and notes, by the keys alone, and again by the mouse."""
import csv
import io

from driver import Failure, wait
from pointer import Mouse
from projects import OnProject

HARBOUR = ("Herons return to Gull Harbour\n\nA hundred herons came back to Gull Harbour on Tuesday. "
           "The warden spoke of a small miracle. Fishermen fear for their catch.\n")
MARSH = ("Marsh full of herons\n\nAbout eighty herons stand in the marsh, the bird club said. "
         "Nobody knows why they came. A miracle, said the warden.\n")


class AllAnnotations(OnProject):
    """Two articles with six annotations."""

    articles = {"harbour": ("Harbour Post", "en", HARBOUR), "marsh": ("Marsh Mail", "en", MARSH)}
    tags = (("numbers", "numbers", None), ("voices", "voices", None), ("warden", "warden", "voices"),
            ("open", "open question", None))
    annotations = (("a1", "harbour", "A hundred herons", ["numbers"]),
                   ("a2", "harbour", "a small miracle", ["warden"], {"speaker": "Ivo Brand"}),
                   ("a3", "harbour", "Fishermen fear for their catch", []),
                   ("b1", "marsh", "About eighty herons", ["numbers"], {"note": "eighty or a hundred"}),
                   ("b2", "marsh", "Nobody knows why they came", []),
                   ("b3", "marsh", "A miracle", ["warden"], {"speaker": "Ivo Brand"}))
    everything = ("a1", "a2", "a3", "b1", "b2", "b3")

    def expect_view(self, name):
        wait(lambda: self.lesart.describe("view")[1] == name, f"the view “{name}”")

    def rows(self):
        """The passages that the list shows, from top to bottom."""
        words = {words for _id, _article, words, *_more in self.annotations}
        view = self.lesart.find(self.lesart.tr("Annotations and notes"), ("list",))
        return [name for _node, role, name in self.lesart.nodes([view]) if role == "label" and name in words] if view else []

    def expect_count(self, count):
        words = self.lesart.tr_count("%'u of %'u annotation", "%'u of %'u annotations", 6)
        self.lesart.expect(words.replace("%'u", str(count), 1).replace("%'u", "6"))

    def expect_selected(self, count):
        self.lesart.expect(self.lesart.tr_count("%'u selected", "%'u selected", count).replace("%'u", str(count)))

    def expect_all(self):
        wait(lambda: len(self.rows()) == 6, "all rows")

    def expect_grouping(self, name, *headings):
        wait(lambda: self.lesart.describe("group-notes")[1] == name, f"groups by {name}")
        for heading in headings:
            self.lesart.expect(heading)

    def expect_csv(self, *passages):
        rows = list(csv.DictReader(io.StringIO(self.exported(".csv"))))
        if not rows or len(rows) != len(passages):
            raise Failure(f"exported {rows}")
        for row, passage in zip(rows, passages):
            if passage not in row.values():
                raise Failure(f"“{passage}” is not in {row}")

    def expect_passage(self, beginning, passage):
        """The text is open at this passage."""
        self.expect_view("texts")
        self.lesart.expect_texts(beginning)
        self.lesart.expect(passage)


class AllAnnotationsByKeys(AllAnnotations):
    """No mouse anywhere."""

    def step_list(self):
        """one key shows them all; the first has the focus"""
        self.lesart.keys("ctrl+alt+a")
        self.expect_view("annotations")
        self.expect_all()

    def step_words(self):
        """words are searched for in passages and notes; Escape shows all again"""
        self.lesart.keys("slash")
        self.lesart.type("miracle")
        self.expect_rows("a small miracle", "A miracle")
        self.expect_count(2)
        self.lesart.keys("ctrl+a")
        self.lesart.type("eighty or")
        self.expect_rows("About eighty herons")
        self.lesart.keys("Escape")
        self.expect_all()

    def step_filter(self):
        """a tag filters, with those below it; the filter goes as it came"""
        self.lesart.keys("alt+shift+f")
        self.lesart.expect(self.lesart.tr("Find a filter"))
        self.lesart.type("voic")
        self.lesart.keys("Return", "Escape")
        self.expect_rows("a small miracle", "A miracle")
        self.lesart.keys("alt+shift+f")
        self.lesart.expect(self.lesart.tr("Find a filter"))
        self.lesart.type("voic")
        self.lesart.keys("Return", "Escape")
        self.expect_all()

    def step_group(self):
        """a key groups by tag, by speaker, not at all, by article"""
        for name, heading in (("tag", "numbers"), ("speaker", "Ivo Brand"), ("none", ""), ("article", "Harbour Post")):
            self.lesart.keys("alt+shift+g")
            self.expect_grouping(name, heading)

    def step_tag_many(self):
        """two rows get a tag in one step of undoing"""
        self.lesart.keys("Home", "Down", "Down", "shift+Down")
        self.expect_selected(2)
        self.lesart.keys("t")
        self.lesart.expect(self.lesart.tr("Find or create a tag"))
        self.lesart.type("open")
        self.lesart.keys("Return")
        self.expect_tags(a2=["warden", "open question"], a3=["open question"], a1=["numbers"])
        self.lesart.keys("ctrl+z")
        self.expect_tags(a2=["warden"], a3=[])
        self.lesart.keys("ctrl+shift+z")
        self.expect_tags(a2=["warden", "open question"], a3=["open question"])

    def step_untag_many(self):
        """the same two lose it again"""
        self.expect_selected(2)
        self.lesart.keys("u")
        self.lesart.expect(self.lesart.tr("Find a tag"))
        self.lesart.type("open")
        self.lesart.keys("Return")
        self.expect_tags(a2=["warden"], a3=[])

    def step_export(self):
        """what is selected goes into a table"""
        self.expect_selected(2)
        self.lesart.keys("ctrl+alt+e")
        self.lesart.enter_dialog()
        self.lesart.type("two.csv")
        self.lesart.keys("Return")
        self.lesart.leave_dialog()
        self.expect_csv("a small miracle", "Fishermen fear for their catch")

    def step_delete_many(self):
        """Delete takes both, and one undoing brings them back"""
        self.expect_selected(2)
        self.lesart.keys("Delete")
        self.expect_annotations("a1", "b1", "b2", "b3")
        self.lesart.keys("ctrl+z")
        self.expect_annotations(*self.everything)

    def step_note(self):
        """N writes a note below the list, Escape leads back to the row"""
        self.lesart.keys("Home", "Down", "n")
        self.lesart.type("count again")
        self.lesart.keys("Escape")
        self.expect_saved(lambda project: any(annotation.get("note") == "count again" and annotation["id"] == "a1"
                                              for annotation in project["annotations"]), "the note")

    def step_passage(self):
        """Enter leads to the passage in its text"""
        self.lesart.keys("End")
        self.lesart.keys("Return")
        self.expect_passage("Marsh full of herons", "A miracle")
        role, _name = wait(self.lesart.focused, "something with the focus")
        if role != "text":
            raise Failure(f"the focus is on {role}")


class AllAnnotationsByMouse(Mouse, AllAnnotations):
    """The same by clicks; only words are typed."""

    def click_row(self, words, **how):
        self.click_in_row("Annotations and notes", words, **how)

    def step_list(self):
        """the main menu shows them all"""
        self.choose_from("Main Menu", "_View", "_All Annotations")
        self.expect_view("annotations")
        self.expect_all()

    def step_words(self):
        """a click into the search, and one on its end"""
        self.click("Search passages and notes", ("entry", "text"))
        self.lesart.type("miracle")
        self.expect_rows("a small miracle", "A miracle")
        self.expect_count(2)
        self.lesart.keys("ctrl+a", "BackSpace")
        self.expect_all()

    def step_filter(self):
        """a click on a tag filters, with those below it; the chip takes the filter away"""
        self.open_popup("Filter Annotations")
        self.click_in_popup("voices")
        self.expect_rows("a small miracle", "A miracle")
        self.lesart.keys("Escape")
        self.click_words(self.lesart.tr("Remove Filter “%s”").replace("%s", "voices"), ("push button",))
        self.expect_all()

    def step_group(self):
        """the menu groups them"""
        for name, label, heading in (("tag", "_Tag", "numbers"), ("speaker", "_Speaker", "Ivo Brand"),
                                     ("none", "_Nothing", ""), ("article", "_Article", "Harbour Post")):
            self.open_popup("Group Annotations")
            self.choose(("grouping", label))
            self.expect_grouping(name, heading)

    def step_tag_many(self):
        """rows clicked with Ctrl get a tag together"""
        self.click_row("A hundred herons")
        self.click_row("A miracle", holding="ctrl")
        self.expect_selected(2)
        self.open_popup("Tag the Selected Annotations")
        self.click_in_popup("open question")
        self.expect_tags(a1=["numbers", "open question"], b3=["warden", "open question"], a2=["warden"])

    def step_untag_many(self):
        """and lose it"""
        self.expect_selected(2)
        self.open_popup("Remove a Tag From the Selected Annotations")
        self.click_in_popup("open question")
        self.expect_tags(a1=["numbers"], b3=["warden"])

    def step_export(self):
        """the button writes what is selected into a table"""
        self.expect_selected(2)
        self.choose_from("Export What Is Selected, or All That Is Shown", "As _Table (CSV)…")
        self.lesart.enter_dialog()
        self.click("_Save")
        self.lesart.leave_dialog()
        self.expect_csv("A hundred herons", "A miracle")

    def step_delete_many(self):
        """rows clicked with Shift are deleted; undoing brings them back"""
        self.click_row("Nobody knows why they came")
        self.click_row("A miracle", holding="shift")
        self.expect_selected(2)
        self.click("Delete What Is Selected")
        self.expect_annotations("a1", "a2", "a3", "b1")
        self.click("Undo")
        self.expect_annotations(*self.everything)

    def step_passage(self):
        """a double click leads to the passage, and so does the button"""
        self.click_row("Fishermen fear for their catch", times=2)
        self.expect_passage("Herons return", "Fishermen fear for their catch")
        self.choose_from("Main Menu", "_View", "_All Annotations")
        self.click_row("A miracle")
        self.click("Go to the _Passage")
        self.expect_passage("Marsh full of herons", "A miracle")


class AllAnnotationsByMouseInGerman(AllAnnotationsByMouse):
    """The same in German."""

    language = "de"


SCENARIOS = [AllAnnotationsByKeys, AllAnnotationsByMouse, AllAnnotationsByMouseInGerman]
