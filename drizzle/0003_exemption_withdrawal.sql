CREATE TABLE `exemption_withdrawal` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`assignment_id` integer NOT NULL,
	`at` integer NOT NULL,
	`on_day` text NOT NULL,
	`actor_id` integer NOT NULL,
	`request_id` integer NOT NULL,
	`reason` text,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`request_id`) REFERENCES `exemption_request`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `exemption_withdrawal_once` ON `exemption_withdrawal` (`request_id`);--> statement-breakpoint
CREATE INDEX `exemption_withdrawal_by_assignment` ON `exemption_withdrawal` (`assignment_id`);
--> statement-breakpoint
CREATE TRIGGER `exemption_withdrawal_no_update` BEFORE UPDATE ON `exemption_withdrawal`
BEGIN
	SELECT RAISE(ABORT, 'exemption_withdrawal is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `exemption_withdrawal_no_delete` BEFORE DELETE ON `exemption_withdrawal`
BEGIN
	SELECT RAISE(ABORT, 'exemption_withdrawal is append-only');
END;
