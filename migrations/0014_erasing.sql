CREATE TABLE `erased_keys` (
	`hash` blob NOT NULL,
	`erasure_id` text NOT NULL,
	`sieve` integer NOT NULL,
	`wish` integer NOT NULL,
	PRIMARY KEY(`hash`, `erasure_id`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `erasures` (
	`id` text PRIMARY KEY NOT NULL,
	`rep_id` text NOT NULL,
	`device` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`offset` integer NOT NULL,
	`clock` text NOT NULL,
	`rule_version` integer NOT NULL,
	`refers_to` text,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`cause` text NOT NULL,
	`asked_on` text,
	`until` integer,
	`reason` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `erasures_by_person` ON `erasures` (`person_id`,`at`);--> statement-breakpoint
CREATE INDEX `erasures_by_kind` ON `erasures` (`kind`,`at`);
--> statement-breakpoint
CREATE TRIGGER `erasures_keep_update` BEFORE UPDATE ON `erasures` BEGIN SELECT RAISE(ABORT, 'erasures are facts: add a new one instead'); END;
--> statement-breakpoint
CREATE TRIGGER `erasures_keep_delete` BEFORE DELETE ON `erasures` BEGIN SELECT RAISE(ABORT, 'erasures are facts: add a new one instead'); END;
--> statement-breakpoint
CREATE TRIGGER `texts_of_erased` BEFORE INSERT ON `texts` WHEN EXISTS (SELECT 1 FROM `persons` WHERE `id` = NEW.`person_id` AND `erased_at` IS NOT NULL) BEGIN SELECT RAISE(IGNORE); END;
