CREATE TABLE `import_changes` (
	`import_id` text NOT NULL,
	`n` integer NOT NULL,
	`entity` text NOT NULL,
	`id` text NOT NULL,
	`before` text,
	PRIMARY KEY(`import_id`, `n`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE `import_rows` ADD `found` text;--> statement-breakpoint
ALTER TABLE `imports` ADD `message` text;