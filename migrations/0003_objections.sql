CREATE TABLE `objections` (
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
	`person_id` text NOT NULL,
	`call_id` text NOT NULL,
	`code` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `objections_by_person` ON `objections` (`person_id`,`at`);--> statement-breakpoint
CREATE INDEX `objections_by_lead` ON `objections` (`lead_id`,`at`);--> statement-breakpoint
CREATE INDEX `objections_by_call` ON `objections` (`call_id`);--> statement-breakpoint
ALTER TABLE `drafts` ADD `answered_up` integer;--> statement-breakpoint
ALTER TABLE `drafts` ADD `ended_up` integer;--> statement-breakpoint
ALTER TABLE `drafts` ADD `opening_said` integer;--> statement-breakpoint
ALTER TABLE `calls` ADD `opening_said` integer;--> statement-breakpoint
CREATE INDEX `promises_by_due` ON `promises` (`due_at`);--> statement-breakpoint
CREATE TRIGGER `objections_keep_update` BEFORE UPDATE ON `objections` BEGIN SELECT RAISE(ABORT, 'objections are facts: add a new one instead'); END;
--> statement-breakpoint
CREATE TRIGGER `objections_keep_delete` BEFORE DELETE ON `objections` BEGIN SELECT RAISE(ABORT, 'objections are facts: add a new one instead'); END;
--> statement-breakpoint
CREATE VIEW `live_objections` AS SELECT * FROM `objections` WHERE `call_id` NOT IN (SELECT `call_id` FROM `undos`);
