CREATE TRIGGER `acceptance_change_acceptance_is_known` BEFORE INSERT ON `acceptance_change`
WHEN NEW.`acceptance` NOT IN ('not-recorded', 'accepted', 'partly-accepted', 'not-accepted')
BEGIN
	SELECT RAISE(ABORT, 'acceptance_change.acceptance is not of its closed list');
END;
--> statement-breakpoint
CREATE TRIGGER `claim_review_basis_is_known` BEFORE INSERT ON `claim_review`
WHEN NEW.`basis` NOT IN ('desk-review', 'visit', 'later-inspection', 'sample')
BEGIN
	SELECT RAISE(ABORT, 'claim_review.basis is not of its closed list');
END;
--> statement-breakpoint
CREATE TRIGGER `evidence_sort_is_known` BEFORE INSERT ON `evidence`
WHEN NEW.`sort` NOT IN ('policy', 'training-record', 'data', 'audit', 'observation')
BEGIN
	SELECT RAISE(ABORT, 'evidence.sort is not of its closed list');
END;
--> statement-breakpoint
CREATE TRIGGER `evidence_sort_stays_known` BEFORE UPDATE OF `sort` ON `evidence`
WHEN NEW.`sort` IS NOT OLD.`sort` AND NEW.`sort` NOT IN ('policy', 'training-record', 'data', 'audit', 'observation')
BEGIN
	SELECT RAISE(ABORT, 'evidence.sort is not of its closed list');
END;
--> statement-breakpoint
CREATE TRIGGER `inspection_rhythm_is_known` BEFORE INSERT ON `inspection`
WHEN NEW.`rhythm` NOT IN ('none', 'monthly', 'quarterly')
BEGIN
	SELECT RAISE(ABORT, 'inspection.rhythm is not of its closed list');
END;
--> statement-breakpoint
CREATE TRIGGER `inspection_rhythm_stays_known` BEFORE UPDATE OF `rhythm` ON `inspection`
WHEN NEW.`rhythm` IS NOT OLD.`rhythm` AND NEW.`rhythm` NOT IN ('none', 'monthly', 'quarterly')
BEGIN
	SELECT RAISE(ABORT, 'inspection.rhythm is not of its closed list');
END;
--> statement-breakpoint
CREATE TRIGGER `one_time_link_purpose_is_known` BEFORE INSERT ON `one_time_link`
WHEN NEW.`purpose` NOT IN ('invitation', 'reset')
BEGIN
	SELECT RAISE(ABORT, 'one_time_link.purpose is not of its closed list');
END;
--> statement-breakpoint
CREATE TRIGGER `one_time_link_purpose_stays_known` BEFORE UPDATE OF `purpose` ON `one_time_link`
WHEN NEW.`purpose` IS NOT OLD.`purpose` AND NEW.`purpose` NOT IN ('invitation', 'reset')
BEGIN
	SELECT RAISE(ABORT, 'one_time_link.purpose is not of its closed list');
END;
--> statement-breakpoint
CREATE TRIGGER `organisation_region_is_known` BEFORE INSERT ON `organisation`
WHEN NEW.`region` NOT IN ('North East', 'North West', 'Yorkshire and the Humber', 'East Midlands', 'West Midlands', 'Eastern', 'London', 'South East', 'South West', 'Southern Wales')
BEGIN
	SELECT RAISE(ABORT, 'organisation.region is not of its closed list');
END;
--> statement-breakpoint
CREATE TRIGGER `organisation_region_stays_known` BEFORE UPDATE OF `region` ON `organisation`
WHEN NEW.`region` IS NOT OLD.`region` AND NEW.`region` NOT IN ('North East', 'North West', 'Yorkshire and the Humber', 'East Midlands', 'West Midlands', 'Eastern', 'London', 'South East', 'South West', 'Southern Wales')
BEGIN
	SELECT RAISE(ABORT, 'organisation.region is not of its closed list');
END;
--> statement-breakpoint
CREATE TRIGGER `owner_change_duty_is_known` BEFORE INSERT ON `owner_change`
WHEN NEW.`duty` NOT IN ('accountable', 'delivery')
BEGIN
	SELECT RAISE(ABORT, 'owner_change.duty is not of its closed list');
END;
--> statement-breakpoint
CREATE TRIGGER `progress_update_confidence_is_known` BEFORE INSERT ON `progress_update`
WHEN NEW.`confidence` NOT IN ('highly-likely', 'probable', 'feasible', 'in-doubt', 'appears-unachievable')
BEGIN
	SELECT RAISE(ABORT, 'progress_update.confidence is not of its closed list');
END;
--> statement-breakpoint
CREATE TRIGGER `recommendation_wording_kind_is_known` BEFORE INSERT ON `recommendation_wording`
WHEN NEW.`kind` NOT IN ('working-summary', 'official')
BEGIN
	SELECT RAISE(ABORT, 'recommendation_wording.kind is not of its closed list');
END;
--> statement-breakpoint
CREATE TRIGGER `status_change_verb_is_known` BEFORE INSERT ON `status_change`
WHEN NEW.`verb` NOT IN ('start', 'report-complete', 'withdraw-claim', 'resume', 'confirm', 'return', 'reopen', 'set-not-applicable', 'set-not-accepted', 'set-no-further-action', 'allocate')
BEGIN
	SELECT RAISE(ABORT, 'status_change.verb is not of its closed list');
END;
--> statement-breakpoint
CREATE TRIGGER `status_change_from_status_is_known` BEFORE INSERT ON `status_change`
WHEN NEW.`from_status` NOT IN ('not-started', 'in-progress', 'reported-complete', 'returned', 'confirmed', 'not-applicable', 'not-accepted', 'no-further-action')
BEGIN
	SELECT RAISE(ABORT, 'status_change.from_status is not of its closed list');
END;
--> statement-breakpoint
CREATE TRIGGER `status_change_basis_is_known` BEFORE INSERT ON `status_change`
WHEN NEW.`basis` NOT IN ('desk-review', 'visit', 'later-inspection', 'sample')
BEGIN
	SELECT RAISE(ABORT, 'status_change.basis is not of its closed list');
END;
