DROP INDEX `stage_changes_by_time`;--> statement-breakpoint
CREATE INDEX `stage_changes_by_time` ON `stage_changes` (`at`,`to_stage`);