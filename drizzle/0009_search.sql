-- What people can search for, as words. The index keeps no text of its own: what is shown is read from the
-- tables, under the rights of whoever looks. Its row ids say kind and row: kind * 2^40 + id. `scope` has 'o12' and
-- 'i3' for the organisation and the inspection, so that one body's text is found without looking through all.
CREATE VIRTUAL TABLE `search_text` USING fts5(
	title, body, scope,
	content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2'
);
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_word` USING fts5vocab(`search_text`, 'instance');
--> statement-breakpoint
-- The letters that Unicode does not take apart (Ł is no L with a mark) are put into plain ones by hand.
CREATE VIEW `search_of_recommendation` AS SELECT
	1 * 1099511627776 + t.`id` AS `id`,
	t.`id` AS `source_id`,
	replace(replace(replace(replace(replace(replace(i.`code` || '-' || t.`number` || ' ' || t.`title`, 'ł', 'l'), 'Ł', 'L'), 'ø', 'o'), 'Ø', 'O'), 'đ', 'd'), 'Đ', 'D') AS `title`,
	replace(replace(replace(replace(replace(replace(coalesce((
		SELECT w.`text` FROM `recommendation_wording` w WHERE w.`recommendation_id` = t.`id` ORDER BY w.`id` DESC LIMIT 1
	), '') || coalesce((
		SELECT group_concat(' ' || p.`label` || ' ' || p.`text`, '') FROM `recommendation_part` p
		WHERE p.`recommendation_id` = t.`id` AND p.`to_day` IS NULL
	), ''), 'ł', 'l'), 'Ł', 'L'), 'ø', 'o'), 'Ø', 'O'), 'đ', 'd'), 'Đ', 'D') AS `body`,
	'i' || t.`inspection_id` AS `scope`
FROM `recommendation` t JOIN `inspection` i ON i.`id` = t.`inspection_id`;
--> statement-breakpoint
CREATE VIEW `search_of_organisation` AS SELECT
	2 * 1099511627776 + t.`id` AS `id`,
	t.`id` AS `source_id`,
	replace(replace(replace(replace(replace(replace(t.`name` || ' ' || t.`code`, 'ł', 'l'), 'Ł', 'L'), 'ø', 'o'), 'Ø', 'O'), 'đ', 'd'), 'Đ', 'D') AS `title`,
	'' AS `body`,
	'o' || t.`id` AS `scope`
FROM `organisation` t;
--> statement-breakpoint
-- An update that was corrected is found by its correction.
CREATE VIEW `search_of_progress_update` AS SELECT
	3 * 1099511627776 + t.`id` AS `id`,
	t.`id` AS `source_id`,
	'' AS `title`,
	replace(replace(replace(replace(replace(replace(t.`narrative` || ' ' || coalesce(t.`next_milestone`, ''), 'ł', 'l'), 'Ł', 'L'), 'ø', 'o'), 'Ø', 'O'), 'đ', 'd'), 'Đ', 'D') AS `body`,
	'o' || a.`organisation_id` || ' i' || a.`inspection_id` AS `scope`
FROM `progress_update` t JOIN `assignment` a ON a.`id` = t.`assignment_id`
WHERE NOT EXISTS (SELECT 1 FROM `progress_update` c WHERE c.`corrects_id` = t.`id`);
--> statement-breakpoint
-- Of an item of evidence its latest version, unless it was withdrawn.
CREATE VIEW `search_of_evidence` AS SELECT
	4 * 1099511627776 + t.`id` AS `id`,
	t.`id` AS `source_id`,
	replace(replace(replace(replace(replace(replace(t.`title`, 'ł', 'l'), 'Ł', 'L'), 'ø', 'o'), 'Ø', 'O'), 'đ', 'd'), 'Đ', 'D') AS `title`,
	replace(replace(replace(replace(replace(replace(t.`shows`, 'ł', 'l'), 'Ł', 'L'), 'ø', 'o'), 'Ø', 'O'), 'đ', 'd'), 'Đ', 'D') AS `body`,
	'o' || a.`organisation_id` || ' i' || a.`inspection_id` AS `scope`
FROM `evidence` t JOIN `assignment` a ON a.`id` = t.`assignment_id`
WHERE t.`withdrawn_at` IS NULL AND NOT EXISTS (
	SELECT 1 FROM `evidence` l
	WHERE l.`item_key` = coalesce(t.`item_key`, t.`key`) AND l.`item_version` > t.`item_version`
);
--> statement-breakpoint
CREATE VIEW `search_of_comment` AS SELECT
	5 * 1099511627776 + t.`id` AS `id`,
	t.`id` AS `source_id`,
	'' AS `title`,
	replace(replace(replace(replace(replace(replace(t.`text`, 'ł', 'l'), 'Ł', 'L'), 'ø', 'o'), 'Ø', 'O'), 'đ', 'd'), 'Đ', 'D') AS `body`,
	'o' || a.`organisation_id` || ' i' || a.`inspection_id` AS `scope`
FROM `comment` t JOIN `assignment` a ON a.`id` = t.`assignment_id`;
--> statement-breakpoint
CREATE TRIGGER `search_adds_recommendation` AFTER INSERT ON `recommendation`
BEGIN
	INSERT INTO `search_text` (`rowid`, `title`, `body`, `scope`)
	SELECT `id`, `title`, `body`, `scope` FROM `search_of_recommendation` WHERE `source_id` = NEW.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `search_follows_recommendation` AFTER UPDATE OF `number`, `title`, `inspection_id` ON `recommendation`
BEGIN
	DELETE FROM `search_text` WHERE `rowid` = 1 * 1099511627776 + NEW.`id`;
	INSERT INTO `search_text` (`rowid`, `title`, `body`, `scope`)
	SELECT `id`, `title`, `body`, `scope` FROM `search_of_recommendation` WHERE `source_id` = NEW.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `search_follows_wording` AFTER INSERT ON `recommendation_wording`
BEGIN
	DELETE FROM `search_text` WHERE `rowid` = 1 * 1099511627776 + NEW.`recommendation_id`;
	INSERT INTO `search_text` (`rowid`, `title`, `body`, `scope`)
	SELECT `id`, `title`, `body`, `scope` FROM `search_of_recommendation` WHERE `source_id` = NEW.`recommendation_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `search_adds_part` AFTER INSERT ON `recommendation_part`
BEGIN
	DELETE FROM `search_text` WHERE `rowid` = 1 * 1099511627776 + NEW.`recommendation_id`;
	INSERT INTO `search_text` (`rowid`, `title`, `body`, `scope`)
	SELECT `id`, `title`, `body`, `scope` FROM `search_of_recommendation` WHERE `source_id` = NEW.`recommendation_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `search_follows_part` AFTER UPDATE OF `to_day` ON `recommendation_part`
BEGIN
	DELETE FROM `search_text` WHERE `rowid` = 1 * 1099511627776 + NEW.`recommendation_id`;
	INSERT INTO `search_text` (`rowid`, `title`, `body`, `scope`)
	SELECT `id`, `title`, `body`, `scope` FROM `search_of_recommendation` WHERE `source_id` = NEW.`recommendation_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `search_follows_inspection` AFTER UPDATE OF `code` ON `inspection`
WHEN NEW.`code` IS NOT OLD.`code`
BEGIN
	DELETE FROM `search_text` WHERE `rowid` IN (
		SELECT 1 * 1099511627776 + r.`id` FROM `recommendation` r WHERE r.`inspection_id` = NEW.`id`
	);
	INSERT INTO `search_text` (`rowid`, `title`, `body`, `scope`)
	SELECT `id`, `title`, `body`, `scope` FROM `search_of_recommendation` WHERE `source_id` IN (SELECT r.`id` FROM `recommendation` r WHERE r.`inspection_id` = NEW.`id`);
END;
--> statement-breakpoint
CREATE TRIGGER `search_adds_organisation` AFTER INSERT ON `organisation`
BEGIN
	INSERT INTO `search_text` (`rowid`, `title`, `body`, `scope`)
	SELECT `id`, `title`, `body`, `scope` FROM `search_of_organisation` WHERE `source_id` = NEW.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `search_follows_organisation` AFTER UPDATE OF `code`, `name` ON `organisation`
BEGIN
	DELETE FROM `search_text` WHERE `rowid` = 2 * 1099511627776 + NEW.`id`;
	INSERT INTO `search_text` (`rowid`, `title`, `body`, `scope`)
	SELECT `id`, `title`, `body`, `scope` FROM `search_of_organisation` WHERE `source_id` = NEW.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `search_adds_update` AFTER INSERT ON `progress_update`
BEGIN
	DELETE FROM `search_text` WHERE `rowid` = 3 * 1099511627776 + NEW.`corrects_id`;
	INSERT INTO `search_text` (`rowid`, `title`, `body`, `scope`)
	SELECT `id`, `title`, `body`, `scope` FROM `search_of_progress_update` WHERE `source_id` = NEW.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `search_adds_evidence` AFTER INSERT ON `evidence`
BEGIN
	DELETE FROM `search_text` WHERE `rowid` IN (
		SELECT 4 * 1099511627776 + e.`id` FROM `evidence` e
		WHERE (e.`key` = NEW.`item_key` OR e.`item_key` = NEW.`item_key`) AND e.`id` <> NEW.`id`
	);
	INSERT INTO `search_text` (`rowid`, `title`, `body`, `scope`)
	SELECT `id`, `title`, `body`, `scope` FROM `search_of_evidence` WHERE `source_id` = NEW.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `search_follows_evidence` AFTER UPDATE OF `title`, `shows`, `withdrawn_at` ON `evidence`
BEGIN
	DELETE FROM `search_text` WHERE `rowid` = 4 * 1099511627776 + NEW.`id`;
	INSERT INTO `search_text` (`rowid`, `title`, `body`, `scope`)
	SELECT `id`, `title`, `body`, `scope` FROM `search_of_evidence` WHERE `source_id` = NEW.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `search_adds_comment` AFTER INSERT ON `comment`
BEGIN
	INSERT INTO `search_text` (`rowid`, `title`, `body`, `scope`)
	SELECT `id`, `title`, `body`, `scope` FROM `search_of_comment` WHERE `source_id` = NEW.`id`;
END;
--> statement-breakpoint
INSERT INTO `search_text` (`rowid`, `title`, `body`, `scope`)
SELECT `id`, `title`, `body`, `scope` FROM `search_of_recommendation`;
--> statement-breakpoint
INSERT INTO `search_text` (`rowid`, `title`, `body`, `scope`)
SELECT `id`, `title`, `body`, `scope` FROM `search_of_organisation`;
--> statement-breakpoint
INSERT INTO `search_text` (`rowid`, `title`, `body`, `scope`)
SELECT `id`, `title`, `body`, `scope` FROM `search_of_progress_update`;
--> statement-breakpoint
INSERT INTO `search_text` (`rowid`, `title`, `body`, `scope`)
SELECT `id`, `title`, `body`, `scope` FROM `search_of_evidence`;
--> statement-breakpoint
INSERT INTO `search_text` (`rowid`, `title`, `body`, `scope`)
SELECT `id`, `title`, `body`, `scope` FROM `search_of_comment`;
