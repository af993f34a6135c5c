CREATE TABLE `second_looks` (
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
	`agrees` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `second_looks_by_lead` ON `second_looks` (`lead_id`);
--> statement-breakpoint
CREATE INDEX `second_looks_by_change` ON `second_looks` (`refers_to`);
--> statement-breakpoint
CREATE TRIGGER `second_looks_keep_update` BEFORE UPDATE ON `second_looks` BEGIN SELECT RAISE(ABORT, 'second_looks are facts: add a new one instead'); END;
--> statement-breakpoint
CREATE TRIGGER `second_looks_keep_delete` BEFORE DELETE ON `second_looks` BEGIN SELECT RAISE(ABORT, 'second_looks are facts: add a new one instead'); END;
