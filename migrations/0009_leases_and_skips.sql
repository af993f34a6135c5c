CREATE TABLE `leases` (
	`seat` text PRIMARY KEY NOT NULL,
	`rep_id` text NOT NULL,
	`lead_id` text NOT NULL,
	`person_id` text NOT NULL,
	`until` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `leases_by_lead` ON `leases` (`lead_id`);--> statement-breakpoint
CREATE TABLE `skips` (
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
	`reason` text NOT NULL,
	`until` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `skips_by_lead` ON `skips` (`lead_id`,`at`);--> statement-breakpoint
ALTER TABLE `lists` ADD `promise_policy` text DEFAULT 'owner_first' NOT NULL;--> statement-breakpoint
CREATE INDEX `queue_promised` ON `queue` (`list_id`,`owner_id`,`calendar`,`due_at`) WHERE "queue"."bucket" = 'promise' and "queue"."until" is null;
--> statement-breakpoint
CREATE TRIGGER `skips_keep_update` BEFORE UPDATE ON `skips` BEGIN SELECT RAISE(ABORT, 'skips are facts: add a new one instead'); END;
--> statement-breakpoint
CREATE TRIGGER `skips_keep_delete` BEFORE DELETE ON `skips` BEGIN SELECT RAISE(ABORT, 'skips are facts: add a new one instead'); END;
