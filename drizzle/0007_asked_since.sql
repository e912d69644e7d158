DROP INDEX `assignment_counts`;--> statement-breakpoint
ALTER TABLE `assignment` ADD `asked_since` text;--> statement-breakpoint
CREATE INDEX `assignment_counts` ON `assignment` (`inspection_id`,`recommendation_id`,`status`,`current_due_on`,`original_due_on`,`claimed_on`,`last_reported_on`,`allocated_on`,`asked_since`,`organisation_id`,`owner_post_id`);
--> statement-breakpoint
UPDATE `assignment` SET `asked_since` = (
	SELECT max(`on_day`) FROM `status_change`
	WHERE `assignment_id` = `assignment`.`id` AND `verb` IN ('withdraw-claim', 'return', 'reopen')
);
--> statement-breakpoint
INSERT OR IGNORE INTO `owed_update` (`period_id`, `assignment_id`, `outcome`, `outcome_on`)
SELECT `period_id`, `assignment_id`, iif(`heard_on` IS NULL, NULL, 'reported'), `heard_on`
FROM (
	SELECT p.`id` AS `period_id`, a.`id` AS `assignment_id`, (
		SELECT min(`on_day`) FROM (
			SELECT `on_day` FROM `progress_update`
			WHERE `assignment_id` = a.`id` AND `corrects_id` IS NULL
			UNION ALL
			SELECT `on_day` FROM `status_change`
			WHERE `assignment_id` = a.`id` AND `verb` = 'report-complete'
		) WHERE `on_day` BETWEEN p.`opens_on` AND p.`closes_on`
	) AS `heard_on`
	FROM `reporting_period` p
	JOIN `assignment` a ON a.`inspection_id` = p.`inspection_id`
	WHERE (
		SELECT `to_status` FROM `status_change`
		WHERE `assignment_id` = a.`id` AND `on_day` < p.`opens_on`
		ORDER BY `id` DESC LIMIT 1
	) IN ('not-started', 'in-progress', 'returned')
);
