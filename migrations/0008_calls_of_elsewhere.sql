ALTER TABLE `calls` ADD `import_id` text;--> statement-breakpoint
CREATE INDEX `calls_by_import` ON `calls` (`import_id`) WHERE "calls"."import_id" is not null;