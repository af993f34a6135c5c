CREATE TABLE `cycles` (
	`rep_id` text NOT NULL,
	`list_id` text NOT NULL,
	`day` text NOT NULL,
	`place` integer NOT NULL,
	PRIMARY KEY(`rep_id`, `list_id`, `day`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `device` (
	`one` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`seq` integer NOT NULL,
	`clock` text NOT NULL,
	`rep_id` text,
	FOREIGN KEY (`rep_id`) REFERENCES `reps`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `drafts` (
	`lead_id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`rep_id` text NOT NULL,
	`phone_id` text,
	`opened_at` integer NOT NULL,
	`dialled_at` integer,
	`answered_at` integer,
	`ended_at` integer,
	`note` text NOT NULL,
	`updated_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `drafts_call_id_unique` ON `drafts` (`call_id`);--> statement-breakpoint
CREATE TABLE `reps` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`active` integer NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `rules` (
	`version` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`data` text NOT NULL,
	`at` integer NOT NULL,
	`rep_id` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `answers` (
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
	`call_id` text,
	`criterion` text NOT NULL,
	`state` text NOT NULL,
	`grade` text,
	`amount_minor` integer,
	`currency` text,
	`date` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `answers_by_lead` ON `answers` (`lead_id`,`at`);--> statement-breakpoint
CREATE INDEX `answers_by_call` ON `answers` (`call_id`);--> statement-breakpoint
CREATE TABLE `assignments` (
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
	`call_id` text,
	`to_rep_id` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `assignments_by_lead` ON `assignments` (`lead_id`);--> statement-breakpoint
CREATE TABLE `calls` (
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
	`company_id` text,
	`list_id` text NOT NULL,
	`phone_id` text,
	`outcome` text NOT NULL,
	`spoke` text,
	`reason` text,
	`dialled_at` integer NOT NULL,
	`by_hand` integer NOT NULL,
	`answered_at` integer,
	`ended_at` integer,
	`talk` integer,
	`talk_at_least` integer NOT NULL,
	`wrap` integer NOT NULL,
	`left_message` integer NOT NULL,
	`answers` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `calls_by_lead` ON `calls` (`lead_id`,`dialled_at`);--> statement-breakpoint
CREATE INDEX `calls_by_time` ON `calls` (`dialled_at`);--> statement-breakpoint
CREATE INDEX `calls_by_person` ON `calls` (`person_id`,`dialled_at`);--> statement-breakpoint
CREATE INDEX `calls_by_company` ON `calls` (`company_id`,`dialled_at`);--> statement-breakpoint
CREATE INDEX `calls_by_phone` ON `calls` (`phone_id`,`dialled_at`);--> statement-breakpoint
CREATE TABLE `edits` (
	`id` text PRIMARY KEY NOT NULL,
	`rep_id` text NOT NULL,
	`device` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`offset` integer NOT NULL,
	`clock` text NOT NULL,
	`rule_version` integer NOT NULL,
	`refers_to` text,
	`lead_id` text,
	`person_id` text,
	`field` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `edits_by_lead` ON `edits` (`lead_id`);--> statement-breakpoint
CREATE TABLE `opportunities` (
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
	`size_value` integer,
	`size_unit` text,
	`consent` integer NOT NULL,
	`amount_minor` integer,
	`currency` text,
	`expected_close` text,
	`contract_reference` text,
	`contract_date` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `opportunities_by_lead` ON `opportunities` (`lead_id`,`at`);--> statement-breakpoint
CREATE TABLE `promises` (
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
	`call_id` text,
	`kind` text NOT NULL,
	`due_at` integer NOT NULL,
	`agreed` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `promises_by_lead` ON `promises` (`lead_id`,`at`);--> statement-breakpoint
CREATE TABLE `stage_changes` (
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
	`call_id` text,
	`from_stage` text NOT NULL,
	`to_stage` text NOT NULL,
	`reason` text,
	`wakes_at` integer,
	`frozen` text NOT NULL,
	`override_by` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `stage_changes_by_lead` ON `stage_changes` (`lead_id`,`at`);--> statement-breakpoint
CREATE INDEX `stage_changes_by_time` ON `stage_changes` (`to_stage`,`at`);--> statement-breakpoint
CREATE TABLE `suppressions` (
	`id` text PRIMARY KEY NOT NULL,
	`rep_id` text NOT NULL,
	`device` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`offset` integer NOT NULL,
	`clock` text NOT NULL,
	`rule_version` integer NOT NULL,
	`refers_to` text,
	`scope` text NOT NULL,
	`channel` text NOT NULL,
	`person_id` text,
	`company_id` text,
	`phone_id` text,
	`lead_id` text,
	`call_id` text,
	`source` text NOT NULL,
	`lifted` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `suppressions_by_person` ON `suppressions` (`person_id`);--> statement-breakpoint
CREATE INDEX `suppressions_by_company` ON `suppressions` (`company_id`);--> statement-breakpoint
CREATE INDEX `suppressions_by_phone` ON `suppressions` (`phone_id`);--> statement-breakpoint
CREATE INDEX `suppressions_by_call` ON `suppressions` (`call_id`);--> statement-breakpoint
CREATE TABLE `undos` (
	`id` text PRIMARY KEY NOT NULL,
	`rep_id` text NOT NULL,
	`device` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`offset` integer NOT NULL,
	`clock` text NOT NULL,
	`rule_version` integer NOT NULL,
	`refers_to` text,
	`call_id` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `undos_call_id_unique` ON `undos` (`call_id`);--> statement-breakpoint
CREATE TABLE `verdicts` (
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
	`verdict` text NOT NULL,
	`reason` text,
	`amount_minor` integer,
	`currency` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `verdicts_by_lead` ON `verdicts` (`lead_id`);--> statement-breakpoint
CREATE TABLE `exported_leads` (
	`export_id` text NOT NULL,
	`lead_id` text NOT NULL,
	`profile` text NOT NULL,
	`at` integer NOT NULL,
	`row` text NOT NULL,
	PRIMARY KEY(`export_id`, `lead_id`),
	FOREIGN KEY (`export_id`) REFERENCES `exports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lead_id`) REFERENCES `leads`(`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `exported_leads_by_lead` ON `exported_leads` (`lead_id`,`profile`,`at`);--> statement-breakpoint
CREATE TABLE `exports` (
	`id` text PRIMARY KEY NOT NULL,
	`rep_id` text NOT NULL,
	`at` integer NOT NULL,
	`profile` text NOT NULL,
	`file_id` text NOT NULL,
	`file_name` text NOT NULL,
	`rows` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `import_rows` (
	`import_id` text NOT NULL,
	`line` integer NOT NULL,
	`verdict` text NOT NULL,
	`problems` text NOT NULL,
	`cells` text NOT NULL,
	PRIMARY KEY(`import_id`, `line`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `import_rows_by_verdict` ON `import_rows` (`import_id`,`verdict`,`line`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`rep_id` text NOT NULL,
	`at` integer NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`list_id` text,
	`state` text NOT NULL,
	`plan` text NOT NULL,
	`counts` text NOT NULL,
	`finished_at` integer
) STRICT;
--> statement-breakpoint
CREATE TABLE `leads` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`company_id` text,
	`list_id` text NOT NULL,
	`external_id` text,
	`source` text,
	`source_key` text,
	`campaign` text,
	`import_id` text,
	`arrived_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`born_as` text NOT NULL,
	`extra` text,
	`stage` text NOT NULL,
	`reason` text,
	`wakes_at` integer,
	`owner_id` text,
	`fit` integer NOT NULL,
	`bant_now` integer NOT NULL,
	`attempts` integer NOT NULL,
	`dials` integer NOT NULL,
	`first_dial_at` integer,
	`last_dial_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`list_id`) REFERENCES `lists`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `leads_by_person` ON `leads` (`person_id`);--> statement-breakpoint
CREATE INDEX `leads_by_list` ON `leads` (`list_id`,`stage`);--> statement-breakpoint
CREATE INDEX `leads_by_company` ON `leads` (`company_id`);--> statement-breakpoint
CREATE INDEX `leads_by_import` ON `leads` (`import_id`);--> statement-breakpoint
CREATE TABLE `lists` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`business` integer NOT NULL,
	`country` text NOT NULL,
	`language` text NOT NULL,
	`cost_minor` integer,
	`currency` text,
	`basis` text,
	`script` text,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `signals` (
	`id` text PRIMARY KEY NOT NULL,
	`lead_id` text NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`lead_id`) REFERENCES `leads`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `signals_by_lead` ON `signals` (`lead_id`);--> statement-breakpoint
CREATE TABLE `companies` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`key` text NOT NULL,
	`domain` text,
	`industry` text,
	`employees` integer,
	`country` text,
	`city` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `companies_by_key` ON `companies` (`key`);--> statement-breakpoint
CREATE TABLE `emails` (
	`person_id` text NOT NULL,
	`email` text NOT NULL,
	`place` integer NOT NULL,
	PRIMARY KEY(`person_id`, `place`),
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `identities` (
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`person_id` text NOT NULL,
	PRIMARY KEY(`kind`, `key`, `person_id`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `persons` (
	`n` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`given_name` text,
	`family_name` text,
	`title` text,
	`company_id` text,
	`language` text,
	`country` text,
	`province` text,
	`postal_code` text,
	`city` text,
	`zone` text,
	`created_at` integer NOT NULL,
	`erased_at` integer,
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `persons_id_unique` ON `persons` (`id`);--> statement-breakpoint
CREATE INDEX `persons_by_company` ON `persons` (`company_id`);--> statement-breakpoint
CREATE TABLE `phones` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`e164` text NOT NULL,
	`extension` text,
	`type` text NOT NULL,
	`status` text NOT NULL,
	`place` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `phones_by_person` ON `phones` (`person_id`);--> statement-breakpoint
CREATE TABLE `texts` (
	`fact_id` text NOT NULL,
	`field` text NOT NULL,
	`person_id` text NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`fact_id`, `field`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `texts_by_person` ON `texts` (`person_id`);--> statement-breakpoint
CREATE TABLE `queue` (
	`lead_id` text PRIMARY KEY NOT NULL,
	`list_id` text NOT NULL,
	`person_id` text NOT NULL,
	`company_id` text,
	`owner_id` text,
	`bucket` text NOT NULL,
	`calendar` text NOT NULL,
	`rank` integer NOT NULL,
	`ready_at` integer NOT NULL,
	`attempts` integer NOT NULL,
	`due_at` integer,
	`until` integer,
	`why` text,
	`turns_at` integer,
	FOREIGN KEY (`lead_id`) REFERENCES `leads`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `queue_ready` ON `queue` (`list_id`,`bucket`,`calendar`,`rank`,`ready_at`,`attempts`,`lead_id`,`until`) WHERE "queue"."until" is null;--> statement-breakpoint
CREATE INDEX `queue_due` ON `queue` (`list_id`,`bucket`,`calendar`,`due_at`,`until`) WHERE "queue"."until" is null and "queue"."due_at" is not null;--> statement-breakpoint
CREATE INDEX `queue_waiting` ON `queue` (`list_id`,`why`,`until`) WHERE "queue"."until" is not null;--> statement-breakpoint
CREATE INDEX `queue_turning` ON `queue` (`turns_at`) WHERE "queue"."turns_at" is not null;--> statement-breakpoint
CREATE INDEX `queue_by_person` ON `queue` (`person_id`);--> statement-breakpoint
CREATE INDEX `queue_by_company` ON `queue` (`company_id`);