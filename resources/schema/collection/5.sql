-- SPDX-License-Identifier: GPL-3.0-or-later
-- Practice to a date: what readiness was day by day, the week's plan, and interviews that are over.
-- Days are study days, as Julian day numbers.

-- What was true then: written each day, and never worked out again.
CREATE TABLE readiness (
    day INTEGER PRIMARY KEY,
    level TEXT NOT NULL,   -- key
    ready REAL NOT NULL,   -- 0 to 1
    followed REAL,         -- forecast for the interview if the plan is followed; NULL without one
    stopped REAL           -- and if practice stopped then
) STRICT;

CREATE TABLE topic_readiness (
    day INTEGER NOT NULL,
    topic_id INTEGER NOT NULL REFERENCES topic(id) ON DELETE CASCADE,
    recall REAL NOT NULL, -- 0 to 1
    PRIMARY KEY (day, topic_id)
) STRICT, WITHOUT ROWID;

-- The tasks of a week, or of the last days, kept from when it begins so that they can be ticked off.
CREATE TABLE plan_task (
    first_day INTEGER NOT NULL,
    position INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    topic_id INTEGER REFERENCES topic(id) ON DELETE CASCADE,
    tiers TEXT NOT NULL,    -- numbers, "0,1"
    count INTEGER NOT NULL,     -- questions
    remaining INTEGER NOT NULL, -- unseen ones of the topic when it began
    day INTEGER NOT NULL,   -- of a mock interview, or 0
    ticked INTEGER CHECK (ticked IN (0, 1)), -- by hand, or NULL
    PRIMARY KEY (first_day, position)
) STRICT, WITHOUT ROWID;

-- An interview whose day has passed, and how it went.
CREATE TABLE past_interview (
    uid TEXT NOT NULL PRIMARY KEY,
    day INTEGER NOT NULL UNIQUE,
    level TEXT NOT NULL, -- its title, as it was then
    note TEXT NOT NULL,
    created INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    deleted INTEGER
) STRICT;
