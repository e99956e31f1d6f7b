#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A learner's first evenings, end to end: usage: learner.py PROGRAM, under an X display.

Starts the real program on an empty data directory, and uses nothing but the keyboard: search, open a question, write a
note, bookmark, practise two questions, quit. Everything must be on disk, as sqlite3 reads it, and in the window after the
next start. Then the program is killed without warning in the middle of an answer, and must continue where it was; and once
more in a mock interview. Words are highlighted and commented on. Somebody who knows the
date gets a plan.
"""
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

PATIENCE = 30  # seconds for anything to happen; only a failure ever waits this long


class Failure(Exception):
    pass


def wait_for(what, condition):
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        value = condition()
        if value:
            return value
        time.sleep(0.05)
    raise Failure(f"timed out waiting for {what}")


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False)


class Woodshed:
    """One run of the program."""

    def __init__(self, program, folder):
        self.collection = folder / "collection.sqlite"
        self.process = subprocess.Popen([program, "--data-dir", str(folder)])
        self.window = wait_for("the window", self._find_window)
        run("xdotool", "windowfocus", "--sync", self.window)
        wait_for("a title", lambda: self.title().endswith("Woodshed"))

    def _find_window(self):
        if self.process.poll() is not None:
            raise Failure(f"the program ended with {self.process.returncode}")
        found = run("xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid), "--name", "Woodshed$")
        return found.stdout.split()[0] if found.stdout.split() else None

    def title(self):
        return run("xdotool", "getwindowname", self.window).stdout.strip()

    def key(self, *keys):
        for key in keys:
            run("xdotool", "key", "--clearmodifiers", key)
            time.sleep(0.05)

    def type(self, text):
        run("xdotool", "type", "--delay", "12", text)

    def read(self, sql):
        """What sqlite3 finds on disk, whether the program runs or not."""
        result = run("sqlite3", "-readonly", f"file:{self.collection}?mode=ro", sql)
        return result.stdout.strip()

    def wait_title(self, beginning):
        wait_for(f"a title beginning with {beginning!r}, not {self.title()!r}", lambda: self.title().startswith(beginning))

    def wait_disk(self, sql, expected):
        wait_for(f"{sql!r} to give {expected!r}, not {self.read(sql)!r}", lambda: self.read(sql) == expected)

    def quit(self):
        self.key("ctrl+q")
        if wait_for("the end of the program", lambda: self.process.poll() is not None) and self.process.returncode != 0:
            raise Failure(f"the program ended with {self.process.returncode}")

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


def check(program, folder):
    result = run(program, "--data-dir", str(folder), "--check")
    if result.returncode != 0:
        raise Failure(f"--check: {result.stderr}")


def first_evening(program, folder):
    app = Woodshed(program, folder)
    app.wait_title("Welcome")
    app.key("Right", "Return")  # a level higher, and the rest as proposed
    app.wait_disk("SELECT value FROM setting WHERE key = 'goal/level'", "django/senior")
    app.wait_title("What Django is")
    app.key("slash")
    app.type("select_related")
    app.key("Down")
    app.wait_title("select_related or prefetch_related")
    app.key("space")
    app.wait_disk("SELECT count(*) FROM reading", "1")
    app.key("n")
    app.type("One JOIN, or one more query.")
    app.wait_disk("SELECT text FROM note", "One JOIN, or one more query.")
    app.key("ctrl+f", "Escape", "Escape", "b")
    app.wait_disk("SELECT question.key FROM bookmark JOIN question ON question.id = question_id", "django/q14")

    app.key("alt+2")
    app.wait_title("Practice")
    app.key("Return")
    app.wait_disk("SELECT count(*) FROM session", "1")
    app.type("batteries included and DRY")
    app.key("ctrl+Return", "shift+1", "3")
    app.wait_disk("SELECT rating || answer FROM review", "3batteries included and DRY")
    app.wait_disk("SELECT sum(met) FROM review_key_point", "3")  # two by their words, one by hand
    app.wait_disk("SELECT (due_day > last_day) || reviews FROM memory", "11")
    app.type("my second answer")
    app.key("ctrl+Return", "1")
    app.wait_disk("SELECT group_concat(rating) FROM (SELECT rating FROM review ORDER BY created)", "3,1")
    app.key("alt+1")
    app.wait_title("select_related")
    app.quit()
    check(program, folder)
    if app.read("PRAGMA integrity_check") != "ok":
        raise Failure("sqlite3 finds the collection damaged")


def second_evening(program, folder):
    app = Woodshed(program, folder)
    app.wait_title("select_related or prefetch_related")  # where it was left
    app.key("n", "ctrl+End")
    app.type(" And why.")  # goes on in what was written before, so that must be in the window
    app.wait_disk("SELECT text FROM note", "One JOIN, or one more query. And why.")
    app.key("alt+3")
    app.wait_title("Bookmarks")
    app.key("Return")
    app.wait_title("select_related or prefetch_related")
    app.key("alt+2", "Return")  # the session that was paused
    app.type("half an ans")
    app.wait_disk("SELECT draft FROM session JOIN session_question AS q ON q.session_uid = uid AND q.position = session.position", "half an ans")
    app.wait_disk("SELECT position FROM session", "2")
    app.kill()
    check(program, folder)


def third_evening(program, folder):
    app = Woodshed(program, folder)
    app.key("alt+2", "Return")
    app.key("ctrl+End")
    app.type("wer")
    app.wait_disk("SELECT draft FROM session JOIN session_question AS q ON q.session_uid = uid AND q.position = session.position", "half an answer")
    app.key("ctrl+Return", "2")
    app.wait_disk("SELECT rating || answer FROM review WHERE session_position = 2", "2half an answer")
    app.key("ctrl+z")  # nothing typed yet for the next question, so this takes the grade back
    app.wait_disk("SELECT count(*) FROM review WHERE deleted IS NULL", "2")
    app.quit()
    check(program, folder)


def mock_evening(program, folder):
    app = Woodshed(program, folder)
    app.key("alt+2", "5")
    app.wait_disk("SELECT count(*) FROM interview", "1")
    app.type("under the clock")
    app.wait_disk("SELECT group_concat(text) FROM interview_answer", "under the clock")
    app.key("alt+1", "ctrl+m")  # tabs are off; the flag is not
    app.wait_disk("SELECT sum(flagged) FROM interview_question", "1")
    app.kill()
    check(program, folder)
    app = Woodshed(program, folder)  # comes back by itself
    app.key("ctrl+End")
    app.type(" again")
    app.wait_disk("SELECT group_concat(text) FROM interview_answer", "under the clock again")
    app.key("ctrl+Return")
    app.wait_disk("SELECT position FROM interview", "1")
    if app.read("SELECT count(*) FROM review WHERE deleted IS NULL") != "2":
        raise Failure("a mock interview changed the review log")
    app.quit()
    check(program, folder)


def margin_evening(program, folder):
    app = Woodshed(program, folder)
    app.key("alt+1", "slash")
    app.type("select_related")
    app.key("Down")
    app.wait_title("select_related or prefetch_related")
    app.key("space", "Escape")  # shows the answer, and goes into it
    app.key("ctrl+shift+Right", "ctrl+shift+Right", "3")
    app.wait_disk("SELECT quote || color FROM highlight", "Both cure2")
    app.key("c")
    app.type("flibbertigibbet")
    app.wait_disk("SELECT comment FROM highlight", "flibbertigibbet")
    app.kill()
    check(program, folder)
    app = Woodshed(program, folder)
    app.key("alt+1", "slash", "ctrl+a")
    app.type("flibberti")
    app.key("Down")
    app.wait_title("select_related or prefetch_related")  # found in the comment, and opened there
    app.key("Escape", "Delete")
    app.wait_disk("SELECT count(*) FROM highlight WHERE deleted IS NULL", "0")
    app.key("ctrl+z")
    app.wait_disk("SELECT comment FROM highlight WHERE deleted IS NULL", "flibbertigibbet")
    app.quit()
    check(program, folder)


def planned_evening(program, folder):
    folder = folder / "dated"  # somebody else, who knows the date
    folder.mkdir()
    app = Woodshed(program, folder)
    app.wait_title("Welcome")
    app.key("Tab", "space", "Tab", "Return")  # past the level to "I have no date yet", off; start
    app.wait_disk("SELECT count(*) FROM setting WHERE key = 'goal/interview' AND value <> ''", "1")
    app.wait_disk("SELECT count(*) > 0 FROM plan_task", "1")
    app.key("alt+2", "Return")
    app.wait_disk("SELECT count(*) FROM session", "1")
    app.key("ctrl+Return", "3")
    app.wait_disk("SELECT count(*) FROM review WHERE wait >= 1440", "1")
    app.wait_disk("SELECT count(*) FROM readiness WHERE ready > 0 AND followed > ready AND stopped < ready", "1")
    app.kill()
    check(program, folder)
    app = Woodshed(program, folder)
    app.key("alt+6")
    app.wait_title("Progress")
    app.key("alt+5")
    app.wait_title("Guide")
    app.quit()
    check(program, folder)


def main():
    for tool in ("xdotool", "sqlite3"):
        if not shutil.which(tool):
            sys.exit(f"{tool} is missing; packaging/dev test installs it")
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for evening in (first_evening, second_evening, third_evening, margin_evening, mock_evening,
                        planned_evening):
            try:
                evening(program, folder)
            except Failure as failure:
                run("pkill", "-KILL", "-f", str(folder))
                sys.exit(f"{evening.__name__}: {failure}")
            print(f"{evening.__name__}: all there")


main()
