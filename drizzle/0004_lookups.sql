CREATE INDEX `audit_entry_notes` ON `audit_entry` (`sequence`) WHERE substr("audit_entry"."action", 1, 5) = 'note.';--> statement-breakpoint
CREATE INDEX `progress_update_corrections` ON `progress_update` (`corrects_id`) WHERE "progress_update"."corrects_id" is not null;--> statement-breakpoint
CREATE INDEX `person_role_held` ON `person_role` (`person_id`) WHERE "person_role"."to_day" is null;