-- SPDX-License-Identifier: GPL-3.0-or-later
-- The first collection: installed decks, and everything the user makes.
-- Times are milliseconds since 1970 in UTC. `deleted` is when, or NULL while the row counts.
PRAGMA application_id = 0x5753434C; -- "WSCL"

-- Installed decks -----------------------------------------------------------------------------

CREATE TABLE deck (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    version TEXT NOT NULL,
    baseline TEXT NOT NULL, -- what its answers were checked on
    licence TEXT NOT NULL,
    summary TEXT NOT NULL,
    digest TEXT NOT NULL
) STRICT;

CREATE TABLE topic (
    id INTEGER PRIMARY KEY,
    deck_id INTEGER NOT NULL REFERENCES deck(id),
    key TEXT NOT NULL UNIQUE,  -- "django/orm-queries"
    position INTEGER NOT NULL, -- must-study order, from 1
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    retired INTEGER NOT NULL DEFAULT 0 -- gone from the deck, shown for what the user made
) STRICT;

CREATE TABLE level (
    id INTEGER PRIMARY KEY,
    deck_id INTEGER NOT NULL REFERENCES deck(id),
    key TEXT NOT NULL UNIQUE, -- "django/mid"
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL
) STRICT;

CREATE TABLE level_topic (
    level_id INTEGER NOT NULL REFERENCES level(id) ON DELETE CASCADE,
    topic_id INTEGER NOT NULL REFERENCES topic(id) ON DELETE CASCADE,
    PRIMARY KEY (level_id, topic_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE level_tier (
    level_id INTEGER NOT NULL REFERENCES level(id) ON DELETE CASCADE,
    tier INTEGER NOT NULL,
    PRIMARY KEY (level_id, tier)
) STRICT, WITHOUT ROWID;

CREATE TABLE question (
    id INTEGER PRIMARY KEY,
    deck_id INTEGER NOT NULL REFERENCES deck(id),
    key TEXT NOT NULL UNIQUE, -- "django/q14"
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    tier INTEGER NOT NULL, -- 0 basic, 1 intermediate, 2 advanced, 3 scenario
    title TEXT NOT NULL,
    prompt TEXT NOT NULL,
    answer TEXT NOT NULL, -- Markdown
    since TEXT NOT NULL,
    until TEXT NOT NULL,
    digest TEXT NOT NULL,
    retired INTEGER NOT NULL DEFAULT 0 -- gone from the deck, shown for what the user made
) STRICT;

CREATE INDEX question_number ON question(number);

CREATE TABLE question_topic (
    question_id INTEGER NOT NULL REFERENCES question(id) ON DELETE CASCADE,
    position INTEGER NOT NULL, -- 0 is the primary topic
    topic_id INTEGER NOT NULL REFERENCES topic(id),
    PRIMARY KEY (question_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX question_topic_topic ON question_topic(topic_id, question_id);

CREATE TABLE question_related (
    question_id INTEGER NOT NULL REFERENCES question(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    related_key TEXT NOT NULL, -- a key and no id: the other question may come later, or never
    PRIMARY KEY (question_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE key_point (
    id INTEGER PRIMARY KEY,
    question_id INTEGER NOT NULL REFERENCES question(id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    position INTEGER NOT NULL,
    section INTEGER NOT NULL, -- 0 none, 1 problem, 2 approach, 3 outcome
    text TEXT NOT NULL,
    detail TEXT NOT NULL,
    expression TEXT NOT NULL,
    retired INTEGER NOT NULL DEFAULT 0,
    UNIQUE (question_id, key)
) STRICT;

CREATE TABLE source (
    question_id INTEGER NOT NULL REFERENCES question(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    url TEXT NOT NULL,
    PRIMARY KEY (question_id, position)
) STRICT, WITHOUT ROWID;

-- What is searched, as plain text. The index holds no copy of it.
CREATE TABLE question_text (
    question_id INTEGER PRIMARY KEY REFERENCES question(id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    topics TEXT NOT NULL,
    prompt TEXT NOT NULL,
    key_points TEXT NOT NULL,
    answer TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE question_search USING fts5(
    title, topics, prompt, key_points, answer,
    content = 'question_text', content_rowid = 'question_id',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3 4'
);

-- What the user makes -------------------------------------------------------------------------

CREATE TABLE bookmark (
    uid TEXT NOT NULL PRIMARY KEY, -- UUIDv7, as every uid
    question_id INTEGER REFERENCES question(id),
    topic_id INTEGER REFERENCES topic(id),
    created INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    deleted INTEGER,
    CHECK ((question_id IS NULL) <> (topic_id IS NULL))
) STRICT;

CREATE UNIQUE INDEX bookmark_question ON bookmark(question_id) WHERE question_id IS NOT NULL;
CREATE UNIQUE INDEX bookmark_topic ON bookmark(topic_id) WHERE topic_id IS NOT NULL;

CREATE TABLE note (
    id INTEGER PRIMARY KEY, -- for the index only; `uid` is its name
    uid TEXT NOT NULL UNIQUE,
    question_id INTEGER NOT NULL UNIQUE REFERENCES question(id),
    text TEXT NOT NULL, -- Markdown
    created INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    deleted INTEGER
) STRICT;

CREATE INDEX note_modified ON note(modified) WHERE deleted IS NULL;

CREATE VIRTUAL TABLE note_search USING fts5(
    text, content = 'note', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3 4'
);

CREATE TRIGGER note_inserted AFTER INSERT ON note BEGIN
    INSERT INTO note_search(rowid, text) VALUES (new.id, new.text);
END;

CREATE TRIGGER note_text_changed AFTER UPDATE OF text ON note BEGIN
    INSERT INTO note_search(note_search, rowid, text) VALUES ('delete', old.id, old.text);
    INSERT INTO note_search(rowid, text) VALUES (new.id, new.text);
END;

-- That an answer was revealed, which counts as having read it.
CREATE TABLE reading (
    uid TEXT NOT NULL PRIMARY KEY,
    question_id INTEGER NOT NULL UNIQUE REFERENCES question(id),
    created INTEGER NOT NULL, -- first time
    modified INTEGER NOT NULL, -- last time
    deleted INTEGER
) STRICT;

CREATE TABLE session (
    uid TEXT NOT NULL PRIMARY KEY,
    title TEXT NOT NULL,
    mode TEXT NOT NULL,        -- 'type' or 'think'
    position INTEGER NOT NULL, -- of the question at hand, from 0
    draft TEXT NOT NULL,       -- typed so far for that question
    created INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    finished INTEGER,
    deleted INTEGER
) STRICT;

CREATE TABLE session_question (
    session_uid TEXT NOT NULL REFERENCES session(uid),
    position INTEGER NOT NULL,
    question_id INTEGER NOT NULL REFERENCES question(id),
    PRIMARY KEY (session_uid, position)
) STRICT, WITHOUT ROWID;

-- The review log. Rows are only ever added; an undone grade is marked deleted.
CREATE TABLE review (
    uid TEXT NOT NULL PRIMARY KEY,
    question_id INTEGER NOT NULL REFERENCES question(id),
    session_uid TEXT REFERENCES session(uid),
    session_position INTEGER,
    rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 4), -- Again, Hard, Good, Easy
    answer TEXT NOT NULL,        -- what was typed, or ''
    duration INTEGER NOT NULL,   -- milliseconds from question to grade
    created INTEGER NOT NULL,    -- when it was graded
    modified INTEGER NOT NULL,
    deleted INTEGER
) STRICT;

CREATE INDEX review_question ON review(question_id, created) WHERE deleted IS NULL;
CREATE INDEX review_session ON review(session_uid, session_position) WHERE deleted IS NULL;

CREATE TABLE review_key_point (
    review_uid TEXT NOT NULL REFERENCES review(uid),
    key_point_id INTEGER NOT NULL REFERENCES key_point(id),
    met INTEGER NOT NULL CHECK (met IN (0, 1)),
    PRIMARY KEY (review_uid, key_point_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX review_key_point_missed ON review_key_point(key_point_id) WHERE met = 0;

-- Settings that describe the person's study; window settings live elsewhere.
CREATE TABLE setting (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
