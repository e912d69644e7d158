CREATE TABLE `assignment_succession` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`on_day` text NOT NULL,
	`assignment_id` integer NOT NULL,
	`actor_id` integer,
	`successor_id` integer NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`successor_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `assignment_succession_once` ON `assignment_succession` (`assignment_id`);--> statement-breakpoint
CREATE INDEX `assignment_succession_of` ON `assignment_succession` (`successor_id`);--> statement-breakpoint
CREATE TABLE `recheck` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`on_day` text NOT NULL,
	`assignment_id` integer NOT NULL,
	`actor_id` integer,
	`confirmation_id` integer NOT NULL,
	`due_on` text NOT NULL,
	`reason` text,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmation_id`) REFERENCES `status_change`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `recheck_latest` ON `recheck` (`assignment_id`,`id`);--> statement-breakpoint
CREATE TABLE `recheck_outcome` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`on_day` text NOT NULL,
	`assignment_id` integer NOT NULL,
	`actor_id` integer,
	`recheck_id` integer NOT NULL,
	`outcome` text NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recheck_id`) REFERENCES `recheck`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "recheck_outcome_outcome" CHECK("recheck_outcome"."outcome" in ('sustained', 'reopened'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `recheck_outcome_once` ON `recheck_outcome` (`recheck_id`);--> statement-breakpoint
CREATE INDEX `recheck_outcome_by_assignment` ON `recheck_outcome` (`assignment_id`);--> statement-breakpoint
CREATE TABLE `supersession` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`on_day` text NOT NULL,
	`recommendation_id` integer NOT NULL,
	`by_recommendation_id` integer NOT NULL,
	`actor_id` integer NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`recommendation_id`) REFERENCES `recommendation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_recommendation_id`) REFERENCES `recommendation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `supersession_once` ON `supersession` (`recommendation_id`);--> statement-breakpoint
CREATE INDEX `supersession_by` ON `supersession` (`by_recommendation_id`);--> statement-breakpoint
CREATE TABLE `allocation_change` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`on_day` text NOT NULL,
	`assignment_id` integer NOT NULL,
	`actor_id` integer NOT NULL,
	`step` text NOT NULL,
	`capacity` text NOT NULL,
	`reason` text,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "allocation_change_step" CHECK("allocation_change"."step" in ('add', 'withdraw', 'change-capacity')),
	CONSTRAINT "allocation_change_capacity" CHECK("allocation_change"."capacity" in ('lead', 'contributing'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `allocation_change_latest` ON `allocation_change` (`assignment_id`,`id`);--> statement-breakpoint
CREATE TABLE `extension_decision` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`on_day` text NOT NULL,
	`assignment_id` integer NOT NULL,
	`actor_id` integer NOT NULL,
	`request_id` integer NOT NULL,
	`answer` text NOT NULL,
	`granted_due_on` text,
	`reason` text NOT NULL,
	`revision_id` integer,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`request_id`) REFERENCES `extension_request`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `deadline_revision`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "extension_decision_answer" CHECK("extension_decision"."answer" in ('grant', 'grant-other', 'refuse'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `extension_decision_once` ON `extension_decision` (`request_id`);--> statement-breakpoint
CREATE INDEX `extension_decision_by_assignment` ON `extension_decision` (`assignment_id`);--> statement-breakpoint
CREATE TABLE `extension_request` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`on_day` text NOT NULL,
	`assignment_id` integer NOT NULL,
	`actor_id` integer NOT NULL,
	`current_due_on` text NOT NULL,
	`asked_due_on` text NOT NULL,
	`reason_code` text NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "extension_request_reason_code" CHECK("extension_request"."reason_code" in ('dependency', 'resources', 'procurement', 'legislation', 'scope', 'operational-demand', 'other'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `extension_request_by_assignment` ON `extension_request` (`assignment_id`,`id`);--> statement-breakpoint
CREATE TABLE `extension_withdrawal` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`on_day` text NOT NULL,
	`assignment_id` integer NOT NULL,
	`actor_id` integer NOT NULL,
	`request_id` integer NOT NULL,
	`reason` text,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`request_id`) REFERENCES `extension_request`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `extension_withdrawal_once` ON `extension_withdrawal` (`request_id`);--> statement-breakpoint
CREATE INDEX `extension_withdrawal_by_assignment` ON `extension_withdrawal` (`assignment_id`);--> statement-breakpoint
CREATE TABLE `recommendation_deadline` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`on_day` text NOT NULL,
	`recommendation_id` integer NOT NULL,
	`actor_id` integer NOT NULL,
	`phrase` text,
	`kind` text NOT NULL,
	`last_day` text,
	`rule` text NOT NULL,
	`reason` text,
	FOREIGN KEY (`recommendation_id`) REFERENCES `recommendation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "recommendation_deadline_kind" CHECK("recommendation_deadline"."kind" in ('fixed-day', 'month', 'immediate', 'immediate-then-by', 'relative', 'none-set', 'not-applicable'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `recommendation_deadline_latest` ON `recommendation_deadline` (`recommendation_id`,`id`);--> statement-breakpoint
CREATE TABLE `target_change` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`assignment_id` integer NOT NULL,
	`at` integer NOT NULL,
	`on_day` text NOT NULL,
	`actor_id` integer,
	`target_on` text,
	`reason` text,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `target_change_as_at` ON `target_change` (`assignment_id`,`on_day`,`id`);--> statement-breakpoint
CREATE TABLE `owed_update` (
	`period_id` integer NOT NULL,
	`assignment_id` integer NOT NULL,
	`outcome` text,
	`outcome_on` text,
	PRIMARY KEY(`period_id`, `assignment_id`),
	FOREIGN KEY (`period_id`) REFERENCES `reporting_period`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "owed_update_outcome" CHECK("owed_update"."outcome" in ('reported', 'not-reported', 'closed-meanwhile'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `owed_update_by_assignment` ON `owed_update` (`assignment_id`,`period_id`);--> statement-breakpoint
CREATE TABLE `claim_review` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`on_day` text NOT NULL,
	`assignment_id` integer NOT NULL,
	`actor_id` integer NOT NULL,
	`claim_id` integer NOT NULL,
	`verdict` text NOT NULL,
	`basis` text,
	`reason` text,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claim_id`) REFERENCES `status_change`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "claim_review_verdict" CHECK("claim_review"."verdict" in ('confirm', 'return'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `claim_review_by_claim` ON `claim_review` (`claim_id`,`id`);--> statement-breakpoint
CREATE INDEX `claim_review_by_assignment` ON `claim_review` (`assignment_id`,`id`);--> statement-breakpoint
CREATE TABLE `countersignature` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`on_day` text NOT NULL,
	`assignment_id` integer NOT NULL,
	`actor_id` integer NOT NULL,
	`review_id` integer NOT NULL,
	`is_agreed` integer NOT NULL,
	`reason` text,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`review_id`) REFERENCES `claim_review`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `countersignature_once` ON `countersignature` (`review_id`);--> statement-breakpoint
CREATE TABLE `criterion_finding` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`review_id` integer NOT NULL,
	`criterion_id` integer NOT NULL,
	`finding` text NOT NULL,
	`reason` text,
	FOREIGN KEY (`review_id`) REFERENCES `claim_review`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`criterion_id`) REFERENCES `criterion`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "criterion_finding_finding" CHECK("criterion_finding"."finding" in ('met', 'partly-met', 'not-met'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `criterion_finding_once` ON `criterion_finding` (`review_id`,`criterion_id`);--> statement-breakpoint
CREATE TABLE `reviewer_change` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`on_day` text NOT NULL,
	`assignment_id` integer NOT NULL,
	`actor_id` integer NOT NULL,
	`reviewer_id` integer,
	`reason` text,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reviewer_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `reviewer_change_latest` ON `reviewer_change` (`assignment_id`,`id`);--> statement-breakpoint
CREATE TABLE `sample_draw` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`on_day` text NOT NULL,
	`key` text NOT NULL,
	`inspection_id` integer NOT NULL,
	`recommendation_id` integer,
	`actor_id` integer NOT NULL,
	`method` text NOT NULL,
	`seed` text NOT NULL,
	`population` text NOT NULL,
	`population_size` integer NOT NULL,
	`size` integer NOT NULL,
	FOREIGN KEY (`inspection_id`) REFERENCES `inspection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recommendation_id`) REFERENCES `recommendation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sample_draw_method" CHECK("sample_draw"."method" in ('random', 'weighted-by-risk'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sample_draw_key_unique` ON `sample_draw` (`key`);--> statement-breakpoint
CREATE INDEX `sample_draw_by_inspection` ON `sample_draw` (`inspection_id`,`id`);--> statement-breakpoint
CREATE TABLE `sample_item` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`draw_id` integer NOT NULL,
	`claim_id` integer NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`draw_id`) REFERENCES `sample_draw`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claim_id`) REFERENCES `status_change`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sample_item_once` ON `sample_item` (`draw_id`,`claim_id`);--> statement-breakpoint
CREATE INDEX `sample_item_by_claim` ON `sample_item` (`claim_id`);--> statement-breakpoint
CREATE TABLE `sample_outcome` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`on_day` text NOT NULL,
	`item_id` integer NOT NULL,
	`actor_id` integer NOT NULL,
	`outcome` text NOT NULL,
	`reason` text,
	FOREIGN KEY (`item_id`) REFERENCES `sample_item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sample_outcome_outcome" CHECK("sample_outcome"."outcome" in ('upheld', 'not-upheld', 'could-not-check'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `sample_outcome_latest` ON `sample_outcome` (`item_id`,`id`);--> statement-breakpoint
CREATE TABLE `section55_position` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`response_id` integer NOT NULL,
	`recommendation_id` integer NOT NULL,
	`acceptance` text NOT NULL,
	`comment` text,
	FOREIGN KEY (`response_id`) REFERENCES `section55_response`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recommendation_id`) REFERENCES `recommendation`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "section55_position_acceptance" CHECK("section55_position"."acceptance" in ('not-recorded', 'accepted', 'partly-accepted', 'not-accepted'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `section55_position_once` ON `section55_position` (`response_id`,`recommendation_id`);--> statement-breakpoint
CREATE TABLE `section55_response` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`on_day` text NOT NULL,
	`inspection_id` integer NOT NULL,
	`organisation_id` integer NOT NULL,
	`actor_id` integer NOT NULL,
	`published_on` text NOT NULL,
	`url` text NOT NULL,
	FOREIGN KEY (`inspection_id`) REFERENCES `inspection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `section55_response_latest` ON `section55_response` (`inspection_id`,`organisation_id`,`id`);--> statement-breakpoint
ALTER TABLE `assignment` ADD `reviewer_id` integer REFERENCES person(id);--> statement-breakpoint
ALTER TABLE `assignment` ADD `target_on` text;--> statement-breakpoint
ALTER TABLE `assignment` ADD `recheck_on` text;--> statement-breakpoint
CREATE INDEX `assignment_by_reviewer` ON `assignment` (`reviewer_id`) WHERE "assignment"."reviewer_id" is not null;--> statement-breakpoint
CREATE INDEX `assignment_recheck` ON `assignment` (`recheck_on`) WHERE "assignment"."recheck_on" is not null;--> statement-breakpoint
ALTER TABLE `inspection` ADD `rhythm` text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE `inspection` ADD `is_countersigned` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `inspection` ADD `recheck_months` integer;--> statement-breakpoint
ALTER TABLE `reporting_period` ADD `closed_at` integer;
--> statement-breakpoint
CREATE TRIGGER `assignment_succession_no_update` BEFORE UPDATE ON `assignment_succession`
BEGIN
	SELECT RAISE(ABORT, 'assignment_succession is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `assignment_succession_no_delete` BEFORE DELETE ON `assignment_succession`
BEGIN
	SELECT RAISE(ABORT, 'assignment_succession is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `recheck_no_update` BEFORE UPDATE ON `recheck`
BEGIN
	SELECT RAISE(ABORT, 'recheck is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `recheck_no_delete` BEFORE DELETE ON `recheck`
BEGIN
	SELECT RAISE(ABORT, 'recheck is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `recheck_outcome_no_update` BEFORE UPDATE ON `recheck_outcome`
BEGIN
	SELECT RAISE(ABORT, 'recheck_outcome is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `recheck_outcome_no_delete` BEFORE DELETE ON `recheck_outcome`
BEGIN
	SELECT RAISE(ABORT, 'recheck_outcome is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `supersession_no_update` BEFORE UPDATE ON `supersession`
BEGIN
	SELECT RAISE(ABORT, 'supersession is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `supersession_no_delete` BEFORE DELETE ON `supersession`
BEGIN
	SELECT RAISE(ABORT, 'supersession is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `allocation_change_no_update` BEFORE UPDATE ON `allocation_change`
BEGIN
	SELECT RAISE(ABORT, 'allocation_change is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `allocation_change_no_delete` BEFORE DELETE ON `allocation_change`
BEGIN
	SELECT RAISE(ABORT, 'allocation_change is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `extension_decision_no_update` BEFORE UPDATE ON `extension_decision`
BEGIN
	SELECT RAISE(ABORT, 'extension_decision is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `extension_decision_no_delete` BEFORE DELETE ON `extension_decision`
BEGIN
	SELECT RAISE(ABORT, 'extension_decision is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `extension_request_no_update` BEFORE UPDATE ON `extension_request`
BEGIN
	SELECT RAISE(ABORT, 'extension_request is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `extension_request_no_delete` BEFORE DELETE ON `extension_request`
BEGIN
	SELECT RAISE(ABORT, 'extension_request is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `extension_withdrawal_no_update` BEFORE UPDATE ON `extension_withdrawal`
BEGIN
	SELECT RAISE(ABORT, 'extension_withdrawal is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `extension_withdrawal_no_delete` BEFORE DELETE ON `extension_withdrawal`
BEGIN
	SELECT RAISE(ABORT, 'extension_withdrawal is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `recommendation_deadline_no_update` BEFORE UPDATE ON `recommendation_deadline`
BEGIN
	SELECT RAISE(ABORT, 'recommendation_deadline is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `recommendation_deadline_no_delete` BEFORE DELETE ON `recommendation_deadline`
BEGIN
	SELECT RAISE(ABORT, 'recommendation_deadline is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `target_change_no_update` BEFORE UPDATE ON `target_change`
BEGIN
	SELECT RAISE(ABORT, 'target_change is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `target_change_no_delete` BEFORE DELETE ON `target_change`
BEGIN
	SELECT RAISE(ABORT, 'target_change is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `claim_review_no_update` BEFORE UPDATE ON `claim_review`
BEGIN
	SELECT RAISE(ABORT, 'claim_review is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `claim_review_no_delete` BEFORE DELETE ON `claim_review`
BEGIN
	SELECT RAISE(ABORT, 'claim_review is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `countersignature_no_update` BEFORE UPDATE ON `countersignature`
BEGIN
	SELECT RAISE(ABORT, 'countersignature is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `countersignature_no_delete` BEFORE DELETE ON `countersignature`
BEGIN
	SELECT RAISE(ABORT, 'countersignature is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `criterion_finding_no_update` BEFORE UPDATE ON `criterion_finding`
BEGIN
	SELECT RAISE(ABORT, 'criterion_finding is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `criterion_finding_no_delete` BEFORE DELETE ON `criterion_finding`
BEGIN
	SELECT RAISE(ABORT, 'criterion_finding is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `reviewer_change_no_update` BEFORE UPDATE ON `reviewer_change`
BEGIN
	SELECT RAISE(ABORT, 'reviewer_change is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `reviewer_change_no_delete` BEFORE DELETE ON `reviewer_change`
BEGIN
	SELECT RAISE(ABORT, 'reviewer_change is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `sample_draw_no_update` BEFORE UPDATE ON `sample_draw`
BEGIN
	SELECT RAISE(ABORT, 'sample_draw is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `sample_draw_no_delete` BEFORE DELETE ON `sample_draw`
BEGIN
	SELECT RAISE(ABORT, 'sample_draw is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `sample_item_no_update` BEFORE UPDATE ON `sample_item`
BEGIN
	SELECT RAISE(ABORT, 'sample_item is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `sample_item_no_delete` BEFORE DELETE ON `sample_item`
BEGIN
	SELECT RAISE(ABORT, 'sample_item is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `sample_outcome_no_update` BEFORE UPDATE ON `sample_outcome`
BEGIN
	SELECT RAISE(ABORT, 'sample_outcome is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `sample_outcome_no_delete` BEFORE DELETE ON `sample_outcome`
BEGIN
	SELECT RAISE(ABORT, 'sample_outcome is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `section55_position_no_update` BEFORE UPDATE ON `section55_position`
BEGIN
	SELECT RAISE(ABORT, 'section55_position is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `section55_position_no_delete` BEFORE DELETE ON `section55_position`
BEGIN
	SELECT RAISE(ABORT, 'section55_position is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `section55_response_no_update` BEFORE UPDATE ON `section55_response`
BEGIN
	SELECT RAISE(ABORT, 'section55_response is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `section55_response_no_delete` BEFORE DELETE ON `section55_response`
BEGIN
	SELECT RAISE(ABORT, 'section55_response is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `owed_update_settled_once` BEFORE UPDATE ON `owed_update`
WHEN OLD.outcome IS NOT NULL
	OR NEW.period_id IS NOT OLD.period_id
	OR NEW.assignment_id IS NOT OLD.assignment_id
BEGIN
	SELECT RAISE(ABORT, 'what became of an owed update is written once');
END;
--> statement-breakpoint
CREATE TRIGGER `owed_update_no_delete` BEFORE DELETE ON `owed_update`
BEGIN
	SELECT RAISE(ABORT, 'what was owed is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `reporting_period_closed_once` BEFORE UPDATE ON `reporting_period`
WHEN OLD.closed_at IS NOT NULL
	OR NEW.id IS NOT OLD.id
	OR NEW.inspection_id IS NOT OLD.inspection_id
	OR NEW.opens_on IS NOT OLD.opens_on
	OR NEW.closes_on IS NOT OLD.closes_on
BEGIN
	SELECT RAISE(ABORT, 'a reporting period is closed once, and nothing else of it changes');
END;
--> statement-breakpoint
CREATE TRIGGER `criterion_words_stay` BEFORE UPDATE ON `criterion`
WHEN OLD.to_day IS NOT NULL
	OR NEW.id IS NOT OLD.id
	OR NEW.recommendation_id IS NOT OLD.recommendation_id
	OR NEW.text IS NOT OLD.text
	OR NEW.from_day IS NOT OLD.from_day
	OR NEW.written_by IS NOT OLD.written_by
BEGIN
	SELECT RAISE(ABORT, 'a criterion is retired and another written, never reworded');
END;
