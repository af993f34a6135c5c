ALTER TABLE `imports` ADD `fixes` text;--> statement-breakpoint
ALTER TABLE `imports` ADD `progress` text;--> statement-breakpoint
CREATE INDEX `import_changes_by_id` ON `import_changes` (`id`);