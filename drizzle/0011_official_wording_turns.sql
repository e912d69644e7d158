CREATE TABLE `part_deadline` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`on_day` text NOT NULL,
	`part_id` integer NOT NULL,
	`set_by` integer NOT NULL,
	`phrase` text,
	`kind` text NOT NULL,
	`last_day` text,
	`rule` text NOT NULL,
	FOREIGN KEY (`part_id`) REFERENCES `recommendation_part`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "part_deadline_kind" CHECK("part_deadline"."kind" in ('fixed-day', 'month', 'immediate', 'immediate-then-by', 'relative', 'none-set', 'not-applicable'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `part_deadline_latest` ON `part_deadline` (`part_id`,`id`);--> statement-breakpoint
CREATE TABLE `wording_load_turn` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`on_day` text NOT NULL,
	`load_id` integer NOT NULL,
	`actor_id` integer NOT NULL,
	`step` text NOT NULL,
	`note` text NOT NULL,
	FOREIGN KEY (`load_id`) REFERENCES `wording_load`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "wording_load_turn_step" CHECK("wording_load_turn"."step" in ('sent-back', 'offered'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `wording_load_turn_latest` ON `wording_load_turn` (`load_id`,`id`);--> statement-breakpoint
DROP TRIGGER `wording_load_item_stays_as_settled`;--> statement-breakpoint
CREATE TABLE `__new_wording_load` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`inspection_id` integer,
	`proposed` text,
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
	CONSTRAINT "wording_load_outcome" CHECK("__new_wording_load"."outcome" in ('accepted', 'put-aside'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_wording_load`("id", "key", "inspection_id", "proposed", "source_url", "source", "retrieved_on", "source_text", "file_name", "loaded_by", "loaded_at", "outcome", "settled_by", "settled_at", "reason", "version") SELECT "id", "key", "inspection_id", NULL, "source_url", "source", "retrieved_on", "source_text", "file_name", "loaded_by", "loaded_at", "outcome", "settled_by", "settled_at", "reason", "version" FROM `wording_load`;--> statement-breakpoint
DROP TABLE `wording_load`;--> statement-breakpoint
ALTER TABLE `__new_wording_load` RENAME TO `wording_load`;--> statement-breakpoint
CREATE UNIQUE INDEX `wording_load_key_unique` ON `wording_load` (`key`);--> statement-breakpoint
CREATE INDEX `wording_load_by_inspection` ON `wording_load` (`inspection_id`,`id`);--> statement-breakpoint
CREATE TRIGGER `wording_load_no_delete` BEFORE DELETE ON `wording_load`
BEGIN
	SELECT RAISE(ABORT, 'wording_load is never deleted');
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
CREATE TRIGGER `wording_load_is_of_an_inspection` BEFORE INSERT ON `wording_load`
WHEN NEW.inspection_id IS NULL AND NEW.proposed IS NULL
BEGIN
	SELECT RAISE(ABORT, 'loaded wording is of an inspection, or proposes one');
END;
--> statement-breakpoint
CREATE TRIGGER `part_deadline_no_update` BEFORE UPDATE ON `part_deadline`
BEGIN
	SELECT RAISE(ABORT, 'part_deadline is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `part_deadline_no_delete` BEFORE DELETE ON `part_deadline`
BEGIN
	SELECT RAISE(ABORT, 'part_deadline is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `wording_load_turn_no_update` BEFORE UPDATE ON `wording_load_turn`
BEGIN
	SELECT RAISE(ABORT, 'wording_load_turn is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `wording_load_turn_no_delete` BEFORE DELETE ON `wording_load_turn`
BEGIN
	SELECT RAISE(ABORT, 'wording_load_turn is append-only');
END;
