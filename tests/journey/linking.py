# SPDX-License-Identifier: GPL-3.0-or-later
"""Linking two reports, by the keys alone, and again by the mouse."""
from driver import Atspi, Failure, wait, xdotool
from projects import OnProject, TextByKeys, TextByMouse

LEFT = ("Lighthouse of Gorm goes dark\n\nThe lighthouse of Gorm stopped working on Friday, the coast guard said. "
        "Three sailors were hurt.\n\nA spare lamp is being brought from the depot in Hald by a cutter. "
        "Fishermen will block the harbour on Monday.\n")
RIGHT = ("Gorm lighthouse out of order\n\nOn Friday the lighthouse of Gorm stopped working, the coast guard said. "
         "Four sailors were slightly injured.\n\nA spare lamp is being brought from the depot in Hald by a cutter. "
         "The minister calls that a scandal.\n")
START = "Three sailors were hurt."
END = "Four sailors were slightly injured."
LAMP = "A spare lamp is being brought from the depot in Hald by a cutter."
ALONE = "Fishermen will block the harbour on Monday."


class Links(OnProject):
    """Two reports of one event."""

    title = "Gorm"
    articles = {"left": ("Gorm Gazette", "en", LEFT), "right": ("Coast Wire", "en", RIGHT)}

    def expect_pair(self):
        self.lesart.expect_texts("Lighthouse of Gorm", "Gorm lighthouse")
        wait(lambda: self.lesart.is_enabled("next-match"), "matches")

    def relations(self, project):
        return [link["relation"] for link in project["links"]]

    def expect_relations(self, *wanted):
        return self.expect_saved(lambda project: self.relations(project) == list(wanted), f"the links {wanted}")

    def expect_link(self):
        """Between the two passages that were marked."""
        project = self.expect_relations("contradicts")
        words = {annotation["id"]: annotation["exact"] for annotation in project["annotations"]}
        link = project["links"][0]
        if (words[link["from"]], words[link["to"]]) != (START, END):
            raise Failure(f"linked {words}")

    def expect_missing(self):
        project = self.expect_relations("contradicts", "missing")
        link = project["links"][1]
        if link["missing_in"] != "right" or "to" in link:
            raise Failure(f"saved {link}")

    def expect_match_linked(self):
        def fits(project):
            words = {annotation["id"]: annotation["exact"] for annotation in project["annotations"]}
            return len(project["links"]) == 3 and any((words[link["from"]], words.get(link.get("to"))) == (LAMP, LAMP)
                                                      for link in project["links"])
        self.expect_saved(fits, "the match as a link")

    def expect_rejected(self, count):
        self.expect_saved(lambda project: sum(len(pair.get("rejected", [])) for pair in project["comparisons"]) == count,
                          f"{count} rejected matches")

    def expect_own_relation(self, name, directed):
        """A link has it."""
        def fits(project):
            own = {relation["id"]: relation for relation in project.get("relations", [])}
            used = [own[link["relation"]] for link in project["links"] if link["relation"] in own]
            return any(relation["name"] == name and relation.get("direction") == ("one-way" if directed else None)
                       for relation in used)
        self.expect_saved(fits, f"a link with the relation “{name}”, directed: {directed}")

    def expect_edited(self, relation, note):
        self.expect_saved(lambda project: any(link["relation"] == relation and link.get("note") == note
                                              for link in project["links"]), f"the link as “{relation}”")

    def listed(self):
        """The relations that the list of links shows."""
        name = self.lesart.tr("Links")
        lists = [node for node, role, said in self.lesart.nodes() if role == "list" and said == name][-1:]     # the cards of annotations have such lists, too
        known = {self.lesart.tr(word): word for word in ("contradicts", "softens", "same statement", "reworded")}
        known[self.lesart.tr("missing in %s") % "Coast Wire"] = "missing"
        return [known[said] for _node, role, said in self.lesart.nodes(lists) if role == "label" and said in known]

    def expect_listed(self, *relations):
        self.expect_list("links in the list", self.listed, relations)

    def is_pending(self):
        return self.lesart.is_enabled("cancel-link")


class LinkingByKeys(TextByKeys, Links):
    """No mouse anywhere."""

    def step_pair(self):
        """two articles are selected in the list and compared"""
        self.lesart.keys("alt+1", "Home", "shift+Down", "ctrl+Return")
        self.expect_pair()

    def step_pointer_on_picker(self):
        """a tag is given while the pointer rests where the picker comes and goes"""
        view = self.lesart.text_views()[0]
        place = Atspi.Text.get_character_extents(view, LEFT.index("coast guard"), Atspi.CoordType.WINDOW)
        xdotool("mousemove", place.x + 40, place.y + 90)
        for number, words in enumerate(("guard", "Gorm"), 1):
            self.go_to(0, "left", words)
            self.lesart.keys("w", "t")
            self.lesart.expect(self.lesart.tr("Find or create a tag"))
            self.lesart.type("abc")
            self.lesart.keys("Return")
            self.expect_saved(lambda project: len(project["annotations"]) == number, "an annotation")
            self.lesart.keys("Escape")
        self.lesart.keys("ctrl+z", "ctrl+z")
        self.expect_saved(lambda project: not project["annotations"], "no annotations")

    def step_escape(self):
        """a start is shown, and Escape forgets it"""
        self.go_to(0, "left", START)
        self.lesart.keys("s", "l")
        wait(self.is_pending, "a pending start")
        self.lesart.expect(START)
        self.lesart.keys("Escape")
        wait(lambda: not self.is_pending(), "no pending start")

    def step_link(self):
        """L here, L there, and the first letters of a relation"""
        self.go_to(0, "left", START)
        self.lesart.keys("s", "l")
        wait(self.is_pending, "a pending start")
        self.go_to(1, "right", END)
        self.lesart.keys("s", "l")
        self.lesart.expect(self.lesart.tr("Find or create a relation"))
        self.lesart.type(self.lesart.tr("contradicts")[:4])
        self.lesart.keys("Return")
        self.expect_link()

    def step_missing(self):
        """M says that the other report lacks a passage"""
        self.lesart.keys("Escape")
        self.go_to(0, "left", ALONE)
        self.lesart.keys("s", "m")
        self.expect_missing()

    def step_match(self):
        """K makes the current match a link; one undoing takes it back"""
        self.lesart.keys("Escape")
        self.go_to(0, "left", LAMP)
        self.lesart.keys("k")
        self.expect_match_linked()
        self.lesart.keys("ctrl+z")
        self.expect_relations("contradicts", "missing")
        self.lesart.keys("ctrl+shift+z")
        self.expect_match_linked()

    def step_reject(self):
        """Ctrl+F8 rejects a match for good; undoing brings it back"""
        self.lesart.keys("F8", "ctrl+F8")
        self.expect_rejected(1)
        self.lesart.keys("ctrl+z")
        self.expect_rejected(0)
        self.lesart.keys("ctrl+shift+z")
        self.expect_rejected(1)

    def step_own_relation(self):
        """a name that does not exist makes a relation; F2 in the picker makes it directed"""
        self.go_to(0, "left", "Friday")
        self.lesart.keys("w", "l")
        wait(self.is_pending, "a pending start")
        self.go_to(1, "right", "scandal")
        self.lesart.keys("w", "l")
        self.lesart.expect(self.lesart.tr("Find or create a relation"))
        self.lesart.type("plays down")
        self.lesart.keys("Return")
        self.expect_own_relation("plays down", False)
        self.lesart.keys("ctrl+shift+r")
        self.lesart.expect(self.lesart.tr("Find or create a relation"))
        self.lesart.type("plays")
        self.lesart.keys("F2")
        self.lesart.enter_dialog()
        self.lesart.keys("Tab", "space", "shift+Tab", "Return")
        self.lesart.leave_dialog()
        self.expect_own_relation("plays down", True)

    def step_edit(self):
        """F4 goes from link to link; Ctrl+Shift+R gives it another relation and a note"""
        self.lesart.keys("Escape", "F4")
        wait(lambda: self.lesart.is_enabled("remove-link"), "a current link")
        self.lesart.keys("ctrl+shift+r")
        self.lesart.expect(self.lesart.tr("Find or create a relation"))
        self.lesart.type(self.lesart.tr("softens")[:4])
        self.lesart.keys("Tab")
        self.lesart.type("ask them")
        self.lesart.keys("Return")
        self.expect_edited("softens", "ask them")
        self.lesart.keys("ctrl+z")
        self.expect_saved(lambda project: not any("note" in link for link in project["links"]), "the link of before")

    def step_remove(self):
        """Ctrl+Shift+BackSpace deletes the link, its annotations stay"""
        before = self.saved()
        self.lesart.keys("ctrl+shift+BackSpace")
        after = self.expect_saved(lambda project: len(project["links"]) == len(before["links"]) - 1, "one link less")
        if len(after["annotations"]) != len(before["annotations"]):
            raise Failure("annotations went with the link")
        self.lesart.keys("ctrl+z")
        self.expect_saved(lambda project: len(project["links"]) == len(before["links"]), "the link again")


class LinkingByMouse(TextByMouse, Links):
    """The same by clicks; only words are typed."""

    def step_pair(self):
        """two articles are clicked in the list and compared"""
        self.click_words("Gorm Gazette")
        self.click_words("Coast Wire", holding="ctrl")
        self.choose_from("Main Menu", "Co_mparison", "Compare the Two Sele_cted")
        self.expect_pair()

    def step_menu_again(self):
        """a menu that Escape closed opens at the next click, though the pointer has not moved"""
        place = self.rest_of(lambda: self.seek("Main Menu"), "the button of the menu")
        for _time in range(2):
            self.click_at(place)
            wait(self.popup, "the menu")
            self.lesart.keys("Escape")
            wait(lambda: not self.popup(), "the menu to close")

    def step_link(self):
        """a triple click and the button at it here, the same there, and the relation"""
        self.click_text(0, "left", START, times=3)
        self.click("Link the Selected Passage With Another")
        wait(self.is_pending, "a pending start")
        self.lesart.expect(START)
        self.click_text(1, "right", END, times=3)
        self.click("Link the Selected Passage With Another")
        self.click_in_popup(self.lesart.tr("contradicts"))
        self.expect_link()

    def step_missing(self):
        """the menu of a passage says that the other report lacks it"""
        self.click_text(0, "left", ALONE, times=3)
        wait(lambda: self.lesart.is_enabled("link-missing"), "a selected passage")
        self.click_text(0, "left", ALONE, button=3)
        wait(self.popup, "the menu of the text")
        self.choose("Missing in the _Other Report")
        self.expect_missing()

    def step_match(self):
        """the list of matches makes one a link; a button takes it back"""
        self.click("Matches", ("page tab",))
        self.click_in_row("Matches", LAMP)
        self.click_in_row("Matches", LAMP, "_Link")
        self.expect_match_linked()
        self.click("Undo")
        self.expect_relations("contradicts", "missing")
        self.click("Redo")
        self.expect_match_linked()

    def step_reject(self):
        """and rejects another one"""
        self.click_in_row("Matches", START)
        self.click_in_row("Matches", START, "_Reject")
        self.expect_rejected(1)
        self.click("Undo")
        self.expect_rejected(0)

    def step_own_relation(self):
        """a relation of one's own is made in the picker"""
        self.click_text(0, "left", "Friday", times=2)
        self.click("Link the Selected Passage With Another")
        wait(self.is_pending, "a pending start")
        self.click_text(1, "right", "scandal", times=2)
        self.click("Link the Selected Passage With Another")
        self.lesart.expect(self.lesart.tr("Find or create a relation"))
        self.lesart.type("plays down")
        self.click_in_popup(self.lesart.tr("Create “%s”").replace("%s", "plays down"))
        self.expect_own_relation("plays down", False)

    def step_edit(self):
        """a click on a link in the list, one on its pencil, one on the relation"""
        self.click("Links", ("page tab",))
        self.click_in_row("Links", START)
        self.click_in_row("Links", START, "Edit Link")
        self.click_in_popup(self.lesart.tr("softens"))
        self.expect_saved(lambda project: project["links"][0]["relation"] == "softens", "“softens”")

    def step_filter(self):
        """the list shows one relation only, and all again"""
        self.drop_down("Relation", self.lesart.tr("missing in the other report"))
        self.expect_listed("missing")
        self.drop_down("Relation", self.lesart.tr("All Relations"))
        self.lesart.expect("plays down")

    def step_remove(self):
        """the bin deletes a link, its annotations stay"""
        before = self.saved()
        self.click_in_row("Links", START)
        self.click_in_row("Links", START, "Delete Link")
        after = self.expect_saved(lambda project: "softens" not in self.relations(project), "one link less")
        if len(after["annotations"]) != len(before["annotations"]):
            raise Failure("annotations went with the link")
        self.click("Undo")
        self.expect_saved(lambda project: "softens" in self.relations(project), "the link again")


class LinkingByKeysInGerman(LinkingByKeys):
    """The same in German."""

    language = "de"


SCENARIOS = [LinkingByKeys, LinkingByMouse, LinkingByKeysInGerman]
