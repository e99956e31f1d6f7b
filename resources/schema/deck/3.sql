-- SPDX-License-Identifier: GPL-3.0-or-later
-- A deck file: one deck, read-only once compiled. Row order is the order of the source.
PRAGMA application_id = 0x5753444B; -- "WSDK"
PRAGMA user_version = 3;

CREATE TABLE deck (
    key TEXT NOT NULL,
    title TEXT NOT NULL,
    version TEXT NOT NULL,
    baseline TEXT NOT NULL,
    licence TEXT NOT NULL,
    summary TEXT NOT NULL,
    digest TEXT NOT NULL -- of everything below; tells two builds of one version apart
) STRICT;

CREATE TABLE topic (
    id INTEGER PRIMARY KEY, -- must-study order, from 1
    key TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    summary TEXT NOT NULL
) STRICT;

CREATE TABLE level (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    duration TEXT NOT NULL, -- of preparing, in words
    hours TEXT NOT NULL,
    focus TEXT NOT NULL,    -- a line each
    interview TEXT NOT NULL -- questions of each tier in a mock interview, "2,3,1,2", or ''
) STRICT;

CREATE TABLE guide_entry (
    position INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL, -- 0 tip, 1 FAQ, 2 resource
    title TEXT NOT NULL,
    text TEXT NOT NULL, -- inline Markdown
    url TEXT NOT NULL   -- of a resource
) STRICT;

CREATE TABLE level_topic (
    level_id INTEGER NOT NULL REFERENCES level(id),
    topic_id INTEGER NOT NULL REFERENCES topic(id),
    PRIMARY KEY (level_id, topic_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE level_tier (
    level_id INTEGER NOT NULL REFERENCES level(id),
    tier INTEGER NOT NULL,
    PRIMARY KEY (level_id, tier)
) STRICT, WITHOUT ROWID;

CREATE TABLE question (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE, -- "q14"
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    tier INTEGER NOT NULL,
    title TEXT NOT NULL,
    prompt TEXT NOT NULL,
    follow_up TEXT NOT NULL,
    answer TEXT NOT NULL, -- Markdown
    since TEXT NOT NULL,  -- first version it holds for, or ''
    until TEXT NOT NULL,
    digest TEXT NOT NULL  -- of the question and all that hangs on it
) STRICT;

CREATE TABLE drill (
    question_id INTEGER PRIMARY KEY REFERENCES question(id),
    file TEXT NOT NULL,
    starter TEXT NOT NULL,
    solution TEXT NOT NULL,
    program TEXT NOT NULL -- checks an answer
) STRICT;

CREATE TABLE question_topic (
    question_id INTEGER NOT NULL REFERENCES question(id),
    position INTEGER NOT NULL, -- 0 is the primary topic
    topic_id INTEGER NOT NULL REFERENCES topic(id),
    PRIMARY KEY (question_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE question_related (
    question_id INTEGER NOT NULL REFERENCES question(id),
    position INTEGER NOT NULL,
    related_key TEXT NOT NULL,
    PRIMARY KEY (question_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE key_point (
    id INTEGER PRIMARY KEY,
    question_id INTEGER NOT NULL REFERENCES question(id),
    key TEXT NOT NULL,
    position INTEGER NOT NULL,
    section INTEGER NOT NULL, -- 0 none, 1 problem, 2 approach, 3 outcome, 4 follow-up
    text TEXT NOT NULL,
    detail TEXT NOT NULL,
    expression TEXT NOT NULL, -- FTS5, porter stemming
    UNIQUE (question_id, key)
) STRICT;

CREATE TABLE source (
    question_id INTEGER NOT NULL REFERENCES question(id),
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    url TEXT NOT NULL,
    PRIMARY KEY (question_id, position)
) STRICT, WITHOUT ROWID;

-- What is searched, as plain text. The index holds no copy of it.
CREATE TABLE question_text (
    question_id INTEGER PRIMARY KEY REFERENCES question(id),
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
