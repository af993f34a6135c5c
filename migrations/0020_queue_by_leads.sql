DROP INDEX `queue_by_person`;--> statement-breakpoint
DROP INDEX `queue_by_company`;