ALTER TABLE `part_change` ADD `met_on` text;--> statement-breakpoint
CREATE UNIQUE INDEX `recommendation_part_label` ON `recommendation_part` (`recommendation_id`,`label`) WHERE "recommendation_part"."to_day" is null;
--> statement-breakpoint
CREATE TRIGGER `recommendation_part_no_delete` BEFORE DELETE ON `recommendation_part`
BEGIN
	SELECT RAISE(ABORT, 'parts are retired, never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `recommendation_part_words_stay` BEFORE UPDATE ON `recommendation_part`
WHEN OLD.to_day IS NOT NULL
	OR NEW.id IS NOT OLD.id
	OR NEW.recommendation_id IS NOT OLD.recommendation_id
	OR NEW.label IS NOT OLD.label
	OR NEW.text IS NOT OLD.text
	OR NEW.from_day IS NOT OLD.from_day
BEGIN
	SELECT RAISE(ABORT, 'a part is retired and another written, never reworded');
END;
