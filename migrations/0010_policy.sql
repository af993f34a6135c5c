CREATE TABLE `bases` (
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
	`channel` text NOT NULL,
	`kind` text NOT NULL,
	`given` integer NOT NULL,
	`on_day` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `bases_by_person` ON `bases` (`person_id`,`channel`,`at`);--> statement-breakpoint
CREATE TABLE `screened` (
	`hash` blob NOT NULL,
	`n` integer NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`hash`, `n`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `screenings` (
	`n` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`list` text NOT NULL,
	`taken_on` text NOT NULL,
	`file_name` text NOT NULL,
	`at` integer NOT NULL,
	`rep_id` text NOT NULL,
	`state` text NOT NULL,
	`numbers` integer NOT NULL,
	`refused` integer NOT NULL,
	`matched` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `screenings_id_unique` ON `screenings` (`id`);--> statement-breakpoint
CREATE INDEX `screenings_by_list` ON `screenings` (`list`,`n`) WHERE "screenings"."state" = 'done';--> statement-breakpoint
CREATE TABLE `secrets` (
	`name` text PRIMARY KEY NOT NULL,
	`value` blob NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TRIGGER `bases_keep_update` BEFORE UPDATE ON `bases` BEGIN SELECT RAISE(ABORT, 'bases are facts: add a new one instead'); END;
--> statement-breakpoint
CREATE TRIGGER `bases_keep_delete` BEFORE DELETE ON `bases` BEGIN SELECT RAISE(ABORT, 'bases are facts: add a new one instead'); END;
