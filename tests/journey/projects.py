# SPDX-License-Identifier: GPL-3.0-or-later
"""Projects for journeys, and what the saved file says of them."""
import json
import re

from driver import Atspi, Failure, Journey, plain, wait
from pointer import Mouse


class OnProject(Journey):
    """A project of these texts and annotations is open; what comes of it is looked up in its file.

    An annotation is written as (id, article, words, tags, more members).
    """

    title = "Herons"
    articles = {}       # id: (outlet, language, text)
    tags = ()           # (id, name, id of the one above)
    annotations = ()
    links = ()

    def text_of(self, article):
        return self.articles[article][2]

    def annotation(self, identity, article, words, tags=(), **more):
        start = self.text_of(article).index(words)
        return {"id": identity, "article": article, "start": start, "end": start + len(words), "exact": words,
                "tags": list(tags), "author": "Ada", "created": "2025-11-20T10:00:00Z", **more}

    def write(self):
        self.path = self.lesart.folder / "project.lesart"
        project = {
            "format": "lesart-project", "version": 1, "id": "p", "title": self.title,
            "articles": [{"id": identity, "outlet": outlet, "language": language, "text": text}
                         for identity, (outlet, language, text) in self.articles.items()],
            "tags": [{"id": identity, "name": name, **({"parent": parent} if parent else {})}
                     for identity, name, parent in self.tags],
            "annotations": [self.annotation(*annotation[:4], **(annotation[4] if len(annotation) > 4 else {}))
                            for annotation in self.annotations],
            "links": list(self.links), "comparisons": []}
        self.path.write_text(json.dumps(project, ensure_ascii=False, indent=2), encoding="utf-8")

    def step_open(self):
        """the project stands open"""
        self.write()
        self.lesart.start_project(self.path)
        self.lesart.focus_window()

    # --- the saved file

    def saved(self):
        project = self.lesart.saved(self.path)
        self.names = {tag["id"]: tag["name"] for tag in project["tags"]}
        return project

    def expect_saved(self, test, what):
        """Waits until test(project) is true of the saved file; returns the project."""
        seen = []

        def holds():
            seen[:] = [self.saved()]
            return test(seen[0])
        try:
            wait(holds, what)
        except Failure as failure:
            told = {kind: seen[0][kind] for kind in ("tags", "annotations", "links")} if seen else "nothing"
            raise Failure(f"{failure}; saved is {told}") from None
        return seen[0]

    def tags_by_words(self, project):
        """The names of the tags of each annotation, by its words."""
        return {annotation["exact"]: [self.names[tag] for tag in annotation.get("tags", [])]
                for annotation in project["annotations"]}

    def expect_tags(self, **wanted):
        """Annotations by their id, and the names of their tags."""
        def fits(project):
            found = {annotation["id"]: {self.names[tag] for tag in annotation.get("tags", [])}
                     for annotation in project["annotations"]}
            return all(found.get(identity) == set(names) for identity, names in wanted.items())
        self.expect_saved(fits, f"the tags {wanted}")

    def expect_annotations(self, *identities):
        """These and no others."""
        self.expect_saved(lambda project: {annotation["id"] for annotation in project["annotations"]} == set(identities),
                          f"the annotations {identities}")

    # --- what was exported

    def exported(self, ending):
        """The text of the one file with this ending."""
        def read():
            files = [path for path in self.lesart.folder.iterdir() if path.name.endswith(ending)]
            return files[0].read_text(encoding="utf-8-sig") if files and files[0].stat().st_size else None
        return wait(read, f"a file *{ending}")


class TextByKeys:
    """For journeys on a project: the text cursor, the focus and the menu, moved by keys alone."""

    def press_until(self, key, test, what):
        """Presses a key again and again, looking where the focus is each time."""
        def there():
            focus = self.lesart.focused()
            if focus and test(*focus):
                return True
            self.lesart.keys(key)
            return False
        wait(there, what)

    def tab_to(self, label, roles, key="Tab"):
        name = self.lesart.tr(label)
        self.press_until(key, lambda role, said: role in roles and plain(said) == name, f"the focus on “{label}”")

    def focused_words(self):
        """The label in what has the focus."""
        for node, _role, _name in self.lesart.nodes():
            if node.get_state_set().contains(Atspi.StateType.FOCUSED):
                return next((name for _node, role, name in self.lesart.nodes([node]) if role == "label"), None)
        return None

    def tab_to_drop_down(self, label, key="Tab"):
        """The focus is in a button without a name inside of it."""
        name = self.lesart.tr(label)

        def there(_role, _said):
            return any(inner.get_state_set().contains(Atspi.StateType.FOCUSED)
                       for node, role, said in self.lesart.nodes() if role == "combo box" and said == name
                       for inner, _role, _name in self.lesart.nodes([node]))
        self.press_until(key, there, f"the focus on “{label}”")

    def choose(self, *labels):
        """Item after item of the menu that is open."""
        for label in labels:
            name = self.lesart.tr(label)
            self.press_until("Down", lambda role, said: "menu item" in role and plain(said) == name,
                             f"“{label}” in the menu")
            self.lesart.keys("Return")

    def choose_in_main_menu(self, *labels):
        self.lesart.keys("F10")
        wait(lambda: (self.lesart.focused() or ("",))[0] == "menu item", "the menu")
        self.choose(*labels)

    def go_to(self, side, article, words):
        """From the end of the article back to these words, word by word."""
        text = self.text_of(article)
        start = text.index(words)
        self.lesart.keys("alt+2" if side == 0 else "alt+3", "ctrl+End")
        self.lesart.keys_at_once(12, *["ctrl+Left"] * len(re.findall(r"\w+", text[start:])))
        wait(lambda: Atspi.Text.get_caret_offset(self.lesart.text_views()[side]) == start, f"the cursor before “{words}”")


class TextByMouse(Mouse):
    """For journeys on a project: places in its texts."""

    def place_of_words(self, side, article, words, letter=1):
        view = wait(lambda: self.lesart.text_views()[side], "the text")
        return self.place_in_text(view, self.text_of(article).index(words) + letter)

    def click_text(self, side, article, words, letter=1, **how):
        self.click_at(self.place_of_words(side, article, words, letter), **how)

    def drag_text(self, side, article, words):
        """From the first of these words to the last."""
        self.drag(self.place_of_words(side, article, words), self.place_of_words(side, article, words, len(words) - 2))
