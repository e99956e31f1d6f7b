-- SPDX-License-Identifier: GPL-3.0-or-later
-- Practice that remembers: what the review log needs so that memory follows from it alone, the
-- memory that follows, and mock interviews.

-- The study day of a review, from 04:00 to 04:00 where the learner was, as a Julian day number; and
-- the minutes until the question comes back, as the button said. NULL from before there were any.
ALTER TABLE review ADD COLUMN day INTEGER NOT NULL DEFAULT 0;
ALTER TABLE review ADD COLUMN wait INTEGER;

UPDATE review SET day =
    CAST(julianday(date(created / 1000, 'unixepoch', 'localtime', '-4 hours')) + 0.5 AS INTEGER);

CREATE INDEX review_day ON review(day) WHERE deleted IS NULL;

-- A question graded Again comes back at the session's end: the position of that grade, or NULL.
ALTER TABLE session_question ADD COLUMN repeats INTEGER;

-- A cache: what the review log adds up to. It can be dropped and built again.
CREATE TABLE memory (
    question_id INTEGER PRIMARY KEY REFERENCES question(id) ON DELETE CASCADE,
    stability REAL NOT NULL,  -- days
    fast REAL NOT NULL,       -- days; FSRS-7 only
    difficulty REAL NOT NULL, -- 1 to 10
    phase INTEGER NOT NULL,   -- 1 learning, 2 review, 3 relearning
    step INTEGER NOT NULL,
    reviews INTEGER NOT NULL,
    lapses INTEGER NOT NULL,
    rating INTEGER NOT NULL,    -- the last
    first_day INTEGER NOT NULL, -- study day of the first review
    last_day INTEGER NOT NULL,  -- and of the last
    last_time INTEGER NOT NULL, -- when the last was made
    due_day INTEGER NOT NULL,
    due_time INTEGER NOT NULL   -- when, if that is minutes away; else 0
) STRICT;

CREATE INDEX memory_due ON memory(due_day);

-- Of the same cache: key points missed in the last review of their question, and in how many
-- reviews in a row.
CREATE TABLE missed_point (
    key_point_id INTEGER PRIMARY KEY REFERENCES key_point(id) ON DELETE CASCADE,
    question_id INTEGER NOT NULL REFERENCES question(id) ON DELETE CASCADE,
    run INTEGER NOT NULL CHECK (run > 0)
) STRICT;

CREATE INDEX missed_point_question ON missed_point(question_id);
-- How many questions of each tier a mock interview asks, "2,3,1,2"; '' leaves it to the tiers.
ALTER TABLE level ADD COLUMN interview TEXT NOT NULL DEFAULT '';

-- A timed session that never changes the schedule unless asked. It runs until `ended`, is then
-- graded, and is `finished` with its scorecard.
CREATE TABLE interview (
    uid TEXT NOT NULL PRIMARY KEY,
    level TEXT NOT NULL, -- its title, as it was then
    position INTEGER NOT NULL, -- of the question at hand, from 0, asked or graded
    counted INTEGER NOT NULL DEFAULT 0, -- its grades went into the review log
    created INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    ended INTEGER,
    finished INTEGER,
    deleted INTEGER
) STRICT;

CREATE TABLE interview_question (
    interview_uid TEXT NOT NULL REFERENCES interview(uid),
    position INTEGER NOT NULL,
    question_id INTEGER NOT NULL REFERENCES question(id),
    allowed INTEGER NOT NULL,           -- milliseconds
    spent INTEGER NOT NULL DEFAULT 0,   -- milliseconds
    flagged INTEGER NOT NULL DEFAULT 0,
    skipped INTEGER NOT NULL DEFAULT 0,
    rating INTEGER CHECK (rating BETWEEN 1 AND 4),
    PRIMARY KEY (interview_uid, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX interview_question_question ON interview_question(question_id);

CREATE TABLE interview_answer (
    interview_uid TEXT NOT NULL REFERENCES interview(uid),
    position INTEGER NOT NULL,
    section INTEGER NOT NULL, -- 0 the whole answer, 1 problem, 2 approach, 3 outcome
    text TEXT NOT NULL,
    PRIMARY KEY (interview_uid, position, section)
) STRICT, WITHOUT ROWID;

CREATE TABLE interview_key_point (
    interview_uid TEXT NOT NULL REFERENCES interview(uid),
    position INTEGER NOT NULL,
    key_point_id INTEGER NOT NULL REFERENCES key_point(id),
    met INTEGER NOT NULL CHECK (met IN (0, 1)),
    PRIMARY KEY (interview_uid, position, key_point_id)
) STRICT, WITHOUT ROWID;
