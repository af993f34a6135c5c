CREATE TABLE `score_overrides` (
	`id` text PRIMARY KEY NOT NULL,
	`rep_id` text NOT NULL,
	`device` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`offset` integer NOT NULL,
	`clock` text NOT NULL,
	`rule_version` integer NOT NULL,
	`refers_to` text,
	`lead_id` text NOT NULL,
	`score` text NOT NULL,
	`points` integer,
	`until` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `score_overrides_by_lead` ON `score_overrides` (`lead_id`,`at`);
--> statement-breakpoint
CREATE TRIGGER `score_overrides_keep_update` BEFORE UPDATE ON `score_overrides` BEGIN SELECT RAISE(ABORT, 'score_overrides are facts: add a new one instead'); END;
--> statement-breakpoint
CREATE TRIGGER `score_overrides_keep_delete` BEFORE DELETE ON `score_overrides` BEGIN SELECT RAISE(ABORT, 'score_overrides are facts: add a new one instead'); END;
