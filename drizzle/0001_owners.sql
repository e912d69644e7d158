CREATE TABLE `action` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`organisation_id` integer NOT NULL,
	`title` text NOT NULL,
	`shows` text NOT NULL,
	`owner_post_id` integer,
	`due_on` text,
	`state` text NOT NULL,
	`done_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "action_state" CHECK("action"."state" in ('planned', 'done', 'dropped'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `action_key_unique` ON `action` (`key`);--> statement-breakpoint
CREATE INDEX `action_by_organisation` ON `action` (`organisation_id`,`state`,`due_on`);--> statement-breakpoint
CREATE INDEX `action_by_post` ON `action` (`owner_post_id`);--> statement-breakpoint
CREATE TABLE `action_assignment` (
	`action_id` integer NOT NULL,
	`assignment_id` integer NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`action_id`, `assignment_id`),
	FOREIGN KEY (`action_id`) REFERENCES `action`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `action_assignment_plan` ON `action_assignment` (`assignment_id`,`position`);--> statement-breakpoint
CREATE TABLE `action_change` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`action_id` integer NOT NULL,
	`at` integer NOT NULL,
	`on_day` text NOT NULL,
	`actor_id` integer NOT NULL,
	`verb` text NOT NULL,
	`reason` text,
	`state` text NOT NULL,
	FOREIGN KEY (`action_id`) REFERENCES `action`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "action_change_verb" CHECK("action_change"."verb" in ('add', 'change', 'move', 'complete', 'reopen', 'drop'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `action_change_by_action` ON `action_change` (`action_id`,`id`);--> statement-breakpoint
CREATE TABLE `comment` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`assignment_id` integer NOT NULL,
	`author_id` integer NOT NULL,
	`at` integer NOT NULL,
	`on_day` text NOT NULL,
	`audience` text NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "comment_audience" CHECK("comment"."audience" in ('everyone', 'inspectorate'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `comment_by_assignment` ON `comment` (`assignment_id`,`audience`,`id`);--> statement-breakpoint
CREATE TABLE `draft` (
	`person_id` integer NOT NULL,
	`form` text NOT NULL,
	`typed` text NOT NULL,
	`version` integer NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `form`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `mention` (
	`comment_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	PRIMARY KEY(`comment_id`, `person_id`),
	FOREIGN KEY (`comment_id`) REFERENCES `comment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `mention_of` ON `mention` (`person_id`);--> statement-breakpoint
CREATE TABLE `claim_link` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`claim_id` integer NOT NULL,
	`part_id` integer,
	`criterion_id` integer,
	`evidence_id` integer NOT NULL,
	`page` text,
	FOREIGN KEY (`claim_id`) REFERENCES `status_change`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`part_id`) REFERENCES `recommendation_part`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`criterion_id`) REFERENCES `criterion`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `claim_link_by_claim` ON `claim_link` (`claim_id`);--> statement-breakpoint
CREATE INDEX `claim_link_by_evidence` ON `claim_link` (`evidence_id`);--> statement-breakpoint
CREATE TABLE `criterion` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`recommendation_id` integer NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text,
	`written_by` integer NOT NULL,
	FOREIGN KEY (`recommendation_id`) REFERENCES `recommendation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `criterion_order` ON `criterion` (`recommendation_id`,`position`);--> statement-breakpoint
CREATE TABLE `part_change` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`assignment_id` integer NOT NULL,
	`part_id` integer NOT NULL,
	`at` integer NOT NULL,
	`on_day` text NOT NULL,
	`actor_id` integer NOT NULL,
	`is_met` integer NOT NULL,
	`note` text,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`part_id`) REFERENCES `recommendation_part`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `part_change_latest` ON `part_change` (`assignment_id`,`part_id`,`id`);--> statement-breakpoint
CREATE INDEX `part_change_by_part` ON `part_change` (`part_id`);--> statement-breakpoint
CREATE TABLE `receipt` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`claim_id` integer NOT NULL,
	`assignment_id` integer NOT NULL,
	`at` integer NOT NULL,
	`content` text NOT NULL,
	`content_hash` text NOT NULL,
	`chain_sequence` integer NOT NULL,
	`chain_head` text NOT NULL,
	FOREIGN KEY (`claim_id`) REFERENCES `status_change`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `receipt_key_unique` ON `receipt` (`key`);--> statement-breakpoint
CREATE UNIQUE INDEX `receipt_claim_id_unique` ON `receipt` (`claim_id`);--> statement-breakpoint
CREATE INDEX `receipt_by_assignment` ON `receipt` (`assignment_id`);--> statement-breakpoint
CREATE TABLE `recommendation_part` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`recommendation_id` integer NOT NULL,
	`label` text NOT NULL,
	`text` text NOT NULL,
	`position` integer NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text,
	FOREIGN KEY (`recommendation_id`) REFERENCES `recommendation`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `recommendation_part_order` ON `recommendation_part` (`recommendation_id`,`position`);--> statement-breakpoint
CREATE TABLE `exemption_decision` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`assignment_id` integer NOT NULL,
	`at` integer NOT NULL,
	`on_day` text NOT NULL,
	`actor_id` integer NOT NULL,
	`request_id` integer NOT NULL,
	`is_agreed` integer NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`request_id`) REFERENCES `exemption_request`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `exemption_decision_once` ON `exemption_decision` (`request_id`);--> statement-breakpoint
CREATE INDEX `exemption_decision_by_assignment` ON `exemption_decision` (`assignment_id`);--> statement-breakpoint
CREATE TABLE `exemption_request` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`assignment_id` integer NOT NULL,
	`at` integer NOT NULL,
	`on_day` text NOT NULL,
	`actor_id` integer NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `exemption_request_by_assignment` ON `exemption_request` (`assignment_id`,`id`);--> statement-breakpoint
CREATE TABLE `file_scan` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`sha256` text NOT NULL,
	`result` text NOT NULL,
	`detail` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`sha256`) REFERENCES `stored_file`(`sha256`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "file_scan_result" CHECK("file_scan"."result" in ('clean', 'infected', 'failed'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `file_scan_latest` ON `file_scan` (`sha256`,`id`);--> statement-breakpoint
CREATE TABLE `handover` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`post_id` integer NOT NULL,
	`from_holder_id` integer,
	`to_holder_id` integer NOT NULL,
	`at` integer NOT NULL,
	`opened_by` integer NOT NULL,
	`accepted_at` integer,
	`accepted_by` integer,
	FOREIGN KEY (`post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_holder_id`) REFERENCES `post_holder`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_holder_id`) REFERENCES `post_holder`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`opened_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`accepted_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `handover_to` ON `handover` (`to_holder_id`);--> statement-breakpoint
CREATE INDEX `handover_by_post` ON `handover` (`post_id`,`id`);--> statement-breakpoint
CREATE TABLE `waiting_response` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`assignment_id` integer NOT NULL,
	`at` integer NOT NULL,
	`on_day` text NOT NULL,
	`actor_id` integer NOT NULL,
	`waiting_id` integer NOT NULL,
	`response` text NOT NULL,
	`reason` text,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`waiting_id`) REFERENCES `waiting`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "waiting_response_response" CHECK("waiting_response"."response" in ('acknowledged', 'disputed'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `waiting_response_latest` ON `waiting_response` (`waiting_id`,`id`);--> statement-breakpoint
CREATE INDEX `waiting_response_by_assignment` ON `waiting_response` (`assignment_id`);--> statement-breakpoint
ALTER TABLE `assignment` ADD `delivery_post_id` integer REFERENCES post(id);--> statement-breakpoint
ALTER TABLE `evidence` ADD `item_key` text;--> statement-breakpoint
ALTER TABLE `evidence` ADD `item_version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `evidence` ADD `sort` text;--> statement-breakpoint
ALTER TABLE `evidence` ADD `page` text;--> statement-breakpoint
ALTER TABLE `evidence` ADD `shown_on` text;--> statement-breakpoint
ALTER TABLE `evidence` ADD `part_id` integer REFERENCES recommendation_part(id);--> statement-breakpoint
ALTER TABLE `evidence` ADD `action_id` integer REFERENCES action(id);--> statement-breakpoint
CREATE INDEX `evidence_by_part` ON `evidence` (`part_id`);--> statement-breakpoint
CREATE INDEX `evidence_by_action` ON `evidence` (`action_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `evidence_version` ON `evidence` (`item_key`,`item_version`);--> statement-breakpoint
ALTER TABLE `owner_change` ADD `duty` text DEFAULT 'accountable' NOT NULL;--> statement-breakpoint
ALTER TABLE `progress_update` ADD `corrects_id` integer;
--> statement-breakpoint
CREATE TRIGGER `action_change_no_update` BEFORE UPDATE ON `action_change`
BEGIN
	SELECT RAISE(ABORT, 'action_change is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `action_change_no_delete` BEFORE DELETE ON `action_change`
BEGIN
	SELECT RAISE(ABORT, 'action_change is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `part_change_no_update` BEFORE UPDATE ON `part_change`
BEGIN
	SELECT RAISE(ABORT, 'part_change is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `part_change_no_delete` BEFORE DELETE ON `part_change`
BEGIN
	SELECT RAISE(ABORT, 'part_change is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `claim_link_no_update` BEFORE UPDATE ON `claim_link`
BEGIN
	SELECT RAISE(ABORT, 'claim_link is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `claim_link_no_delete` BEFORE DELETE ON `claim_link`
BEGIN
	SELECT RAISE(ABORT, 'claim_link is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `receipt_no_update` BEFORE UPDATE ON `receipt`
BEGIN
	SELECT RAISE(ABORT, 'receipt is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `receipt_no_delete` BEFORE DELETE ON `receipt`
BEGIN
	SELECT RAISE(ABORT, 'receipt is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `comment_no_update` BEFORE UPDATE ON `comment`
BEGIN
	SELECT RAISE(ABORT, 'comment is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `comment_no_delete` BEFORE DELETE ON `comment`
BEGIN
	SELECT RAISE(ABORT, 'comment is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `mention_no_update` BEFORE UPDATE ON `mention`
BEGIN
	SELECT RAISE(ABORT, 'mention is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `mention_no_delete` BEFORE DELETE ON `mention`
BEGIN
	SELECT RAISE(ABORT, 'mention is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `exemption_request_no_update` BEFORE UPDATE ON `exemption_request`
BEGIN
	SELECT RAISE(ABORT, 'exemption_request is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `exemption_request_no_delete` BEFORE DELETE ON `exemption_request`
BEGIN
	SELECT RAISE(ABORT, 'exemption_request is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `exemption_decision_no_update` BEFORE UPDATE ON `exemption_decision`
BEGIN
	SELECT RAISE(ABORT, 'exemption_decision is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `exemption_decision_no_delete` BEFORE DELETE ON `exemption_decision`
BEGIN
	SELECT RAISE(ABORT, 'exemption_decision is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `waiting_response_no_update` BEFORE UPDATE ON `waiting_response`
BEGIN
	SELECT RAISE(ABORT, 'waiting_response is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `waiting_response_no_delete` BEFORE DELETE ON `waiting_response`
BEGIN
	SELECT RAISE(ABORT, 'waiting_response is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `file_scan_no_update` BEFORE UPDATE ON `file_scan`
BEGIN
	SELECT RAISE(ABORT, 'file_scan is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `file_scan_no_delete` BEFORE DELETE ON `file_scan`
BEGIN
	SELECT RAISE(ABORT, 'file_scan is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `action_no_delete` BEFORE DELETE ON `action`
BEGIN
	SELECT RAISE(ABORT, 'actions are dropped, never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `handover_no_delete` BEFORE DELETE ON `handover`
BEGIN
	SELECT RAISE(ABORT, 'handovers are never deleted');
END;
