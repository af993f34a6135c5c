CREATE TABLE `erased_keys` (
	`hash` blob NOT NULL,
	`erasure_id` text NOT NULL,
	`sieve` integer NOT NULL,
	`wish` integer NOT NULL,
	PRIMARY KEY(`hash`, `erasure_id`)
);
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
);
--> statement-breakpoint
CREATE INDEX `erasures_by_person` ON `erasures` (`person_id`,`at`);--> statement-breakpoint
CREATE INDEX `erasures_by_kind` ON `erasures` (`kind`,`at`);