CREATE TABLE `kept_ranks` (
	`lead_id` text NOT NULL,
	`ready_at` integer NOT NULL,
	`rank` integer NOT NULL,
	`kept_at` integer NOT NULL,
	PRIMARY KEY(`lead_id`, `ready_at`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE `exported_leads` ADD `task` text;
