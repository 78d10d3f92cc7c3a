# SPDX-License-Identifier: GPL-3.0-or-later
"""Annotating: the flow, bounds and overlaps; by the keys alone, and again by the mouse.

Point 1 is step_clicks .. step_active_tag, point 2 step_bounds .. step_importance, point 3 step_outwards.
"""
import json
import shutil
import time

from driver import SAMPLE, Atspi, Failure, Journey, wait
from pointer import RIGHT, Mouse

QUOTE = '"Wir hatten Glück mit dem Wind und mit den Leuten"'
BORDER = 5          # between the window's edge and what AT-SPI counts from


class Annotating(Journey):
    """The sample project with one article open."""

    def step_open(self):
        """the sample stands open with one article"""
        self.path = self.lesart.folder / "sample.lesart"
        shutil.copy(SAMPLE, self.path)
        self.lesart.start_project(self.path)
        self.article = json.loads(SAMPLE.read_text(encoding="utf-8"))["articles"][0]
        self.lesart.do("open-pair", "(ss)", (self.article["id"], ""))
        self.lesart.expect_texts("STRANDVIK (nda)")
        self.lesart.focus_window()

    def put_cursor(self, words):
        """Before these words of the article."""
        offset = self.article["text"].index(words)
        self.lesart.do("select-range", "(sii)", ("left", offset, offset))
        self.lesart.do("focus-left")
        wait(lambda: Atspi.Text.get_caret_offset(self.view()) == offset, "the cursor")

    def view(self):
        return self.lesart.text_views()[0]

    def saved(self):
        project = self.lesart.save_changed(self.path)
        self.tags = {tag["id"]: tag["name"] for tag in project["tags"]}
        return [note for note in project["annotations"] if note["article"] == self.article["id"]]

    def expect_saved(self, test, what):
        return wait(lambda: next((note for note in self.saved() if test(note)), None), what)

    def names(self, note):
        return [self.tags[tag] for tag in note.get("tags", [])]

    def expect_exact(self, beginning, end):
        """The annotation that reaches from these words to those."""
        return self.expect_saved(lambda note: note["exact"].startswith(beginning) and note["exact"].endswith(end),
                                 f"an annotation “{beginning} ... {end}”")

    def expect_selected(self, words):
        def is_selected():
            if Atspi.Text.get_n_selections(self.view()) != 1:
                return False
            selection = Atspi.Text.get_selection(self.view(), 0)
            return Atspi.Text.get_text(self.view(), selection.start_offset, selection.end_offset) == words
        wait(is_selected, f"“{words}” to be selected")

    def expect_count(self, count):
        wait(lambda: len(self.saved()) == count, f"{count} annotations")


class AnnotatingByKeys(Annotating):
    """No mouse anywhere."""

    def step_two_keys(self):
        """two keys tag the sentence at the cursor"""
        self.before = len(self.saved())
        self.put_cursor("brachten die Menschen")
        self.lesart.keys("s", "1")
        note = self.expect_exact("Rettungsboote brachten", "in Strandvik sagte.")
        if len(note["tags"]) != 1:
            raise Failure(f"not one tag: {self.names(note)}")
        self.lesart.keys("ctrl+z")
        self.expect_count(self.before)

    def step_units(self):
        """W, S and P take the word, the sentence, the paragraph at the cursor"""
        text = self.article["text"]
        start = text.index("Rettungsboote brachten")
        sentence = text[start:text.index("sagte.", start) + 6]
        for key, words in (("w", "Menschen"), ("s", sentence)):
            self.put_cursor("Menschen bis kurz")
            self.lesart.keys(key)
            self.expect_selected(words)
            self.lesart.keys("Escape")
        self.put_cursor("Menschen bis kurz")
        self.lesart.keys("p")
        wait(lambda: self.selected().endswith(sentence) and "An Bord waren" in self.selected(), "the paragraph")
        self.lesart.keys("Escape")

    def selected(self):
        if Atspi.Text.get_n_selections(self.view()) != 1:
            return ""
        selection = Atspi.Text.get_selection(self.view(), 0)
        return Atspi.Text.get_text(self.view(), selection.start_offset, selection.end_offset)

    def step_repeat(self):
        """R gives the tag again that was given last; one key undoes it"""
        self.before = len(self.saved())
        self.put_cursor("Niemand ist gerannt")
        self.lesart.keys("w", "2")
        first = self.expect_saved(lambda note: note["exact"] == "Niemand", "the first")
        self.put_cursor("gerannt, niemand")
        self.lesart.keys("w", "r")
        again = self.expect_saved(lambda note: note["exact"] == "gerannt", "the second")
        if again["tags"] != first["tags"]:
            raise Failure(f"other tags: {self.names(again)}")
        self.lesart.keys("ctrl+z", "ctrl+z")
        self.expect_count(self.before)

    def step_tag_and_note(self):
        """a sentence, an existing tag, a note of three words, and back in the text"""
        self.put_cursor("brachten die Menschen")
        self.lesart.keys("s", "t")
        self.lesart.focus_popup()
        self.lesart.type("folg")
        self.lesart.keys("Tab")
        self.lesart.type("look this up")
        self.lesart.keys("Escape")
        note = self.expect_exact("Rettungsboote brachten", "in Strandvik sagte.")
        if self.names(note) != ["Folgen"]:
            raise Failure(f"other tags: {self.names(note)}")
        self.expect_saved(lambda other: other.get("note") == "look this up", "the note")
        role, name = wait(self.lesart.focused, "something with the focus")
        if role != "text" or "Note" in name:
            raise Failure(f"the focus is on {role} “{name}”")
        if Atspi.Text.get_n_selections(self.view()) != 1:
            raise Failure("the passage is not selected any more")

    def step_note_is_one_step(self):
        """undoing takes the note back at once, then the tag with its annotation"""
        self.lesart.keys("ctrl+z")
        self.expect_saved(lambda note: note["exact"].startswith("Rettungsboote") and "note" not in note, "no note")
        self.lesart.keys("ctrl+z")
        self.expect_count(self.before)
        self.lesart.keys("ctrl+shift+z", "ctrl+shift+z")
        self.expect_saved(lambda note: note.get("note") == "look this up", "the note again")

    def step_active_tag(self):
        """an active tag takes every selection until Escape"""
        self.put_cursor("Warum das Schiff")
        self.lesart.keys("a")
        self.lesart.focus_popup()
        self.lesart.type("tonn")
        self.lesart.keys("Return")
        chip = self.lesart.tr("Every selection is tagged “%s”. Press to end this (Esc)").replace("%s", "Tonne")
        self.lesart.expect(chip)
        self.lesart.keys("s")
        self.expect_exact("Warum das Schiff", "ist ungeklärt.")
        self.lesart.keys("s")
        note = self.expect_exact("Warum das Schiff", "gelegen habe.")
        if self.names(note) != ["Tonne"]:
            raise Failure(f"other tags: {self.names(note)}")
        self.expect_count(self.before + 2)
        self.put_cursor("Der Kapitän habe")
        for _letter in range(3):
            self.lesart.keys("ctrl+shift+Right")
        self.expect_saved(lambda other: other["exact"] == "Der Kapitän habe", "what Shift selected")
        self.lesart.keys("Escape")
        self.lesart.expect_gone(chip)
        self.lesart.keys("Escape", "s")
        self.expect_count(self.before + 3)

    def step_bounds(self):
        """the keys move both ends by letter, word and sentence, in one step of undoing"""
        self.put_cursor("Wir hatten Glück")
        self.lesart.keys("Right", "b")
        self.lesart.keys("Left", "ctrl+Left", "Down", "Tab", "ctrl+Right", "Return")
        self.expect_exact("hatten Glück", "sagte Oltmer.")
        self.lesart.keys("ctrl+z")
        self.expect_saved(lambda note: note["exact"] == QUOTE, "the old bounds")

    def step_split_and_join(self):
        """an annotation is split at the cursor and joined again"""
        count = len(self.saved())
        self.put_cursor("mit dem Wind")
        self.lesart.keys("ctrl+h")
        self.expect_exact("mit dem Wind", 'den Leuten"')
        self.expect_count(count + 1)
        self.lesart.keys("shift+F7", "ctrl+shift+j")
        self.expect_saved(lambda note: note["exact"] == QUOTE, "the whole again")
        self.expect_count(count)

    def step_importance(self):
        """one key raises the importance"""
        self.lesart.do("focus-left")
        self.lesart.keys("i", "i")
        self.expect_saved(lambda note: note["exact"] == QUOTE and note.get("importance") == 2, "two stars")
        self.lesart.keys("i", "i")
        self.expect_saved(lambda note: note["exact"] == QUOTE and "importance" not in note, "no star")

    def step_outwards(self):
        """one key goes from the shortest annotation outwards, and says where it is"""
        self.put_cursor("Glück mit dem")
        self.lesart.keys("w", "1")
        self.expect_saved(lambda note: note["exact"] == "Glück", "an inner annotation")
        words = self.lesart.tr("%s (%u of %u here)")
        self.lesart.keys("Escape", "Left", "Left")
        for rank in (1, 2, 1):
            self.lesart.expect(words.replace("%s (%u", f"({rank}").replace("%u", "2"))
            self.lesart.keys("o")


class AnnotatingByMouse(Mouse, Annotating):
    """The same by clicks and drags."""

    def place_of_words(self, words, at=0):
        """In pixels of the screen: the middle of a letter."""
        return self.place_in_text(self.view(), self.article["text"].index(words) + at)

    def click_text(self, words, times=1, at=0, **how):
        self.click_at(self.place_of_words(words, at), times=times, **how)

    def menu_of(self, words, label, at=0):
        """The menu of a place in the text."""
        self.click_text(words, at=at, button=RIGHT)
        wait(self.popup, "the menu of the text")
        self.choose(label)

    def step_clicks(self):
        """a double click takes the word, a triple click the sentence, a drag whole words"""
        self.before = len(self.saved())
        self.click_text("Fahrwassertonne", 2, at=4)
        self.expect_selected("Fahrwassertonne")
        self.click_text("Rettungsboote", 3, at=4)
        self.expect_selected("Rettungsboote brachten die Menschen bis kurz nach Mitternacht an Land, "
                             "wie Hafenmeisterin Wiebke Oltmer am Mittwoch in Strandvik sagte.")
        self.drag(self.place_of_words("Rettungsboote", 3), self.place_of_words("Menschen bis", 3))
        self.expect_selected("Rettungsboote brachten die Menschen")

    def step_bar(self):
        """the bar at the selection gives a tag"""
        self.lesart.press("Tag with “%s” (%d)".replace("%s", "Karte und Rinne").replace("%d", "1"))
        note = self.expect_exact("Rettungsboote", "die Menschen")
        if self.names(note) != ["Karte und Rinne"]:
            raise Failure(f"other tags: {self.names(note)}")

    def step_picker(self):
        """the bar opens the picker; a click on a tag gives it, a click on its chip takes it; the note is written below"""
        self.click_text("Rettungsboote", 3, at=4)
        self.click("Tag the Selected Passage")
        wait(self.popup, "the picker")
        self.click_in_popup("Folgen")
        self.expect_saved(lambda note: note["exact"].startswith("Rettungsboote") and note["exact"].endswith("sagte.")
                          and self.names(note) == ["Folgen"], "the tag")
        self.lesart.keys("Escape")
        self.click("Undo")
        self.expect_count(self.before + 1)

    def step_handles(self):
        """a handle moves an end of the annotation, in one step of undoing"""
        self.click_text(QUOTE, at=8)
        x, y = self.place_of_words(QUOTE, len(QUOTE) - 1)
        self.drag((x + 3, y + 9), self.place_of_words("sagte Oltmer", 9))
        self.expect_exact(QUOTE, "sagte Oltmer")
        self.click("Undo")
        self.expect_saved(lambda note: note["exact"] == QUOTE, "the old bounds")

    def step_split_and_join(self):
        """the menu of the text splits an annotation where it was opened, and joins it again"""
        count = len(self.saved())
        self.menu_of("mit dem Wind", "_Split Annotation Here", at=1)
        self.expect_count(count + 1)
        self.click_text(QUOTE, at=8)
        self.menu_of(QUOTE, "_Join With Neighbouring Annotation", at=8)
        self.expect_saved(lambda note: note["exact"] == QUOTE, "the whole again")
        self.expect_count(count)

    def step_stars(self):
        """a star says how important it is; pressed again it says nothing"""
        self.click_text(QUOTE, at=8)
        for wanted in (3, None):
            self.lesart.press("Importance 3 of 3")
            self.expect_saved(lambda note: note["exact"] == QUOTE and note.get("importance") == wanted, f"{wanted} stars")

    def step_active_tag(self):
        """with an active tag each drag is an annotation; the chip ends it"""
        count = len(self.saved())
        self.menu_of("Die Fähre war um", "Tag _Every Selection…", at=1)
        self.lesart.expect(self.lesart.tr("Find or create a tag"))
        self.click_in_popup("Wertung")
        self.drag(self.place_of_words("Die Fähre war um", 1), self.place_of_words("war um 18.40", 1))
        self.drag(self.place_of_words("Gegen 19.30", 1), self.place_of_words("geriet sie nach", 2))
        for words in ("Die Fähre war", "Gegen 19.30 Uhr geriet"):
            note = self.expect_saved(lambda other: other["exact"] == words, words)
            if self.names(note) != ["Wertung"]:
                raise Failure(f"other tags: {self.names(note)}")
        chip = self.lesart.tr("Every selection is tagged “%s”. Press to end this (Esc)").replace("%s", "Wertung")
        self.lesart.press(chip)
        self.lesart.expect_gone(chip)
        self.drag(self.place_of_words("Niemand ist", 1), self.place_of_words("gerannt", 2))
        self.expect_selected("Niemand ist gerannt")
        self.expect_count(count + 2)

    def step_outwards(self):
        """a click takes the shortest annotation, each further one the next longer"""
        start = self.article["text"].index(QUOTE)
        self.lesart.do("annotate-range", "(siiss)", ("left", start + 1, start + 17, "Folgen", ""))
        words = self.lesart.tr("%s (%u of %u here)")
        self.lesart.keys("Escape", "Escape")          # the bar at the selection lies on it
        for rank in (1, 2, 1):
            self.click_text(QUOTE, at=8)
            self.lesart.expect(words.replace("%s (%u", f"({rank}").replace("%u", "2"))


SCENARIOS = [AnnotatingByKeys, AnnotatingByMouse]
