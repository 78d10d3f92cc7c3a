# SPDX-License-Identifier: GPL-3.0-or-later
"""Linking two reports by keys alone, and what comes of it in the claims table."""
import json

from driver import Atspi, Failure, Journey, wait, xdotool

LEFT = ("Lighthouse of Gorm goes dark\n\nThe lighthouse of Gorm stopped working on Friday, the coast guard said. "
        "Three sailors were hurt.\n\nFishermen will block the harbour on Monday.\n")
RIGHT = ("Gorm lighthouse out of order\n\nOn Friday the lighthouse of Gorm stopped working, the coast guard said. "
         "Four sailors were slightly injured.\n")


class Linking(Journey):
    """Mark, link, miss, match, table, undo, reopen."""

    def step_start(self):
        """two reports stand side by side"""
        self.path = self.lesart.folder / "gorm.lesart"
        self.path.write_text(json.dumps({
            "format": "lesart-project", "version": 1, "id": "p", "title": "Gorm",
            "articles": [{"id": "left", "outlet": "Gorm Gazette", "language": "en", "text": LEFT},
                         {"id": "right", "outlet": "Coast Wire", "language": "en", "text": RIGHT}],
            "tags": [], "annotations": [], "links": [], "comparisons": []}), encoding="utf-8")
        self.lesart.start_project(self.path)
        self.lesart.expect("Gorm")
        self.lesart.do("open-pair", "(ss)", ("left", "right"))
        wait(lambda: self.lesart.is_enabled("next-match"), "matches")
        self.lesart.focus_window()

    def select(self, side, text, words):
        start = text.index(words)
        self.lesart.do("select-range", "(sii)", (side, start, start + len(words)))
        self.lesart.do(f"focus-{side}")

    def links(self):
        return self.lesart.save_changed(self.path)["links"]

    def step_pointer_on_picker(self):
        """a tag is given while the pointer rests where the picker comes and goes"""
        view = self.lesart.text_views()[0]
        place = Atspi.Text.get_character_extents(view, LEFT.index("coast guard"), Atspi.CoordType.WINDOW)
        xdotool("mousemove", place.x + 40, place.y + 90)
        for words in ("coast guard", "Lighthouse"):
            before = len(self.lesart.save_changed(self.path)["annotations"])
            self.select("left", LEFT, words)
            self.lesart.keys("t")
            self.lesart.expect(self.lesart.tr("Find or create a tag"))
            self.lesart.focus_popup()
            self.lesart.type("abc")
            self.lesart.keys("Return")
            wait(lambda: len(self.lesart.save_changed(self.path)["annotations"]) == before + 1, "an annotation")
        self.lesart.do("undo")
        self.lesart.do("undo")
        wait(lambda: not self.lesart.save_changed(self.path)["annotations"], "no annotations")

    def step_escape(self):
        """a start is shown, and Escape forgets it"""
        self.select("left", LEFT, "Three sailors were hurt.")
        self.lesart.keys("l")
        wait(lambda: self.lesart.is_enabled("cancel-link"), "a pending start")
        self.lesart.expect("Three sailors were hurt.")
        self.lesart.keys("Escape")
        wait(lambda: not self.lesart.is_enabled("cancel-link"), "no pending start")

    def step_link(self):
        """two keys and the first letters of a relation link two passages"""
        self.lesart.keys("l")
        wait(lambda: self.lesart.is_enabled("cancel-link"), "a pending start")
        self.select("right", RIGHT, "Four sailors were slightly injured.")
        self.lesart.keys("l")
        self.lesart.expect(self.lesart.tr("Find or create a relation"))
        self.lesart.focus_popup()
        self.lesart.type(self.lesart.tr("contradicts")[:4])
        self.lesart.keys("Return")
        wait(lambda: not self.lesart.is_enabled("cancel-link"), "the link")
        project = self.lesart.save(self.path)
        if [link["relation"] for link in project["links"]] != ["contradicts"] or len(project["annotations"]) != 2:
            raise Failure(json.dumps(project["links"]))

    def step_missing(self):
        """one key says that the other report lacks a passage"""
        self.select("left", LEFT, "Fishermen will block the harbour on Monday.")
        self.lesart.keys("m")
        wait(lambda: len(self.links()) == 2, "the second link")
        link = self.links()[1]
        if link["relation"] != "missing" or link["missing_in"] != "right" or "to" in link:
            raise Failure(json.dumps(link))

    def step_match(self):
        """one key makes a match a link; undo takes it back with its annotations"""
        self.lesart.do("next-match")
        self.lesart.do("focus-left")
        self.lesart.keys("k")
        wait(lambda: len(self.links()) == 3, "the third link")
        self.lesart.do("undo")
        wait(lambda: len(self.links()) == 2, "two links")
        self.lesart.do("redo")
        wait(lambda: len(self.links()) == 3, "three links")

    def step_list(self):
        """the list goes from link to link"""
        self.lesart.do("show-page", "s", "links")
        self.lesart.expect(self.lesart.tr("contradicts"))
        self.lesart.keys("F4")
        wait(lambda: self.lesart.is_enabled("remove-link"), "a current link")

    def step_claims(self):
        """the claims table shows three claims, and Enter leads back to the texts"""
        self.lesart.keys("alt+5")
        wait(lambda: self.lesart.describe("view")[1] == "claims", "the claims table")
        self.lesart.expect("3 claims")
        self.lesart.expect(self.lesart.tr("missing"))
        self.lesart.keys("Return")
        wait(lambda: self.lesart.describe("view")[1] == "texts", "the texts")

    def step_escape_claims(self):
        """Escape leaves the table"""
        self.lesart.keys("alt+5")
        wait(lambda: self.lesart.describe("view")[1] == "claims", "the claims table")
        self.lesart.keys("Escape")
        wait(lambda: self.lesart.describe("view")[1] == "texts", "the texts")

    def step_remove(self):
        """a link is removed, its annotations stay"""
        before = len(self.lesart.save_changed(self.path)["annotations"])
        self.lesart.do("remove-link", "s", self.links()[0]["id"])
        wait(lambda: len(self.links()) == 2, "two links")
        if len(self.lesart.save_changed(self.path)["annotations"]) != before:
            raise Failure("annotations went with the link")
