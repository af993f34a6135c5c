CREATE TABLE `pairing_leads` (
	`lead_id` text NOT NULL,
	`pairing_id` text NOT NULL,
	PRIMARY KEY(`lead_id`, `pairing_id`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `pairing_leads_by_pairing` ON `pairing_leads` (`pairing_id`);--> statement-breakpoint
CREATE TABLE `pairings` (
	`id` text PRIMARY KEY NOT NULL,
	`rep_id` text NOT NULL,
	`device` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`offset` integer NOT NULL,
	`clock` text NOT NULL,
	`rule_version` integer NOT NULL,
	`refers_to` text,
	`kind` text NOT NULL,
	`verdict` text NOT NULL,
	`kept_id` text NOT NULL,
	`other_id` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `pairings_by_kept` ON `pairings` (`kept_id`);--> statement-breakpoint
CREATE INDEX `pairings_by_other` ON `pairings` (`other_id`);--> statement-breakpoint
CREATE TABLE `review_pairs` (
	`kind` text NOT NULL,
	`a` text NOT NULL,
	`b` text NOT NULL,
	`points` integer NOT NULL,
	`lines` text NOT NULL,
	PRIMARY KEY(`kind`, `a`, `b`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `review_pairs_by_points` ON `review_pairs` (`kind`,`points`);
--> statement-breakpoint
CREATE TRIGGER `pairings_keep_update` BEFORE UPDATE ON `pairings` BEGIN SELECT RAISE(ABORT, 'pairings are facts: add a new one instead'); END;
--> statement-breakpoint
CREATE TRIGGER `pairings_keep_delete` BEFORE DELETE ON `pairings` BEGIN SELECT RAISE(ABORT, 'pairings are facts: add a new one instead'); END;
--> statement-breakpoint
CREATE TRIGGER `pairing_leads_keep_update` BEFORE UPDATE ON `pairing_leads` BEGIN SELECT RAISE(ABORT, 'pairing_leads are facts: add a new one instead'); END;
--> statement-breakpoint
CREATE TRIGGER `pairing_leads_keep_delete` BEFORE DELETE ON `pairing_leads` BEGIN SELECT RAISE(ABORT, 'pairing_leads are facts: add a new one instead'); END;
--> statement-breakpoint
CREATE VIEW `live_pairings` AS SELECT * FROM `pairings` WHERE `id` NOT IN (SELECT `call_id` FROM `undos`);
