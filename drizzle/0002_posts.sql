ALTER TABLE `owner_change` ADD `reason` text;--> statement-breakpoint
ALTER TABLE `handover` ADD `reason` text;--> statement-breakpoint
ALTER TABLE `handover` ADD `note` text;--> statement-breakpoint
CREATE INDEX `assignment_by_owner_post` ON `assignment` (`owner_post_id`) WHERE "assignment"."owner_post_id" is not null;--> statement-breakpoint
CREATE INDEX `assignment_by_delivery_post` ON `assignment` (`delivery_post_id`) WHERE "assignment"."delivery_post_id" is not null;
--> statement-breakpoint
CREATE TRIGGER `handover_accepted_once` BEFORE UPDATE ON `handover`
WHEN OLD.accepted_at IS NOT NULL
	OR NEW.id IS NOT OLD.id
	OR NEW.post_id IS NOT OLD.post_id
	OR NEW.from_holder_id IS NOT OLD.from_holder_id
	OR NEW.to_holder_id IS NOT OLD.to_holder_id
	OR NEW.at IS NOT OLD.at
	OR NEW.opened_by IS NOT OLD.opened_by
	OR NEW.reason IS NOT OLD.reason
BEGIN
	SELECT RAISE(ABORT, 'a handover is accepted once, and nothing else of it changes');
END;
