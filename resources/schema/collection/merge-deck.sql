-- SPDX-License-Identifier: GPL-3.0-or-later
-- Installs or upgrades the deck in the file attached as `pack`. Before this runs, :deck is replaced
-- by the deck's row, and :prefix by its key and a slash, quoted: 'django/' makes q14 django/q14. What
-- a question said so far is in question_update by then.

-- Topics and levels ---------------------------------------------------------------------------

INSERT INTO topic(deck_id, key, position, title, summary)
SELECT :deck, :prefix || key, id, title, summary FROM pack.topic WHERE true
ON CONFLICT(key) DO UPDATE SET
    position = excluded.position, title = excluded.title, summary = excluded.summary, retired = 0;

DELETE FROM level WHERE deck_id = :deck;

INSERT INTO level(deck_id, key, position, title, summary, duration, hours, focus, interview)
SELECT :deck, :prefix || key, id, title, summary, duration, hours, focus, interview
FROM pack.level;

INSERT INTO level_topic
SELECT level.id, topic.id
FROM pack.level_topic AS link
JOIN pack.level AS packed_level ON packed_level.id = link.level_id
JOIN pack.topic AS packed_topic ON packed_topic.id = link.topic_id
JOIN main.level AS level ON level.key = :prefix || packed_level.key
JOIN main.topic AS topic ON topic.key = :prefix || packed_topic.key;

INSERT INTO level_tier
SELECT level.id, link.tier
FROM pack.level_tier AS link
JOIN pack.level AS packed_level ON packed_level.id = link.level_id
JOIN main.level AS level ON level.key = :prefix || packed_level.key;

DELETE FROM guide_entry WHERE deck_id = :deck;

INSERT INTO guide_entry(deck_id, position, kind, title, text, url)
SELECT :deck, position, kind, title, text, url FROM pack.guide_entry;

-- Questions that are new or differ ------------------------------------------------------------

CREATE TEMP TABLE changed AS
SELECT packed.id AS pack_id, packed.key AS key
FROM pack.question AS packed
LEFT JOIN main.question AS known ON known.key = :prefix || packed.key
WHERE known.digest IS NOT packed.digest OR known.retired;

INSERT INTO question(deck_id, key, number, kind, tier, title, prompt, follow_up, answer, since,
    until, digest)
SELECT :deck, :prefix || key, number, kind, tier, title, prompt, follow_up, answer, since, until,
    digest
FROM pack.question WHERE id IN (SELECT pack_id FROM changed)
ON CONFLICT(key) DO UPDATE SET
    number = excluded.number, kind = excluded.kind, tier = excluded.tier, title = excluded.title,
    prompt = excluded.prompt, follow_up = excluded.follow_up, answer = excluded.answer, since = excluded.since,
    until = excluded.until, digest = excluded.digest, retired = 0;

CREATE TEMP TABLE merged AS
SELECT changed.pack_id AS pack_id, question.id AS id
FROM changed JOIN main.question AS question ON question.key = :prefix || changed.key;

DELETE FROM main.question_topic WHERE question_id IN (SELECT id FROM merged);
DELETE FROM main.question_related WHERE question_id IN (SELECT id FROM merged);
DELETE FROM main.drill WHERE question_id IN (SELECT id FROM merged);
DELETE FROM main.source WHERE question_id IN (SELECT id FROM merged);
DELETE FROM main.question_text WHERE question_id IN (SELECT id FROM merged);

INSERT INTO main.question_topic
SELECT merged.id, link.position, topic.id
FROM merged
JOIN pack.question_topic AS link ON link.question_id = merged.pack_id
JOIN pack.topic AS packed_topic ON packed_topic.id = link.topic_id
JOIN main.topic AS topic ON topic.key = :prefix || packed_topic.key;

INSERT INTO main.question_related
SELECT merged.id, link.position, :prefix || link.related_key
FROM merged JOIN pack.question_related AS link ON link.question_id = merged.pack_id;

INSERT INTO main.source
SELECT merged.id, link.position, link.title, link.url
FROM merged JOIN pack.source AS link ON link.question_id = merged.pack_id;

INSERT INTO main.drill
SELECT merged.id, packed.file, packed.starter, packed.solution, packed.program
FROM merged JOIN pack.drill AS packed ON packed.question_id = merged.pack_id;

INSERT INTO main.question_text
SELECT merged.id, link.title, link.topics, link.prompt, link.key_points, link.answer
FROM merged JOIN pack.question_text AS link ON link.question_id = merged.pack_id;

-- Key points keep their rows, because results of reviews point at them.

UPDATE key_point SET retired = 1 WHERE question_id IN (SELECT id FROM merged);

INSERT INTO key_point(question_id, key, position, section, text, detail, expression)
SELECT merged.id, link.key, link.position, link.section, link.text, link.detail, link.expression
FROM merged JOIN pack.key_point AS link ON link.question_id = merged.pack_id WHERE true
ON CONFLICT(question_id, key) DO UPDATE SET
    position = excluded.position, section = excluded.section, text = excluded.text,
    detail = excluded.detail, expression = excluded.expression, retired = 0;

DELETE FROM key_point
WHERE retired AND id NOT IN (SELECT key_point_id FROM review_key_point)
    AND id NOT IN (SELECT key_point_id FROM interview_key_point);

-- What the deck no longer has stays where the user made something of it -----------------------
-- Even if it is deleted by now: it can be brought back, and its row points here.

UPDATE question SET retired = 1
WHERE deck_id = :deck AND key NOT IN (SELECT :prefix || packed.key FROM pack.question AS packed);

DELETE FROM question
WHERE deck_id = :deck AND retired
    AND id NOT IN (SELECT question_id FROM bookmark WHERE question_id IS NOT NULL)
    AND id NOT IN (SELECT question_id FROM note WHERE question_id IS NOT NULL)
    AND id NOT IN (SELECT question_id FROM highlight)
    AND id NOT IN (SELECT question_id FROM reading)
    AND id NOT IN (SELECT question_id FROM review)
    AND id NOT IN (SELECT question_id FROM session_question)
    AND id NOT IN (SELECT question_id FROM interview_question);

UPDATE topic SET retired = 1
WHERE deck_id = :deck AND key NOT IN (SELECT :prefix || packed.key FROM pack.topic AS packed);

DELETE FROM topic
WHERE deck_id = :deck AND retired
    AND id NOT IN (SELECT topic_id FROM bookmark WHERE topic_id IS NOT NULL)
    AND id NOT IN (SELECT topic_id FROM question_topic)
    AND id NOT IN (SELECT topic_id FROM topic_readiness)
    AND id NOT IN (SELECT topic_id FROM plan_task WHERE topic_id IS NOT NULL);

INSERT INTO question_search(question_search) VALUES ('rebuild');

DROP TABLE temp.merged;
DROP TABLE temp.changed;
