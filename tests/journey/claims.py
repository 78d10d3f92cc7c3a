# SPDX-License-Identifier: GPL-3.0-or-later
"""The claims table, by the keys alone, and again by the mouse."""
import csv
import io

from driver import Failure, wait
from pointer import Mouse
from projects import OnProject, TextByKeys

TIMES = ("Bridge closed\n\nThe bridge over the Lohe is closed until Friday. Forty cars must turn back each hour. "
         "The mayor is angry.\n")
POST = ("No way across\n\nUntil Saturday nobody crosses the Lohe. Some cars turn back. "
        "A ferry will run on Thursday.\n")
DATE, NUMBER, ANGER = "closed until Friday", "Forty cars", "The mayor is angry"
RADIO = "Lohe news\n\nThe bridge stays closed until Friday, says the mayor.\n"


class Claims(OnProject):
    """Three reports, three statements joined by links."""

    title = "Lohe"
    articles = {"times": ("Times", "en", TIMES), "post": ("Post", "en", POST), "radio": ("Radio", "en", RADIO)}
    tags = (("dates", "dates", None), ("numbers", "numbers", None))
    annotations = (("t1", "times", "closed until Friday", ["dates"]),
                   ("t2", "times", "Forty cars", ["numbers"]),
                   ("t3", "times", "The mayor is angry", [], {"speaker": "Ines Kolb"}),
                   ("p1", "post", "Until Saturday", ["dates"]),
                   ("p2", "post", "Some cars", ["numbers"]),
                   ("r1", "radio", "closed until Friday", ["dates"], {"speaker": "Ines Kolb"}))
    links = ({"id": "l1", "relation": "contradicts", "from": "t1", "to": "p1"},
             {"id": "l2", "relation": "same", "from": "t1", "to": "r1"},
             {"id": "l3", "relation": "softens", "from": "t2", "to": "p2"},
             {"id": "l4", "relation": "missing", "from": "t3", "missing_in": "post"})

    def expect_view(self, name):
        wait(lambda: self.lesart.describe("view")[1] == name, f"the view “{name}”")

    def rows(self):
        """The first words of each row of the table, from top to bottom."""
        found = []
        for row, role, _name in self.lesart.nodes():
            if role == "table row":
                found += [name.split("\n")[0].lstrip("‸") for _node, role, name in self.lesart.nodes([row])
                          if role == "push button"][:1]
        return found

    def expect_count(self, count):
        words = self.lesart.tr_count("%u of %u claim", "%u of %u claims", 3)
        self.lesart.expect(words.replace("%u", str(count), 1).replace("%u", "3"))

    def expect_passage(self, words, *texts):
        """These texts are open, and the annotation of these words is the current one."""
        self.expect_view("texts")
        self.lesart.expect_texts(*texts)
        wait(lambda: self.lesart.is_enabled("edit-note"), f"a current annotation at “{words}”")

    def expect_csv(self):
        rows = list(csv.reader(io.StringIO(self.exported(".csv"))))
        words = " ".join(" ".join(row) for row in rows)
        for wanted in ("closed until Friday", "Until Saturday", "contradicts", "Some cars", "softens", "missing"):
            if wanted not in words:
                raise Failure(f"“{wanted}” is not in {rows}")
        if len(rows) < 4:
            raise Failure(f"exported {rows}")


class ClaimsByKeys(TextByKeys, Claims):
    """No mouse anywhere."""

    def choose_item(self, label, item, key="Tab"):
        """An item of a drop-down above the table."""
        self.tab_to_drop_down(label, key)
        self.lesart.keys("space", "Home")
        name = self.lesart.tr(item)
        self.press_until("Down", lambda role, said: role in ("list item", "label") and self.focused_words() == name,
                         f"“{item}” in “{label}”")
        self.lesart.keys("Return")

    def step_table(self):
        """Alt+5 shows a row for each statement"""
        self.lesart.keys("alt+5")
        self.expect_view("claims")
        self.expect_rows(DATE, NUMBER, ANGER)
        self.lesart.expect(self.lesart.tr("missing"))

    def step_sort(self):
        """sorted otherwise and back"""
        self.choose_item("Sort", "By Relation", "shift+Tab")
        self.expect_rows(DATE, ANGER, NUMBER)
        self.choose_item("Sort", "Text Order")
        self.expect_rows(DATE, NUMBER, ANGER)

    def step_filter(self):
        """one tag only, one speaker only, one relation only, and all again"""
        for label, item, everything, rows in (("Relation", "softens", "All Relations", (NUMBER,)),
                                              ("Speaker", "Ines Kolb", "All Speakers", (DATE, ANGER)),
                                              ("Tag", "numbers", "All Tags", (NUMBER,))):
            self.choose_item(label, item, "shift+Tab")
            self.expect_rows(*rows)
            self.expect_count(len(rows))
            self.choose_item(label, everything)
            self.expect_rows(DATE, NUMBER, ANGER)

    def step_words(self):
        """words that are searched for"""
        self.tab_to("Search claims", ("entry", "text"), "shift+Tab")
        self.lesart.type("forty")
        self.expect_rows(NUMBER)
        self.lesart.keys("Escape")
        self.expect_rows(DATE, NUMBER, ANGER)

    def step_passage(self):
        """Enter in a cell opens both reports at their passages; Alt+5 leads back, Escape away"""
        self.lesart.keys("Return")
        self.press_until("shift+Tab", lambda _role, name: "Until Saturday" in name, "the cell beside it")
        self.lesart.keys("Return")
        self.expect_passage("Until Saturday", "No way across", "Bridge closed")
        self.lesart.keys("alt+5")
        self.expect_view("claims")
        self.lesart.keys("Escape")
        self.expect_view("texts")

    def step_export(self):
        """the main menu exports the table"""
        self.choose_in_main_menu("_Export", "_Claims as Table (CSV)…")
        self.lesart.enter_dialog()
        self.lesart.type("claims.csv")
        self.lesart.keys("Return")
        self.lesart.leave_dialog()
        self.expect_csv()


class ClaimsByMouse(Mouse, Claims):
    """The same by clicks; only words are typed."""

    def step_table(self):
        """the button of the links shows a row for each statement"""
        self.click("Links", ("page tab",))
        self.click("Claims Table")
        self.expect_rows(DATE, NUMBER, ANGER)

    def step_sort(self):
        """sorted otherwise and back"""
        self.drop_down("Sort", self.lesart.tr("By Relation"))
        self.expect_rows(DATE, ANGER, NUMBER)
        self.drop_down("Sort", self.lesart.tr("Text Order"))
        self.expect_rows(DATE, NUMBER, ANGER)

    def step_filter(self):
        """one tag only, one speaker only, and all again"""
        for label, item, everything, rows in (("Tag", "numbers", "All Tags", (NUMBER,)),
                                              ("Speaker", "Ines Kolb", "All Speakers", (DATE, ANGER))):
            self.drop_down(label, item)
            self.expect_rows(*rows)
            self.expect_count(len(rows))
            self.drop_down(label, self.lesart.tr(everything))
            self.expect_rows(DATE, NUMBER, ANGER)

    def step_words(self):
        """words that are searched for"""
        self.click("Search claims", ("entry", "text"))
        self.lesart.type("forty")
        self.expect_rows(NUMBER)
        self.lesart.keys("ctrl+a", "BackSpace")
        self.expect_rows(DATE, NUMBER, ANGER)

    def step_passage(self):
        """a click on a cell opens both reports at their passages; the arrow leads back"""
        self.click_words("Until Saturday", ("push button",))
        self.expect_passage("Until Saturday", "No way across", "Bridge closed")
        self.choose_from("Main Menu", "_View", "_Claims Table")
        self.expect_view("claims")
        self.click("Back to the Texts")
        self.expect_view("texts")

    def step_export(self):
        """the main menu exports the table"""
        self.choose_from("Main Menu", "_Export", "_Claims as Table (CSV)…")
        self.lesart.enter_dialog()
        self.click("_Save")
        self.lesart.leave_dialog()
        self.expect_csv()


SCENARIOS = [ClaimsByKeys, ClaimsByMouse]
