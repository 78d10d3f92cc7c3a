# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person does with Lesart, from the first window to the reopened project."""
import json
import subprocess

from driver import (FIXTURES, PROGRAM, SAMPLE, Atspi, Failure, Journey, locale_environment, wait)

NDA = FIXTURES / "orgel-nda.txt"
KURIER = FIXTURES / "orgel-kurier-1252.txt"
GAZETTE = FIXTURES / "organ-gazette.txt"
NDA_START = "Gestohlene Orgelpfeifen in Bachtal"
KURIER_START = "Orgelpfeifen lagen in einem Kahn"
GAZETTE_START = "Stolen organ pipes found"


def articles_by_beginning(project):
    """Ids of a project's articles, found by a word of their text."""
    def find(words):
        return next(a["id"] for a in project["articles"] if words in a["text"])
    return find


class Sample(Journey):
    """The sample project: look, compare, move about."""

    def step_welcome(self):
        """the first window offers what one can do"""
        self.lesart.start()
        for label in ("_Add Articles…", "_Open a Project…", "_Look at the Sample Project"):
            self.lesart.expect(self.lesart.tr(label))

    def step_open_sample(self):
        """the sample project opens"""
        self.lesart.do("open-sample")
        for title in ("Fähre mit 212 Menschen", "Reederei gibt verschobener", "Die Tonne, die keiner",
                      "Ferry runs aground", "Wer hat die Rinne"):
            self.lesart.expect(title)

    def step_compare(self):
        """two reports stand side by side"""
        sample = json.loads(SAMPLE.read_text(encoding="utf-8"))
        pair = sample["comparisons"][0]
        self.lesart.do("open-pair", "(ss)", (pair["left"], pair["right"]))
        self.lesart.expect_texts("STRANDVIK (nda)", "Von: nda/Küstendienst/OPA")
        wait(lambda: self.lesart.is_enabled("next-match"), "matches")

    def step_next_match(self):
        """the next match is counted"""
        words = self.lesart.tr("%d of %u")
        for number in (1, 2):
            self.lesart.do("next-match")
            wait(lambda: self.lesart.find_pattern(words.replace("%d", str(number)).replace("%u", r"\d+")),
                 f"match {number} in the status line")

    def step_swap(self):
        """the sides are swapped and swapped back"""
        self.lesart.do("swap-sides")
        self.lesart.expect_texts("Von: nda/Küstendienst/OPA", "STRANDVIK (nda)")
        self.lesart.do("swap-sides")
        self.lesart.expect_texts("STRANDVIK (nda)", "Von: nda/Küstendienst/OPA")

    def step_paging(self):
        """page after page with linked scrolling, and back by one key"""
        self.lesart.do("text-size", "i", 20)
        self.lesart.focus_window()
        self.lesart.do("focus-left")
        before = self.lesart.wait_for_rest()
        for page in (1, 2):
            self.lesart.keys("Next")
            now = self.lesart.wait_for_rest()
            if now > before - 150:
                raise Failure(f"page {page}: from {before} to {now}")
            before = now
        self.lesart.keys("ctrl+Home")
        wait(lambda: self.lesart.top_of_text() > 0, "the beginning")
        self.lesart.do("text-normal")

    def step_other_article(self):
        """another article takes the right side"""
        sample = json.loads(SAMPLE.read_text(encoding="utf-8"))
        english = articles_by_beginning(sample)("Ferry runs aground")
        self.lesart.do("open-side", "(ss)", ("right", english))
        self.lesart.expect_texts("STRANDVIK (nda)", "Ferry runs aground")

    def step_read_one(self):
        """one article alone can be read"""
        self.lesart.do("read-one")
        wait(lambda: len(self.lesart.text_views()) == 1, "one text")

    def step_likest(self):
        """with one text open, the report most like it is two keys away"""
        self.lesart.focus_window()
        self.lesart.keys("ctrl+r")
        wait(lambda: self.lesart.dialogs(), "the list of articles")
        self.lesart.expect(self.lesart.tr("Other Articles"))
        self.lesart.focus_window()
        self.lesart.keys("Return")
        wait(lambda: not self.lesart.dialogs(), "the list to go")
        self.lesart.expect_texts("STRANDVIK (nda)", "Von: nda/Küstendienst/OPA")

    def step_same_copy(self):
        """the articles with the same agency copy are listed alone, and all of them again"""
        self.lesart.keys("ctrl+j")
        self.lesart.expect(self.lesart.tr("Same Agency Copy"))
        remove = self.lesart.tr("Remove Filter “%s”") % self.lesart.tr("Same Agency Copy")
        self.lesart.press(remove)
        self.lesart.expect_gone(remove)

    def step_layers(self):
        """layers and panes switch on and off"""
        for action in ("layer-taken-over", "layer-reworded", "layer-possible", "layer-differences", "layer-unmatched",
                       "layer-annotations", "layer-shared-copy", "layer-links", "layer-quotations", "differ-in-case",
                       "differ-in-quotation-marks", "linked-scroll",
                       "show-browser", "show-panel"):
            _enabled, before = self.lesart.describe(action)
            for wanted in (not before, before):
                self.lesart.do(action)
                wait(lambda: self.lesart.describe(action)[1] == wanted, f"{action} to be {wanted}")

    def step_sample_stays(self):
        """the sample that came with the program is as it was"""
        before = SAMPLE.read_bytes()
        sample = json.loads(before)
        article = sample["articles"][0]["id"]
        self.lesart.do("open-article", "s", article)
        self.lesart.do("rename-article", "s", article)
        if SAMPLE.read_bytes() != before:
            raise Failure("the installed sample was written")


class SampleInGerman(Sample):
    """The same in German."""

    language = "de"


class MainJob(Journey):
    """Add, browse, compare, annotate, undo, save, reopen."""

    def step_start(self):
        """an empty project opens by its file"""
        self.path = self.lesart.new_project("orgel.lesart")
        self.lesart.start_project(self.path)
        self.lesart.expect("orgel")

    def step_add(self):
        """articles in three encodings are added and recognised"""
        self.lesart.add(NDA, KURIER, GAZETTE)
        for title in (NDA_START, KURIER_START, GAZETTE_START):
            self.lesart.expect(title)
        self.lesart.close_messages()
        project = self.lesart.save(self.path)
        self.find = articles_by_beginning(project)
        by_id = {article["id"]: article for article in project["articles"]}
        nda = by_id[self.find("BACHTAL (nda)")]
        for field, wanted in {"agency": "nda", "place": "Bachtal", "language": "de"}.items():
            if nda.get(field) != wanted:
                raise Failure(f"{field} is {nda.get(field)!r}, not {wanted!r}")
        kurier = by_id[self.find("Von: nda/Talpresse")]
        if kurier.get("date") != "2025-10-27" or "„Sie lagen da" not in kurier["text"]:
            raise Failure(f"date {kurier.get('date')!r} or encoding wrong: {kurier['text'][:200]!r}")
        if by_id[self.find("Imogen Farrar")].get("language") != "en":
            raise Failure("the English article is not taken for English")

    def step_same_twice(self):
        """the same file again is noticed"""
        self.lesart.add(NDA)
        self.lesart.add(GAZETTE)
        self.lesart.expect(self.lesart.tr("The same text is in the project already (%s).").split("%s")[0])
        self.lesart.close_messages()
        if len(self.lesart.save_changed(self.path)["articles"]) != 3:
            raise Failure("an article was added twice")

    def step_folder(self):
        """a folder is added, and what is broken in it is named"""
        folder = self.lesart.folder / "reports"
        folder.mkdir()
        (folder / "extra.txt").write_text("Kirchenchor probt wieder\n\nDer Chor von Bachtal probt.\n")
        (folder / "broken.txt").write_bytes(b"\x00\x01\x02\x03\xff\xfe" * 300)
        (folder / "empty.txt").write_bytes(b"")
        self.lesart.add(folder)
        self.lesart.expect("Kirchenchor probt wieder")
        self.lesart.expect("broken.txt")
        project = self.lesart.save(self.path)
        if len(project["articles"]) != 4:
            raise Failure(f"{len(project['articles'])} articles instead of 4")
        self.lesart.close_messages()

    def step_search(self):
        """searching narrows the list while typing"""
        self.lesart.do("focus-search")
        self.lesart.focus_window()
        self.lesart.type("kahn")
        self.lesart.expect_gone("Kirchenchor probt wieder")
        self.lesart.expect(KURIER_START)
        self.lesart.keys("Escape")
        self.lesart.expect("Kirchenchor probt wieder")

    def step_remove(self):
        """an article is removed and comes back by undoing"""
        project = json.loads(self.path.read_text(encoding="utf-8"))
        self.lesart.do("remove-articles", "as", [articles_by_beginning(project)("Kirchenchor")])
        self.lesart.expect_gone("Kirchenchor probt wieder")
        self.lesart.do("undo")
        self.lesart.expect("Kirchenchor probt wieder")
        self.lesart.do("redo")
        self.lesart.expect_gone("Kirchenchor probt wieder")

    def step_compare(self):
        """two of them are compared"""
        self.lesart.do("open-pair", "(ss)", (self.find("BACHTAL (nda)"), self.find("nda/Talpresse")))
        self.lesart.expect_texts("BACHTAL (nda)", "Von: nda/Talpresse")
        wait(lambda: self.lesart.is_enabled("next-match"), "matches")

    def step_annotate_by_action(self):
        """a passage gets tags and a note"""
        text = self.text_of_side(0)
        self.first = text.index("61 aus der Stadtkirche")
        self.lesart.do("annotate-range", "(siiss)",
                       ("left", self.first, self.first + 22, "Zahlen, Prüfen", "Woher kommt die Zahl?"))
        self.lesart.expect("Woher kommt die Zahl?")
        project = self.lesart.save(self.path)
        annotation = project["annotations"][0]
        if annotation["exact"] != "61 aus der Stadtkirche" or len(annotation["tags"]) != 2:
            raise Failure(f"saved as {annotation}")
        if {tag["name"] for tag in project["tags"]} != {"Zahlen", "Prüfen"}:
            raise Failure(f"tags {project['tags']}")

    def text_of_side(self, side):
        return self.lesart.text_of(self.lesart.text_views()[side])

    def step_annotate_by_keys(self):
        """select with the keyboard, one key, letters of a tag, Enter"""
        self.lesart.focus_window()
        self.lesart.do("focus-left")
        start = self.text_of_side(0).index("90 000 Euro")
        self.lesart.do("select-range", "(sii)", ("left", start, start + 11))
        wait(lambda: self.lesart.is_enabled("annotate"), "the command to annotate")
        self.lesart.keys("t")
        self.lesart.focus_popup()
        self.lesart.type("zahl")
        self.lesart.keys("Return")
        wait(lambda: self.annotation("90 000 Euro"), "the annotation in the saved file")
        if len(self.annotation("90 000 Euro")["tags"]) != 1:
            raise Failure("not one tag")

    def annotation(self, exact):
        self.project = self.lesart.save_changed(self.path)
        return next((a for a in self.project["annotations"] if a["exact"] == exact), None)

    def step_annotate_by_pointer(self):
        """select with the pointer and write a note with one key"""
        view = self.lesart.text_views()[0]
        start = self.text_of_side(0).index("Die Pfeifen waren")
        self.lesart.focus_window()
        self.lesart.drag(view, start, start + 11)
        wait(lambda: self.lesart.is_enabled("annotate-note"), "the command to write a note")
        self.lesart.keys("n")
        self.lesart.focus_popup()
        self.lesart.type("since when?")
        self.lesart.keys("ctrl+Return")
        wait(lambda: any(a.get("note") == "since when?"
                         for a in self.lesart.save_changed(self.path)["annotations"]),
             "the note in the saved file")

    def step_bounds(self):
        """bounds grow and shrink by a word"""
        self.annotation("90 000 Euro")
        identity = next(a["id"] for a in self.project["annotations"] if a["exact"] == "90 000 Euro")
        self.lesart.do("select-annotation", "s", identity)
        self.lesart.do("grow-end")
        self.lesart.do("grow-start")
        wait(lambda: self.by_id(identity)["exact"] != "90 000 Euro", "other bounds")
        self.lesart.do("undo")
        self.lesart.do("undo")
        wait(lambda: self.by_id(identity)["exact"] == "90 000 Euro", "the bounds of before")

    def by_id(self, identity):
        return next(a for a in self.lesart.save_changed(self.path)["annotations"]
                    if a["id"] == identity)

    def step_delete(self):
        """an annotation is deleted, undone, redone, undone"""
        count = len(self.lesart.save_changed(self.path)["annotations"])
        self.lesart.do("delete-annotation")
        for command, wanted in ((None, count - 1), ("undo", count), ("redo", count - 1), ("undo", count)):
            if command:
                self.lesart.do(command)
            wait(lambda: len(self.lesart.save_changed(self.path)["annotations"]) == wanted,
                 f"{wanted} annotations after {command or 'deleting'}")

    def step_undo_all(self):
        """everything can be undone and redone"""
        before = self.lesart.save_changed(self.path)
        count = 0
        while self.lesart.is_enabled("undo") and count < 100:
            self.lesart.do("undo")
            count += 1
        wait(lambda: not self.lesart.save_changed(self.path).get("articles"), "an empty project")
        for _step in range(count):
            self.lesart.do("redo")
        wait(lambda: self.without_time(self.lesart.save_changed(self.path)) == self.without_time(before),
             "the project of before")

    @staticmethod
    def without_time(project):
        return {key: value for key, value in project.items() if key != "modified"}

    def step_layout_kept(self):
        """scroll position and open comparison are found again"""
        self.lesart.do("open-pair", "(ss)", (self.find("BACHTAL (nda)"), self.find("nda/Talpresse")))
        self.lesart.focus_window()
        self.lesart.do("text-size", "i", 26)
        self.lesart.do("focus-left")
        self.lesart.wait_for_rest()
        self.lesart.keys("Next")
        wait(lambda: self.lesart.top_of_text() < -50, "the left text to scroll")
        top = self.lesart.wait_for_rest()
        self.lesart.save_changed(self.path)
        if self.lesart.leave() != 0:
            raise Failure("left with an error")
        self.lesart.start(self.path)
        self.lesart.expect_texts("BACHTAL (nda)", "Von: nda/Talpresse")
        again = self.lesart.wait_for_rest()
        if abs(again - top) > 60:
            raise Failure(f"the text stands at {again}, not at {top} as before")
        self.lesart.expect("Woher kommt die Zahl?")

    def step_export(self):
        """the project is exported"""
        self.lesart.do("text-normal")
        for name in ("export", "save-as"):
            if name not in self.lesart.actions():
                raise Failure(f"no action {name}")


class MainJobInGerman(MainJob):
    """The same in German."""

    language = "de"


class Keyboard(Journey):
    """The main job without the pointer."""

    def step_start(self):
        """two articles stand side by side"""
        self.path = self.lesart.new_project("keys.lesart")
        self.lesart.start_project(self.path)
        self.lesart.add(NDA, KURIER)
        self.lesart.expect(KURIER_START)
        self.lesart.close_messages()
        find = articles_by_beginning(self.lesart.save(self.path))
        self.lesart.do("open-pair", "(ss)", (find("BACHTAL (nda)"), find("nda/Talpresse")))
        self.lesart.expect_texts("BACHTAL (nda)", "Von: nda/Talpresse")

    def step_paste(self):
        """a pasted text becomes an article"""
        self.lesart.focus_window()
        self.lesart.keys("ctrl+shift+v")
        wait(lambda: self.lesart.dialogs(), "the dialog")
        self.lesart.fill("Text of the article", "Ruderverein vermisst Kahn\n\nBACHTAL (nda) - Dem "
                         "Ruderverein Bachtal fehlt seit dem Sommer ein Kahn.\n")
        wait(lambda: self.lesart.find("Ruderverein vermisst Kahn", ("label",)), "the headline")
        self.lesart.focus_window()
        self.lesart.keys("ctrl+Return")
        wait(lambda: not self.lesart.dialogs(), "the dialog to go")
        self.lesart.expect("Ruderverein vermisst Kahn")
        if len(self.lesart.save(self.path)["articles"]) != 3:
            raise Failure("not three articles")

    def step_panes(self):
        """F6 walks through the panes, F9 and Shift+F9 fold two of them"""
        self.lesart.focus_window()
        seen = set()
        for _pane in range(5):
            self.lesart.keys("F6")
            wait(lambda: self.lesart.focused(), "the focus")
            seen.add(self.lesart.focused())
        if len(seen) < 4:
            raise Failure(f"the focus was only in {seen}")
        for key, action in (("F9", "show-browser"), ("shift+F9", "show-panel")):
            for wanted in (False, True):
                self.lesart.keys(key)
                wait(lambda: self.lesart.describe(action)[1] == wanted, f"{action} to be {wanted}")

    def step_matches(self):
        """F8 goes to the next match"""
        wait(lambda: self.lesart.is_enabled("next-match"), "matches")
        self.lesart.keys("F8")
        words = self.lesart.tr("%d of %u").replace("%d", "1").replace("%u", r"\d+")
        wait(lambda: self.lesart.find_pattern(words), "the first match in the status line")

    def step_search_and_open(self):
        """search, go down, Enter opens what was found"""
        self.lesart.keys("ctrl+f")
        self.lesart.type("fehlt")
        self.lesart.expect_gone("nda/Talpresse · 27 Oct")
        self.lesart.keys("Down", "Return")
        wait(lambda: any("Ruderverein Bachtal fehlt" in self.lesart.text_of(view)
                         for view in self.lesart.text_views()), "the article that was found")
        self.lesart.keys("ctrl+f", "ctrl+a", "BackSpace", "Escape")

    def step_select_and_tag(self):
        """select by words, t, letters, Enter; Ctrl+Z and Ctrl+S"""
        self.lesart.do("focus-left")
        self.lesart.keys("ctrl+Home", "ctrl+shift+Right", "ctrl+shift+Right", "t")
        self.lesart.focus_popup()
        self.lesart.type("boat")
        self.lesart.keys("Return")
        wait(lambda: self.lesart.is_enabled("undo"), "something to undo")
        before = self.path.stat().st_mtime_ns
        self.lesart.keys("Escape", "ctrl+s")
        wait(lambda: self.path.stat().st_mtime_ns != before, "the file to be saved")
        project = json.loads(self.path.read_text(encoding="utf-8"))
        if [tag["name"] for tag in project["tags"]] != ["boat"] or len(project["annotations"]) != 1:
            raise Failure(f"saved {project['tags']} {project['annotations']}")

    def step_help(self):
        """the shortcuts window shows itself and goes"""
        self.lesart.keys("ctrl+question")
        wait(lambda: self.lesart.dialogs(), "the shortcuts window")
        words = self.lesart.tr("Next match")        # on a page that is not in front
        wait(lambda: any(words == name for _node, _role, name in self.lesart.nodes(self.lesart.dialogs(), True)), words)
        self.lesart.focus_window()
        self.lesart.keys("Escape")
        wait(lambda: not self.lesart.dialogs(), "the shortcuts window to go")


class PointerOverPicker(Journey):
    """The tag picker closes below the pointer, just after it was laid out."""

    def step_start(self):
        """an article is open"""
        self.path = self.lesart.new_project("picker.lesart")
        self.lesart.start_project(self.path)
        self.lesart.add(NDA)
        self.lesart.expect(NDA_START)
        self.lesart.close_messages()
        article = self.lesart.save(self.path)["articles"][0]["id"]
        self.lesart.do("open-article", "s", article)
        self.lesart.expect_texts("BACHTAL (nda)")
        self.lesart.focus_window()

    def step_close(self):
        """a letter and Escape, at once"""
        for turn in range(24):
            self.lesart.do("select-range", "(sii)", ("left", 40 + turn, 60 + turn))
            wait(lambda: self.lesart.is_enabled("annotate"), "the command to annotate")
            self.lesart.do("annotate")
            self.lesart.focus_popup()
            self.lesart.point_below(self.lesart.text_views()[0], 40 + turn, 90)
            self.lesart.keys_at_once((2, 5, 8, 12, 16, 20, 25, 30)[turn % 8], "z", "Escape")
            self.lesart.do("text-size", "i", 10 + turn % 10)
            wait(lambda: self.lesart.windows() or self.lesart.fail_if_gone(), "the program to be alive")


class Crash(Journey):
    """Unsaved work survives a kill."""

    def step_edit(self):
        """work is done and not saved"""
        self.path = self.lesart.new_project("crash.lesart")
        self.lesart.start_project(self.path)
        self.lesart.add(NDA)
        self.lesart.expect(NDA_START)
        project = self.lesart.save(self.path)
        self.lesart.do("open-article", "s", project["articles"][0]["id"])
        self.lesart.expect_texts("BACHTAL (nda)")
        self.lesart.do("annotate-range", "(siiss)", ("left", 0, 10, "Kirche", "unsaved words"))
        self.lesart.expect("unsaved words")

    def step_kill(self):
        """the program is killed; the file is what was saved"""
        wait(lambda: any(path.stat().st_size for path in self.lesart.home.rglob("*")
                         if path.is_file() and b"unsaved words" in path.read_bytes()), "the journal")
        self.lesart.kill()
        if b"unsaved words" in self.path.read_bytes():
            raise Failure("the file holds what was not saved")

    def step_recover(self):
        """the next start offers it and brings it back"""
        self.lesart.start(self.path)
        self.lesart.press("_Restore", 20)
        wait(lambda: self.lesart.says("unsaved words")
             or b"unsaved words" in self.path.read_bytes(), "the recovered note")

    def step_keep(self):
        """what came back can be saved"""
        project = self.lesart.save_changed(self.path)
        if not any(a.get("note") == "unsaved words" for a in project["annotations"]):
            raise Failure("the recovered note was not saved")


class Closing(Journey):
    """Unsaved work is shown, and closing asks."""

    def step_unsaved(self):
        """unsaved work can be seen"""
        self.path = self.lesart.new_project("closing.lesart")
        self.lesart.start_project(self.path)
        self.lesart.add(GAZETTE)
        self.lesart.expect(GAZETTE_START)

    def step_cancel(self):
        """closing asks, and cancelling keeps the window"""
        self.lesart.do("close")
        self.lesart.press("_Cancel", in_dialog=True)
        wait(lambda: not self.lesart.dialogs(), "the dialog to go")
        self.lesart.expect(GAZETTE_START)
        if json.loads(self.path.read_text()).get("articles"):
            raise Failure("saved without being asked to")

    def step_save(self):
        """closing again and saving writes the file"""
        self.lesart.do("close")
        self.lesart.press("_Save", in_dialog=True)
        wait(lambda: len(json.loads(self.path.read_text()).get("articles", [])) == 1, "the file")
        wait(lambda: not self.lesart.windows(), "the window to close")
        if self.lesart.process.wait(20) != 0:
            raise Failure("left with an error")

    def step_discard(self):
        """discarding leaves the file as it was"""
        before = self.path.read_bytes()
        self.lesart.start(self.path)
        self.lesart.expect(GAZETTE_START)
        self.lesart.add(NDA)
        self.lesart.expect(NDA_START)
        self.lesart.do("close")
        self.lesart.press("_Discard", in_dialog=True)
        wait(lambda: not self.lesart.windows(), "the window to close")
        if self.path.read_bytes() != before:
            raise Failure("the file was changed")


class TwoWindows(Journey):
    """Two projects in two windows of one program."""

    def step_open(self):
        """a second file opens a second window of the same program"""
        self.paths = [self.lesart.new_project("one.lesart"), self.lesart.new_project("two.lesart")]
        self.lesart.start(self.paths[0])
        self.lesart.open_again(self.paths[1])
        wait(lambda: len(self.lesart.windows()) == 2, "two windows")

    def step_work(self):
        """each keeps its own work"""
        first, second = self.lesart.windows()
        self.lesart.do("add-uris", "as", [NDA.as_uri()], window=first)
        self.lesart.do("add-uris", "as", [GAZETTE.as_uri()], window=second)
        self.lesart.expect(NDA_START)
        self.lesart.expect(GAZETTE_START)
        one = self.lesart.save(self.paths[0], window=first)
        two = self.lesart.save(self.paths[1], window=second)
        if [len(one["articles"]), len(two["articles"])] != [1, 1]:
            raise Failure("an article went to the wrong window")
        if "Lohe, wie die Polizei" not in one["articles"][0]["text"]:
            raise Failure("the projects are mixed up")

    def step_same_again(self):
        """a file that is open is not opened twice"""
        self.lesart.open_again(self.paths[0])
        self.lesart.open_again(self.paths[1])
        if len(self.lesart.windows()) != 2:
            raise Failure(f"{len(self.lesart.windows())} windows")


class BadFiles(Journey):
    """Each broken file is named; what is open stays; nothing is overwritten."""

    def step_start(self):
        """a good project is open"""
        self.path = self.lesart.new_project("good.lesart")
        self.lesart.start_project(self.path)
        self.lesart.add(NDA)
        self.lesart.expect(NDA_START)
        self.good = self.lesart.save(self.path)

    def refuse(self, name, content):
        path = self.lesart.folder / name
        path.write_bytes(content)
        self.lesart.do("open-uri", "s", path.as_uri())
        self.lesart.expect(name)
        self.lesart.close_messages()
        self.lesart.expect(NDA_START)
        if len(self.lesart.windows()) != 1:
            raise Failure("an empty window stays behind")
        if path.read_bytes() != content:
            raise Failure(f"{name} was overwritten")

    def step_not_json(self):
        """a project that is not JSON is refused by name"""
        self.refuse("noise.lesart", b"This is no project.\n")

    def step_cut_off(self):
        """a project that is cut off is refused by name"""
        self.refuse("cut.lesart", SAMPLE.read_bytes()[:9000])

    def step_empty(self):
        """an empty project file is refused by name"""
        self.refuse("empty.lesart", b"")

    def step_missing(self):
        """a project that does not exist is refused by name"""
        self.lesart.do("open-uri", "s", (self.lesart.folder / "gone.lesart").as_uri())
        self.lesart.expect("gone.lesart")
        self.lesart.close_messages()

    def step_bad_articles(self):
        """articles that are binary, empty or missing are named, the good one is added"""
        binary = self.lesart.folder / "binary.txt"
        binary.write_bytes(bytes(range(256)) * 40)
        self.lesart.add(binary, self.lesart.folder / "nowhere.txt", GAZETTE)
        self.lesart.expect(GAZETTE_START)
        self.lesart.expect("binary.txt")
        self.lesart.close_messages()
        if len(self.lesart.save(self.path)["articles"]) != 2:
            raise Failure("not two articles")

    def step_newer(self):
        """a project of a later version opens read-only and is not written"""
        project = json.loads(SAMPLE.read_text(encoding="utf-8"))
        project["version"] = 99
        path = self.lesart.folder / "newer.lesart"
        path.write_text(json.dumps(project, ensure_ascii=False, indent=2))
        before = path.read_bytes()
        self.lesart.do("open-uri", "s", path.as_uri())
        wait(lambda: self.lesart.find_pattern(r"newer\.lesart|Die Fähre vor Ommersand"), "the project")
        wait(lambda: len(self.lesart.windows()) == 2, "its window")
        self.lesart.expect(self.lesart.tr("Read only"))
        copy = self.lesart.folder / "copy.lesart"
        self.lesart.do("save-to", "s", copy.as_uri())
        wait(copy.exists, "a copy under another name")
        if path.read_bytes() != before:
            raise Failure("a project of a later version was overwritten")
        self.close_second()

    def close_second(self):
        self.lesart.do("close")
        wait(lambda: len(self.lesart.windows()) == 1, "the second window to close")

    def step_astray(self):
        """annotations outside their text and unknown tags are told, the rest opens"""
        project = json.loads(SAMPLE.read_text(encoding="utf-8"))
        project["annotations"][0]["end"] = 10 ** 7
        project["annotations"][0]["start"] = 10 ** 7 - 5
        project["annotations"][1]["tags"] = ["00000000-0000-4000-8000-000000000000"]
        project["id"] = "9d0c5a3c-8c0e-4f0e-9f39-0d9f5b1a7f10"
        path = self.lesart.folder / "astray.lesart"
        path.write_text(json.dumps(project, ensure_ascii=False, indent=2))
        self.lesart.do("open-uri", "s", path.as_uri())
        self.lesart.expect("Fähre mit 212 Menschen")
        self.lesart.expect("astray.lesart")
        self.close_second()

    def step_unknown_members(self):
        """members that this version does not know come back out"""
        project = json.loads(SAMPLE.read_text(encoding="utf-8"))
        project["id"] = "0b0f9b8e-40cf-4d36-8d57-9a4bd6b1f4b2"
        project["x-outer"] = {"kept": [1, "zwei"]}
        project["articles"][0]["x-inner"] = "kept"
        project["annotations"][0]["x-mine"] = True
        path = self.lesart.folder / "unknown.lesart"
        path.write_text(json.dumps(project, ensure_ascii=False, indent=2))
        self.lesart.do("open-uri", "s", path.as_uri())
        wait(lambda: len(self.lesart.windows()) == 2, "the project")
        wait(lambda: self.lesart.says("Fähre mit 212 Menschen"), "its articles")
        article = project["articles"][0]["id"]
        self.lesart.do("open-article", "s", article)
        wait(lambda: any("STRANDVIK (nda)" in self.lesart.text_of(view)
                         for view in self.lesart.text_views()), "its text")
        self.lesart.do("annotate-range", "(siiss)", ("left", 0, 5, "Neu", ""))
        saved = self.lesart.save(path)
        if saved.get("x-outer") != {"kept": [1, "zwei"]}:
            raise Failure("a member of the project was lost")
        if not any(a.get("x-inner") == "kept" for a in saved["articles"]):
            raise Failure("a member of an article was lost")
        if not any(a.get("x-mine") is True for a in saved["annotations"]):
            raise Failure("a member of an annotation was lost")


class CommandLine(Journey):
    """Articles and projects named on the command line; pictures without a window."""

    def step_two_articles(self):
        """two articles given open as a comparison"""
        self.lesart.start(NDA, KURIER)
        self.lesart.expect_texts("BACHTAL (nda)", "Von: nda/Talpresse")

    def picture(self, name, *arguments, **extra):
        path = self.lesart.folder / name
        subprocess.run([PROGRAM, "--screenshot", path, *arguments], check=True, timeout=120,
                       cwd=self.lesart.folder, env={**self.lesart.environment(), **extra},
                       stdin=subprocess.DEVNULL, capture_output=True)
        size, colours = subprocess.run(["identify", "-format", "%wx%h %k", path], check=True, timeout=60,
                                       capture_output=True, text=True).stdout.split()
        width, height = map(int, size.split("x"))
        if width < 700 or height < 450 or int(colours) < 50:
            raise Failure(f"{name} is {size} with {colours} colours")
        return path.read_bytes()

    def step_screenshot(self):
        """--screenshot draws the sample, in German and dark too"""
        plain = self.picture("sample.png", SAMPLE)
        german = self.picture("german.png", SAMPLE, **locale_environment("de"))
        dark = self.picture("dark.png", SAMPLE, ADW_DEBUG_COLOR_SCHEME="prefer-dark")
        if len({plain, german, dark}) != 3:
            raise Failure("the pictures do not differ")

    def step_screenshot_articles(self):
        """--screenshot draws two articles given by their files"""
        self.picture("articles.png", NDA, KURIER)

    def step_screenshot_fails(self):
        """--screenshot of a missing file fails and says why"""
        done = subprocess.run([PROGRAM, "--screenshot", self.lesart.folder / "x.png", "/nowhere/a.lesart"],
                              env=self.lesart.environment(), capture_output=True, text=True, timeout=120)
        if done.returncode == 0 or "a.lesart" not in done.stderr:
            raise Failure(f"status {done.returncode}, said {done.stderr[-300:]!r}")


SCENARIOS = [Sample, SampleInGerman, MainJob, MainJobInGerman, Keyboard, PointerOverPicker, Crash,
             Closing, TwoWindows, BadFiles, CommandLine]
