# SPDX-License-Identifier: GPL-3.0-or-later
"""Correcting a text and adding a newer version, by the keys alone, and again by the mouse."""
from driver import Failure, wait
from projects import OnProject, TextByKeys, TextByMouse

TEXT = ("Kahn im Schilf gefunden\n\nBACHTAL (nda) - Ein Kahn wurde am Montag im Schiif gefunden. "
        "Niemand war an Bord. Menu Wetter Sport. Der Ruderverein holte ihn am Abend ab.\n")
CORRECTED = TEXT.replace("Schiif", "Schilf").replace("Niemand war an Bord. Menu Wetter Sport. ", "")
NEWER = ("Kahn im Schilf gefunden\n\nBACHTAL (nda) - Ein Kahn wurde am Montag im Schilf gefunden. "
         "Der Ruderverein holte ihn am Dienstag ab.\n")


class Correcting(OnProject):
    """An article with three annotations: one gets other words, one loses its place, one stays."""

    title = "Kahn"
    articles = {"a": ("Bachtaler Bote", "de", TEXT)}
    annotations = (("n1", "a", "im Schiif gefunden"), ("n2", "a", "Niemand war an Bord"), ("n3", "a", "Der Ruderverein"))

    corrected = False

    def text_of(self, article):
        return CORRECTED if self.corrected else super().text_of(article)

    def by_id(self, project):
        return {annotation["id"]: annotation for annotation in project["annotations"]}

    def expect_corrected(self):
        self.lesart.leave_dialog()
        project = self.expect_saved(lambda project: project["articles"][0]["text"] == CORRECTED, "the corrected text")
        notes = self.by_id(project)
        if (notes["n1"]["exact"], notes["n1"].get("review")) != ("im Schilf gefunden", "changed"):
            raise Failure(f"{notes['n1']}")
        if notes["n2"].get("review") != "place" or "review" in notes["n3"]:
            raise Failure(f"{notes}")

    def expect_placed(self):
        self.expect_saved(lambda project: self.by_id(project)["n2"]["exact"] == "Ein Kahn", "the annotation to be placed")

    def expect_reviewed(self):
        self.expect_saved(lambda project: not any("review" in note for note in project["annotations"]), "all reviewed")
        wait(lambda: not self.lesart.is_enabled("review"), "nothing to review")

    def expect_version(self):
        """Both stand side by side, and the annotations are on the newer one."""
        self.lesart.leave_dialog()
        self.lesart.expect_texts("am Abend ab", "am Dienstag ab")
        project = self.expect_saved(lambda project: len(project["articles"]) == 2, "two versions")
        newer = next(article for article in project["articles"] if article.get("version_of") == "a")
        notes = self.by_id(project)
        if len(notes) != 3 or any(note["article"] != newer["id"] for note in notes.values()):
            raise Failure(f"{notes}")

    def expect_before(self):
        project = self.expect_saved(lambda project: len(project["articles"]) == 1 and
                                    project["articles"][0]["text"] == TEXT, "the text of before")
        notes = self.by_id(project)
        if notes["n2"]["exact"] != "Niemand war an Bord" or any("review" in note for note in notes.values()):
            raise Failure(f"{notes}")


class CorrectingByKeys(TextByKeys, Correcting):
    """No mouse anywhere; long texts are put into their fields at once, as pasting would."""

    def step_edit(self):
        """Ctrl+Shift+E, a word corrected, two sentences removed, Ctrl+Enter"""
        self.lesart.keys("ctrl+shift+e")
        self.lesart.enter_dialog()
        self.lesart.fill("Text of the article", CORRECTED)
        wait(lambda: self.lesart.find_pattern(self.lesart.tr_count("%u place changed", "%u places changed", 2)
                                              .replace("%u", "2")), "what was changed")
        self.lesart.keys("ctrl+Return")
        self.expect_corrected()

    def step_place(self):
        """Ctrl+F7 lists what is doubtful; a passage is selected and Ctrl+Shift+B places it there"""
        self.lesart.keys("ctrl+F7")
        self.lesart.expect("Niemand war an Bord")
        self.corrected = True
        self.go_to(0, "a", "Ein Kahn wurde")
        self.lesart.keys("ctrl+shift+Right", "ctrl+shift+Right", "ctrl+shift+b")
        self.expect_placed()

    def step_confirm(self):
        """Ctrl+F7 goes to the next, Ctrl+Shift+Enter accepts it"""
        self.lesart.keys("ctrl+F7", "ctrl+shift+Return")
        self.expect_reviewed()

    def step_version(self):
        """Ctrl+Shift+N, the text of a newer version, Ctrl+Enter"""
        self.lesart.keys("ctrl+shift+n")
        self.lesart.enter_dialog()
        self.lesart.fill("Text of the newer version", NEWER)
        wait(lambda: self.lesart.find_pattern("word(s)? added"), "what the outlet changed")
        self.lesart.keys("ctrl+Return")
        self.expect_version()

    def step_undo(self):
        """Ctrl+Z takes the version and the corrections back"""
        for _change in range(4):
            self.lesart.keys("ctrl+z")
        self.expect_before()


class CorrectingByMouse(TextByMouse, Correcting):
    """The same by clicks."""

    def step_edit(self):
        """the menu of the article, its text, a button"""
        self.choose_from("Article Menu", "Edit _Text…")
        self.lesart.enter_dialog()
        self.lesart.fill("Text of the article", CORRECTED)
        wait(lambda: self.lesart.find_pattern("2 places changed"), "what was changed")
        self.click("_Apply")
        self.expect_corrected()
        self.corrected = True

    def step_place(self):
        """the list shows what is doubtful; a drag marks a passage and a button places it there"""
        self.click("Review", ("page tab",))
        self.click_in_row("Annotations to review", "Niemand war an Bord")
        self.drag_text(0, "a", "Ein Kahn")
        self.click_in_row("Annotations to review", "Niemand war an Bord", "Place _Here")
        self.expect_placed()

    def step_confirm(self):
        """a button accepts the other one"""
        self.click_in_row("Annotations to review", "im Schilf gefunden")
        self.click("_Accept")
        self.expect_reviewed()

    def step_version(self):
        """the menu of the article, the text of a newer version, a button"""
        self.choose_from("Article Menu", "Replace by a _Newer Version…")
        self.lesart.enter_dialog()
        self.lesart.fill("Text of the newer version", NEWER)
        wait(lambda: self.lesart.find_pattern("word(s)? added"), "what the outlet changed")
        self.click("_Add Version")
        self.expect_version()

    def step_undo(self):
        """clicks take the version and the corrections back"""
        for _change in range(4):
            self.click("Undo")
        self.expect_before()


SCENARIOS = [CorrectingByKeys, CorrectingByMouse]
