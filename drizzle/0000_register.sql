CREATE TABLE `assignment` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`inspection_id` integer NOT NULL,
	`recommendation_id` integer NOT NULL,
	`organisation_id` integer NOT NULL,
	`capacity` text NOT NULL,
	`allocated_on` text NOT NULL,
	`status` text NOT NULL,
	`status_on` text NOT NULL,
	`acceptance` text NOT NULL,
	`original_due_on` text,
	`current_due_on` text,
	`deadline_moves` integer DEFAULT 0 NOT NULL,
	`owner_post_id` integer,
	`last_reported_on` text,
	`claimed_on` text,
	`claimed_by` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`inspection_id`) REFERENCES `inspection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recommendation_id`) REFERENCES `recommendation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claimed_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "assignment_status" CHECK("assignment"."status" in ('not-started', 'in-progress', 'reported-complete', 'returned', 'confirmed', 'not-applicable', 'not-accepted', 'no-further-action')),
	CONSTRAINT "assignment_capacity" CHECK("assignment"."capacity" in ('lead', 'contributing')),
	CONSTRAINT "assignment_acceptance" CHECK("assignment"."acceptance" in ('not-recorded', 'accepted', 'partly-accepted', 'not-accepted'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `assignment_pair` ON `assignment` (`recommendation_id`,`organisation_id`);--> statement-breakpoint
CREATE INDEX `assignment_by_organisation` ON `assignment` (`organisation_id`,`current_due_on`);--> statement-breakpoint
CREATE INDEX `assignment_queue` ON `assignment` (`status`,`claimed_on`);--> statement-breakpoint
CREATE INDEX `assignment_counts` ON `assignment` (`inspection_id`,`recommendation_id`,`status`,`current_due_on`,`original_due_on`,`claimed_on`,`last_reported_on`,`allocated_on`,`organisation_id`,`owner_post_id`);--> statement-breakpoint
CREATE INDEX `assignment_due` ON `assignment` (`inspection_id`,`current_due_on`);--> statement-breakpoint
CREATE TABLE `audit_entry` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`on_day` text NOT NULL,
	`action` text NOT NULL,
	`actor_id` integer,
	`actor_name` text NOT NULL,
	`assignment_id` integer,
	`organisation_id` integer,
	`particulars` text NOT NULL,
	`sentence` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `audit_entry_by_assignment` ON `audit_entry` (`assignment_id`,`sequence`);--> statement-breakpoint
CREATE INDEX `audit_entry_by_organisation` ON `audit_entry` (`organisation_id`,`sequence`);--> statement-breakpoint
CREATE INDEX `audit_entry_by_actor` ON `audit_entry` (`actor_id`,`sequence`);--> statement-breakpoint
CREATE INDEX `audit_entry_by_day` ON `audit_entry` (`on_day`,`sequence`);--> statement-breakpoint
CREATE TABLE `evidence` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`assignment_id` integer NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`shows` text NOT NULL,
	`marking` text NOT NULL,
	`added_by` integer NOT NULL,
	`at` integer NOT NULL,
	`on_day` text NOT NULL,
	`file_sha256` text,
	`file_name` text,
	`link_url` text,
	`held_where` text,
	`custodian` text,
	`seen_by` text,
	`seen_on` text,
	`withdrawn_at` integer,
	`withdrawn_on` text,
	`withdrawn_by` integer,
	`withdrawn_reason` text,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_sha256`) REFERENCES `stored_file`(`sha256`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "evidence_kind" CHECK("evidence"."kind" in ('file', 'link', 'sighting')),
	CONSTRAINT "evidence_marking" CHECK("evidence"."marking" in ('official', 'official-sensitive'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `evidence_key_unique` ON `evidence` (`key`);--> statement-breakpoint
CREATE INDEX `evidence_by_assignment` ON `evidence` (`assignment_id`,`id`);--> statement-breakpoint
CREATE INDEX `evidence_by_file` ON `evidence` (`file_sha256`);--> statement-breakpoint
CREATE TABLE `stored_file` (
	`sha256` text PRIMARY KEY NOT NULL,
	`bytes` integer NOT NULL,
	`media_type` text NOT NULL,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `acceptance_change` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`assignment_id` integer NOT NULL,
	`at` integer NOT NULL,
	`on_day` text NOT NULL,
	`actor_id` integer,
	`acceptance` text NOT NULL,
	`reason` text,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `acceptance_change_as_at` ON `acceptance_change` (`assignment_id`,`on_day`,`id`);--> statement-breakpoint
CREATE TABLE `deadline_revision` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`assignment_id` integer NOT NULL,
	`at` integer NOT NULL,
	`on_day` text NOT NULL,
	`actor_id` integer,
	`phrase` text,
	`kind` text NOT NULL,
	`last_day` text,
	`rule` text NOT NULL,
	`set_by` text NOT NULL,
	`reason` text,
	`asked_by` integer,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "deadline_revision_kind" CHECK("deadline_revision"."kind" in ('fixed-day', 'month', 'immediate', 'immediate-then-by', 'relative', 'none-set', 'not-applicable')),
	CONSTRAINT "deadline_revision_set_by" CHECK("deadline_revision"."set_by" in ('inspectorate', 'owner'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `deadline_revision_as_at` ON `deadline_revision` (`assignment_id`,`on_day`,`id`,`last_day`);--> statement-breakpoint
CREATE TABLE `owner_change` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`assignment_id` integer NOT NULL,
	`at` integer NOT NULL,
	`on_day` text NOT NULL,
	`actor_id` integer,
	`post_id` integer,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `owner_change_as_at` ON `owner_change` (`assignment_id`,`on_day`,`id`);--> statement-breakpoint
CREATE TABLE `progress_update` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`assignment_id` integer NOT NULL,
	`at` integer NOT NULL,
	`on_day` text NOT NULL,
	`actor_id` integer,
	`narrative` text NOT NULL,
	`confidence` text,
	`next_milestone` text,
	`next_milestone_on` text,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `progress_update_as_at` ON `progress_update` (`assignment_id`,`on_day`,`id`);--> statement-breakpoint
CREATE TABLE `status_change` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`assignment_id` integer NOT NULL,
	`at` integer NOT NULL,
	`on_day` text NOT NULL,
	`actor_id` integer,
	`verb` text NOT NULL,
	`from_status` text,
	`to_status` text NOT NULL,
	`statement` text,
	`reason` text,
	`basis` text,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "status_change_to_status" CHECK("status_change"."to_status" in ('not-started', 'in-progress', 'reported-complete', 'returned', 'confirmed', 'not-applicable', 'not-accepted', 'no-further-action'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `status_change_as_at` ON `status_change` (`assignment_id`,`on_day`,`id`,`to_status`);--> statement-breakpoint
CREATE INDEX `status_change_by_day` ON `status_change` (`on_day`,`to_status`);--> statement-breakpoint
CREATE TABLE `submission` (
	`key` text PRIMARY KEY NOT NULL,
	`person_id` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `submission_age` ON `submission` (`at`);--> statement-breakpoint
CREATE TABLE `waiting` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`assignment_id` integer NOT NULL,
	`at` integer NOT NULL,
	`on_day` text NOT NULL,
	`actor_id` integer,
	`on_assignment_id` integer NOT NULL,
	`reason` text NOT NULL,
	`review_on` text NOT NULL,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`on_assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `waiting_by_assignment` ON `waiting` (`assignment_id`,`id`);--> statement-breakpoint
CREATE INDEX `waiting_on` ON `waiting` (`on_assignment_id`);--> statement-breakpoint
CREATE TABLE `waiting_end` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`assignment_id` integer NOT NULL,
	`at` integer NOT NULL,
	`on_day` text NOT NULL,
	`actor_id` integer,
	`waiting_id` integer NOT NULL,
	`reason` text,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`waiting_id`) REFERENCES `waiting`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `waiting_end_once` ON `waiting_end` (`waiting_id`);--> statement-breakpoint
CREATE TABLE `inspection` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`code` text NOT NULL,
	`title` text NOT NULL,
	`inspectorate` text NOT NULL,
	`published_on` text NOT NULL,
	`url` text NOT NULL,
	`licence` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `inspection_code_unique` ON `inspection` (`code`);--> statement-breakpoint
CREATE TABLE `reporting_period` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`inspection_id` integer NOT NULL,
	`opens_on` text NOT NULL,
	`closes_on` text NOT NULL,
	FOREIGN KEY (`inspection_id`) REFERENCES `inspection`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `reporting_period_latest` ON `reporting_period` (`inspection_id`,`opens_on`);--> statement-breakpoint
CREATE TABLE `organisation` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`region` text,
	`regional_unit_id` integer,
	`gss_code` text,
	`police_uk_id` text,
	`chief_officer_title` text NOT NULL,
	`local_policing_body` text,
	`country` text,
	`valid_from` text,
	`valid_to` text,
	`successor_id` integer,
	FOREIGN KEY (`regional_unit_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`successor_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "organisation_kind" CHECK("organisation"."kind" in ('police-force', 'regional-unit', 'national-agency', 'command', 'home-office', 'national-body', 'police-force-non-territorial'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `organisation_code_unique` ON `organisation` (`code`);--> statement-breakpoint
CREATE TABLE `one_time_link` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`person_id` integer NOT NULL,
	`created_by` integer,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `person` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text,
	`created_at` integer NOT NULL,
	`deactivated_at` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `person_email_unique` ON `person` (`email`);--> statement-breakpoint
CREATE TABLE `person_role` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`role` text NOT NULL,
	`organisation_id` integer,
	`from_day` text NOT NULL,
	`to_day` text,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "person_role_role" CHECK("person_role"."role" in ('administrator', 'inspector', 'lead', 'contributor', 'observer'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `person_role_current` ON `person_role` (`person_id`,`role`,`organisation_id`) WHERE "person_role"."to_day" is null and "person_role"."organisation_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `person_role_current_national` ON `person_role` (`person_id`,`role`) WHERE "person_role"."to_day" is null and "person_role"."organisation_id" is null;--> statement-breakpoint
CREATE INDEX `person_role_organisation` ON `person_role` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`secret_hash` blob NOT NULL,
	`person_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `session_person` ON `session` (`person_id`);--> statement-breakpoint
CREATE TABLE `throttle` (
	`key` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`window_started_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `post` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`organisation_id` integer NOT NULL,
	`title` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `post_title` ON `post` (`organisation_id`,`title`);--> statement-breakpoint
CREATE TABLE `post_holder` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`post_id` integer NOT NULL,
	`person_id` integer,
	`name` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text,
	FOREIGN KEY (`post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `post_holder_current` ON `post_holder` (`post_id`) WHERE "post_holder"."to_day" is null;--> statement-breakpoint
CREATE INDEX `post_holder_person` ON `post_holder` (`person_id`);--> statement-breakpoint
CREATE TABLE `recommendation` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`inspection_id` integer NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`theme` text NOT NULL,
	FOREIGN KEY (`inspection_id`) REFERENCES `inspection`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `recommendation_number` ON `recommendation` (`inspection_id`,`number`);--> statement-breakpoint
CREATE TABLE `recommendation_wording` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`recommendation_id` integer NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`source` text NOT NULL,
	`source_url` text,
	`page` text,
	`retrieved_on` text,
	`loaded_by` integer,
	`checked_by` integer,
	`at` integer NOT NULL,
	FOREIGN KEY (`recommendation_id`) REFERENCES `recommendation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`loaded_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`checked_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `recommendation_wording_latest` ON `recommendation_wording` (`recommendation_id`,`id`);--> statement-breakpoint
CREATE TABLE `job_run` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`job` text NOT NULL,
	`period` text NOT NULL,
	`started_at` integer NOT NULL,
	`finished_at` integer,
	`outcome` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `job_run_once` ON `job_run` (`job`,`period`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`to` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`at` integer NOT NULL,
	`sent_at` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`last_error` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `outbox_unsent` ON `outbox` (`id`) WHERE "outbox"."sent_at" is null;--> statement-breakpoint
CREATE TABLE `setting` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT;

--> statement-breakpoint
CREATE TRIGGER `status_change_no_update` BEFORE UPDATE ON `status_change`
BEGIN
	SELECT RAISE(ABORT, 'status_change is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `status_change_no_delete` BEFORE DELETE ON `status_change`
BEGIN
	SELECT RAISE(ABORT, 'status_change is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `deadline_revision_no_update` BEFORE UPDATE ON `deadline_revision`
BEGIN
	SELECT RAISE(ABORT, 'deadline_revision is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `deadline_revision_no_delete` BEFORE DELETE ON `deadline_revision`
BEGIN
	SELECT RAISE(ABORT, 'deadline_revision is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `acceptance_change_no_update` BEFORE UPDATE ON `acceptance_change`
BEGIN
	SELECT RAISE(ABORT, 'acceptance_change is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `acceptance_change_no_delete` BEFORE DELETE ON `acceptance_change`
BEGIN
	SELECT RAISE(ABORT, 'acceptance_change is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `owner_change_no_update` BEFORE UPDATE ON `owner_change`
BEGIN
	SELECT RAISE(ABORT, 'owner_change is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `owner_change_no_delete` BEFORE DELETE ON `owner_change`
BEGIN
	SELECT RAISE(ABORT, 'owner_change is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `progress_update_no_update` BEFORE UPDATE ON `progress_update`
BEGIN
	SELECT RAISE(ABORT, 'progress_update is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `progress_update_no_delete` BEFORE DELETE ON `progress_update`
BEGIN
	SELECT RAISE(ABORT, 'progress_update is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `waiting_no_update` BEFORE UPDATE ON `waiting`
BEGIN
	SELECT RAISE(ABORT, 'waiting is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `waiting_no_delete` BEFORE DELETE ON `waiting`
BEGIN
	SELECT RAISE(ABORT, 'waiting is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `waiting_end_no_update` BEFORE UPDATE ON `waiting_end`
BEGIN
	SELECT RAISE(ABORT, 'waiting_end is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `waiting_end_no_delete` BEFORE DELETE ON `waiting_end`
BEGIN
	SELECT RAISE(ABORT, 'waiting_end is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `recommendation_wording_no_update` BEFORE UPDATE ON `recommendation_wording`
BEGIN
	SELECT RAISE(ABORT, 'recommendation_wording is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `recommendation_wording_no_delete` BEFORE DELETE ON `recommendation_wording`
BEGIN
	SELECT RAISE(ABORT, 'recommendation_wording is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `stored_file_no_update` BEFORE UPDATE ON `stored_file`
BEGIN
	SELECT RAISE(ABORT, 'stored_file is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `stored_file_no_delete` BEFORE DELETE ON `stored_file`
BEGIN
	SELECT RAISE(ABORT, 'stored_file is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_entry_no_update` BEFORE UPDATE ON `audit_entry`
BEGIN
	SELECT RAISE(ABORT, 'audit_entry is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_entry_no_delete` BEFORE DELETE ON `audit_entry`
BEGIN
	SELECT RAISE(ABORT, 'audit_entry is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `assignment_original_due_on_stays` BEFORE UPDATE OF `original_due_on` ON `assignment`
WHEN OLD.`original_due_on` IS NOT NULL AND NEW.`original_due_on` IS NOT OLD.`original_due_on`
BEGIN
	SELECT RAISE(ABORT, 'the original deadline is never overwritten');
END;
--> statement-breakpoint
CREATE TRIGGER `assignment_no_delete` BEFORE DELETE ON `assignment`
BEGIN
	SELECT RAISE(ABORT, 'assignments are never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `evidence_no_delete` BEFORE DELETE ON `evidence`
BEGIN
	SELECT RAISE(ABORT, 'evidence is withdrawn, never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `person_no_delete` BEFORE DELETE ON `person`
BEGIN
	SELECT RAISE(ABORT, 'people are deactivated, never deleted');
END;
