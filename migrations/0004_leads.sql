CREATE TABLE `batch_leads` (
	`batch_id` text NOT NULL,
	`lead_id` text NOT NULL,
	`made` text,
	PRIMARY KEY(`batch_id`, `lead_id`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `batches` (
	`id` text PRIMARY KEY NOT NULL,
	`rep_id` text NOT NULL,
	`at` integer NOT NULL,
	`deed` text NOT NULL,
	`state` text NOT NULL,
	`changed` integer NOT NULL,
	`refused` text NOT NULL,
	`finished_at` integer
) STRICT;
--> statement-breakpoint
CREATE TABLE `views` (
	`id` text PRIMARY KEY NOT NULL,
	`rep_id` text NOT NULL,
	`name` text NOT NULL,
	`shared` integer NOT NULL,
	`look` text NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `edits_by_person` ON `edits` (`person_id`);--> statement-breakpoint
CREATE INDEX `leads_by_owner` ON `leads` (`owner_id`) WHERE "leads"."owner_id" is not null;--> statement-breakpoint
CREATE INDEX `leads_by_waking` ON `leads` (`stage`,`wakes_at`) WHERE "leads"."wakes_at" is not null;
