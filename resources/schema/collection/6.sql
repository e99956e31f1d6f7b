-- SPDX-License-Identifier: GPL-3.0-or-later
-- The margin: highlights with their comments, notes that belong to no question, a bin, and what an
-- upgraded deck changed.

-- A deleted note keeps its text and does not stand in the way of a new one on its question.
CREATE TABLE note_6 (
    id INTEGER PRIMARY KEY, -- for the index only; `uid` is its name
    uid TEXT NOT NULL UNIQUE,
    question_id INTEGER REFERENCES question(id), -- NULL for a free note
    text TEXT NOT NULL, -- Markdown
    created INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    deleted INTEGER
) STRICT;

INSERT INTO note_6 SELECT id, uid, question_id, text, created, modified, deleted FROM note;

DROP TABLE note; -- with its triggers
ALTER TABLE note_6 RENAME TO note;

CREATE UNIQUE INDEX note_question ON note(question_id) WHERE deleted IS NULL;
CREATE INDEX note_of_question ON note(question_id);
CREATE INDEX note_modified ON note(modified) WHERE deleted IS NULL;

CREATE TRIGGER note_inserted AFTER INSERT ON note BEGIN
    INSERT INTO note_search(rowid, text) VALUES (new.id, new.text);
END;

CREATE TRIGGER note_text_changed AFTER UPDATE OF text ON note BEGIN
    INSERT INTO note_search(note_search, rowid, text) VALUES ('delete', old.id, old.text);
    INSERT INTO note_search(rowid, text) VALUES (new.id, new.text);
END;

-- A passage of an answer, found again by its words and what stood around them, as in the Web
-- Annotation model: https://www.w3.org/TR/annotation-model/#text-quote-selector
CREATE TABLE highlight (
    id INTEGER PRIMARY KEY, -- for the index only; `uid` is its name
    uid TEXT NOT NULL UNIQUE,
    question_id INTEGER NOT NULL REFERENCES question(id),
    quote TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    position INTEGER NOT NULL, -- of the quote in the answer's plain text, in UTF-16 units
    color INTEGER NOT NULL,    -- 0 yellow, 1 green, 2 blue, 3 pink
    comment TEXT NOT NULL,     -- or ''
    created INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    deleted INTEGER
) STRICT;

CREATE INDEX highlight_question ON highlight(question_id);
CREATE INDEX highlight_modified ON highlight(modified) WHERE deleted IS NULL;

CREATE VIRTUAL TABLE highlight_search USING fts5(
    quote, comment, content = 'highlight', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3 4'
);

CREATE TRIGGER highlight_inserted AFTER INSERT ON highlight BEGIN
    INSERT INTO highlight_search(rowid, quote, comment) VALUES (new.id, new.quote, new.comment);
END;

CREATE TRIGGER highlight_text_changed AFTER UPDATE OF quote, comment ON highlight BEGIN
    INSERT INTO highlight_search(highlight_search, rowid, quote, comment)
    VALUES ('delete', old.id, old.quote, old.comment);
    INSERT INTO highlight_search(rowid, quote, comment) VALUES (new.id, new.quote, new.comment);
END;

-- Questions that an upgraded deck words otherwise, with the words the learner knows.
CREATE TABLE question_update (
    question_id INTEGER PRIMARY KEY REFERENCES question(id) ON DELETE CASCADE,
    version TEXT NOT NULL, -- of the deck that changed it last
    prompt TEXT NOT NULL,  -- these three as they were before, Markdown
    follow_up TEXT NOT NULL,
    answer TEXT NOT NULL,
    created INTEGER NOT NULL,
    seen INTEGER -- when the learner was done with the difference, or NULL
) STRICT;
