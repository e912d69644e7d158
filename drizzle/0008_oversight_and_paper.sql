CREATE TABLE `board_pack` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`inspection_id` integer NOT NULL,
	`organisation_id` integer,
	`meeting` text NOT NULL,
	`meeting_on` text NOT NULL,
	`as_at` text NOT NULL,
	`purpose` text NOT NULL,
	`asks` text,
	`marking` text NOT NULL,
	`prepared_by` integer NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`dropped_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`inspection_id`) REFERENCES `inspection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`prepared_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "board_pack_purpose" CHECK("board_pack"."purpose" in ('note', 'decision')),
	CONSTRAINT "board_pack_marking" CHECK("board_pack"."marking" in ('official', 'official-sensitive'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `board_pack_key_unique` ON `board_pack` (`key`);--> statement-breakpoint
CREATE INDEX `board_pack_of_organisation` ON `board_pack` (`organisation_id`,`id`);--> statement-breakpoint
CREATE INDEX `board_pack_of_inspection` ON `board_pack` (`inspection_id`,`id`);--> statement-breakpoint
CREATE TABLE `board_pack_comment` (
	`pack_id` integer NOT NULL,
	`assignment_id` integer NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`pack_id`, `assignment_id`),
	FOREIGN KEY (`pack_id`) REFERENCES `board_pack`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `board_pack_comment_about` ON `board_pack_comment` (`assignment_id`);--> statement-breakpoint
CREATE TABLE `board_pack_issue` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`on_day` text NOT NULL,
	`pack_id` integer NOT NULL,
	`inspection_id` integer NOT NULL,
	`organisation_id` integer,
	`number` integer NOT NULL,
	`code` text NOT NULL,
	`issued_by` integer NOT NULL,
	`snapshot` text NOT NULL,
	`content_hash` text NOT NULL,
	`pdf_sha256` text NOT NULL,
	FOREIGN KEY (`pack_id`) REFERENCES `board_pack`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`inspection_id`) REFERENCES `inspection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issued_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pdf_sha256`) REFERENCES `stored_file`(`sha256`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `board_pack_issue_code_unique` ON `board_pack_issue` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `board_pack_issue_once` ON `board_pack_issue` (`pack_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `board_pack_issue_number` ON `board_pack_issue` (`inspection_id`,`organisation_id`,`number`) WHERE "board_pack_issue"."organisation_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `board_pack_issue_number_national` ON `board_pack_issue` (`inspection_id`,`number`) WHERE "board_pack_issue"."organisation_id" is null;--> statement-breakpoint
CREATE INDEX `board_pack_issue_of_organisation` ON `board_pack_issue` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `board_pack_issue_by_pdf` ON `board_pack_issue` (`pdf_sha256`);--> statement-breakpoint
CREATE TABLE `daily_flow` (
	`inspection_id` integer NOT NULL,
	`on_day` text NOT NULL,
	`assignment_id` integer NOT NULL,
	`status` text NOT NULL,
	`change` integer NOT NULL,
	`recommendation_id` integer NOT NULL,
	`organisation_id` integer NOT NULL,
	PRIMARY KEY(`assignment_id`, `on_day`, `status`),
	FOREIGN KEY (`inspection_id`) REFERENCES `inspection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recommendation_id`) REFERENCES `recommendation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "daily_flow_status" CHECK("daily_flow"."status" in ('not-started', 'in-progress', 'reported-complete', 'returned', 'confirmed', 'not-applicable', 'not-accepted', 'no-further-action'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `daily_flow_counts` ON `daily_flow` (`inspection_id`,`on_day`,`status`,`change`,`recommendation_id`,`organisation_id`);--> statement-breakpoint
CREATE INDEX `daily_flow_by_recommendation` ON `daily_flow` (`recommendation_id`,`on_day`);--> statement-breakpoint
CREATE INDEX `daily_flow_by_organisation` ON `daily_flow` (`organisation_id`,`on_day`);--> statement-breakpoint
CREATE TABLE `personal_token` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`token_hash` text NOT NULL,
	`person_id` integer NOT NULL,
	`purpose` text NOT NULL,
	`name` text NOT NULL,
	`scopes` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer,
	`last_used_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "personal_token_purpose" CHECK("personal_token"."purpose" in ('api', 'calendar'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `personal_token_token_hash_unique` ON `personal_token` (`token_hash`);--> statement-breakpoint
CREATE INDEX `personal_token_of` ON `personal_token` (`person_id`,`id`);--> statement-breakpoint
CREATE TABLE `saved_view` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`person_id` integer NOT NULL,
	`page` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "saved_view_page" CHECK("saved_view"."page" in ('dashboard', 'assignments', 'matrix', 'reviews'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_view_key_unique` ON `saved_view` (`key`);--> statement-breakpoint
CREATE UNIQUE INDEX `saved_view_name` ON `saved_view` (`person_id`,`page`,`name`) WHERE "saved_view"."ended_at" is null;--> statement-breakpoint
CREATE INDEX `saved_view_of` ON `saved_view` (`person_id`,`id`);--> statement-breakpoint
CREATE TABLE `addressee_phrase` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`on_day` text NOT NULL,
	`phrase` text NOT NULL,
	`patterns` text NOT NULL,
	`actor_id` integer,
	FOREIGN KEY (`actor_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `addressee_phrase_latest` ON `addressee_phrase` (`phrase`,`id`);--> statement-breakpoint
CREATE TABLE `wording_load` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`inspection_id` integer NOT NULL,
	`source_url` text NOT NULL,
	`source` text NOT NULL,
	`retrieved_on` text NOT NULL,
	`source_text` text NOT NULL,
	`file_name` text,
	`loaded_by` integer NOT NULL,
	`loaded_at` integer NOT NULL,
	`outcome` text,
	`settled_by` integer,
	`settled_at` integer,
	`reason` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`inspection_id`) REFERENCES `inspection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`loaded_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`settled_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "wording_load_outcome" CHECK("wording_load"."outcome" in ('accepted', 'put-aside'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `wording_load_key_unique` ON `wording_load` (`key`);--> statement-breakpoint
CREATE INDEX `wording_load_by_inspection` ON `wording_load` (`inspection_id`,`id`);--> statement-breakpoint
CREATE TABLE `wording_load_item` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`load_id` integer NOT NULL,
	`position` integer NOT NULL,
	`source_text` text NOT NULL,
	`number` integer,
	`title` text,
	`theme` text,
	`text` text NOT NULL,
	`page` text,
	`addressees` text,
	`organisations` text NOT NULL,
	`deadline_phrase` text,
	`deadline_kind` text,
	`deadline_last_day` text,
	`deadline_rule` text,
	`parts` text NOT NULL,
	`unread` text NOT NULL,
	`is_included` integer DEFAULT true NOT NULL,
	`is_corrected` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`load_id`) REFERENCES `wording_load`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "wording_load_item_deadline_kind" CHECK("wording_load_item"."deadline_kind" in ('fixed-day', 'month', 'immediate', 'immediate-then-by', 'relative', 'none-set', 'not-applicable'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `wording_load_item_position` ON `wording_load_item` (`load_id`,`position`);--> statement-breakpoint
CREATE TABLE `workbook_change` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`return_id` integer NOT NULL,
	`position` integer NOT NULL,
	`sheet` text NOT NULL,
	`row` integer NOT NULL,
	`subject` text NOT NULL,
	`theirs` text NOT NULL,
	`before` text NOT NULL,
	`decision` text,
	`decided_by` integer,
	`decided_at` integer,
	`refusal` text,
	FOREIGN KEY (`return_id`) REFERENCES `workbook_return`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "workbook_change_decision" CHECK("workbook_change"."decision" in ('accepted', 'refused'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `workbook_change_position` ON `workbook_change` (`return_id`,`position`);--> statement-breakpoint
CREATE TABLE `workbook_download` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`on_day` text NOT NULL,
	`key` text NOT NULL,
	`person_id` integer NOT NULL,
	`inspection_id` integer NOT NULL,
	`organisation_id` integer NOT NULL,
	`content` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`inspection_id`) REFERENCES `inspection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `workbook_download_key_unique` ON `workbook_download` (`key`);--> statement-breakpoint
CREATE INDEX `workbook_download_by_person` ON `workbook_download` (`person_id`);--> statement-breakpoint
CREATE INDEX `workbook_download_of` ON `workbook_download` (`organisation_id`,`id`);--> statement-breakpoint
CREATE TABLE `workbook_return` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`download_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`download_id`) REFERENCES `workbook_download`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `workbook_return_key_unique` ON `workbook_return` (`key`);--> statement-breakpoint
CREATE INDEX `workbook_return_by_person` ON `workbook_return` (`person_id`,`id`);--> statement-breakpoint
CREATE INDEX `workbook_return_of` ON `workbook_return` (`download_id`);
--> statement-breakpoint
CREATE TRIGGER `board_pack_issue_no_update` BEFORE UPDATE ON `board_pack_issue`
BEGIN
	SELECT RAISE(ABORT, 'board_pack_issue is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `board_pack_issue_no_delete` BEFORE DELETE ON `board_pack_issue`
BEGIN
	SELECT RAISE(ABORT, 'board_pack_issue is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `addressee_phrase_no_update` BEFORE UPDATE ON `addressee_phrase`
BEGIN
	SELECT RAISE(ABORT, 'addressee_phrase is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `addressee_phrase_no_delete` BEFORE DELETE ON `addressee_phrase`
BEGIN
	SELECT RAISE(ABORT, 'addressee_phrase is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `workbook_download_no_update` BEFORE UPDATE ON `workbook_download`
BEGIN
	SELECT RAISE(ABORT, 'workbook_download is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `workbook_download_no_delete` BEFORE DELETE ON `workbook_download`
BEGIN
	SELECT RAISE(ABORT, 'workbook_download is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `saved_view_no_delete` BEFORE DELETE ON `saved_view`
BEGIN
	SELECT RAISE(ABORT, 'saved_view is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `board_pack_no_delete` BEFORE DELETE ON `board_pack`
BEGIN
	SELECT RAISE(ABORT, 'board_pack is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `personal_token_no_delete` BEFORE DELETE ON `personal_token`
BEGIN
	SELECT RAISE(ABORT, 'personal_token is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `wording_load_no_delete` BEFORE DELETE ON `wording_load`
BEGIN
	SELECT RAISE(ABORT, 'wording_load is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `wording_load_item_no_delete` BEFORE DELETE ON `wording_load_item`
BEGIN
	SELECT RAISE(ABORT, 'wording_load_item is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `workbook_return_no_delete` BEFORE DELETE ON `workbook_return`
BEGIN
	SELECT RAISE(ABORT, 'workbook_return is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `workbook_change_no_delete` BEFORE DELETE ON `workbook_change`
BEGIN
	SELECT RAISE(ABORT, 'workbook_change is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `board_pack_stays_as_issued` BEFORE UPDATE ON `board_pack`
WHEN EXISTS (SELECT 1 FROM `board_pack_issue` WHERE `pack_id` = OLD.id)
BEGIN
	SELECT RAISE(ABORT, 'a board pack does not change once it is issued');
END;
--> statement-breakpoint
CREATE TRIGGER `board_pack_comment_stays_as_issued_update` BEFORE UPDATE ON `board_pack_comment`
WHEN EXISTS (SELECT 1 FROM `board_pack_issue` WHERE `pack_id` = OLD.pack_id)
BEGIN
	SELECT RAISE(ABORT, 'a board pack does not change once it is issued');
END;
--> statement-breakpoint
CREATE TRIGGER `board_pack_comment_stays_as_issued_delete` BEFORE DELETE ON `board_pack_comment`
WHEN EXISTS (SELECT 1 FROM `board_pack_issue` WHERE `pack_id` = OLD.pack_id)
BEGIN
	SELECT RAISE(ABORT, 'a board pack does not change once it is issued');
END;
--> statement-breakpoint
CREATE TRIGGER `wording_load_settled_once` BEFORE UPDATE ON `wording_load`
WHEN OLD.outcome IS NOT NULL OR NEW.source_text IS NOT OLD.source_text OR NEW.loaded_by IS NOT OLD.loaded_by
BEGIN
	SELECT RAISE(ABORT, 'loaded wording is settled once, and its source does not change');
END;
--> statement-breakpoint
CREATE TRIGGER `wording_load_item_stays_as_settled` BEFORE UPDATE ON `wording_load_item`
WHEN NEW.source_text IS NOT OLD.source_text
	OR EXISTS (SELECT 1 FROM `wording_load` WHERE `id` = OLD.load_id AND `outcome` IS NOT NULL)
BEGIN
	SELECT RAISE(ABORT, 'loaded wording does not change once it is settled');
END;
--> statement-breakpoint
CREATE TRIGGER `workbook_change_decided_once` BEFORE UPDATE ON `workbook_change`
WHEN OLD.decision IS NOT NULL OR NEW.theirs IS NOT OLD.theirs OR NEW.before IS NOT OLD.before
BEGIN
	SELECT RAISE(ABORT, 'a change that a workbook asks for is decided once');
END;
--> statement-breakpoint
CREATE TRIGGER `personal_token_stays_revoked` BEFORE UPDATE ON `personal_token`
WHEN OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS NOT OLD.revoked_at
BEGIN
	SELECT RAISE(ABORT, 'a token that was revoked stays revoked');
END;
--> statement-breakpoint
CREATE TRIGGER `daily_flow_grows` AFTER INSERT ON `status_change`
BEGIN
	DELETE FROM `daily_flow` WHERE `assignment_id` = NEW.assignment_id AND `on_day` = NEW.on_day;
	INSERT INTO `daily_flow` (`inspection_id`, `on_day`, `assignment_id`, `status`, `change`, `recommendation_id`, `organisation_id`)
	SELECT a.`inspection_id`, NEW.on_day, a.`id`, moved.`status`, sum(moved.`change`), a.`recommendation_id`, a.`organisation_id`
	FROM `assignment` a
	JOIN (
		SELECT NEW.to_status AS `status`, 1 AS `change`
		UNION ALL
		SELECT * FROM (
			SELECT `to_status`, -1 FROM `status_change`
			WHERE `assignment_id` = NEW.assignment_id AND `on_day` < NEW.on_day
			ORDER BY `on_day` DESC, `id` DESC LIMIT 1
		)
	) AS moved
	WHERE a.`id` = NEW.assignment_id
	GROUP BY moved.`status`
	HAVING sum(moved.`change`) <> 0;
END;
--> statement-breakpoint
INSERT INTO `daily_flow` (`inspection_id`, `on_day`, `assignment_id`, `status`, `change`, `recommendation_id`, `organisation_id`)
WITH numbered AS (
	SELECT `assignment_id`, `on_day`, `to_status`,
		row_number() OVER (PARTITION BY `assignment_id`, `on_day` ORDER BY `id` DESC) AS `back`
	FROM `status_change`
), day_end AS (
	SELECT `assignment_id`, `on_day`, `to_status`,
		lag(`to_status`) OVER (PARTITION BY `assignment_id` ORDER BY `on_day`) AS `prior`
	FROM numbered WHERE `back` = 1
)
SELECT a.`inspection_id`, moved.`on_day`, a.`id`, moved.`status`, moved.`change`, a.`recommendation_id`, a.`organisation_id`
FROM (
	SELECT `assignment_id`, `on_day`, `to_status` AS `status`, 1 AS `change` FROM day_end WHERE `to_status` IS NOT `prior`
	UNION ALL
	SELECT `assignment_id`, `on_day`, `prior`, -1 FROM day_end WHERE `prior` IS NOT NULL AND `prior` <> `to_status`
) AS moved
JOIN `assignment` a ON a.`id` = moved.`assignment_id`;
