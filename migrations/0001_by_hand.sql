-- What drizzle-kit does not write: the search index, facts that cannot be changed, and what stands after undos.
CREATE VIRTUAL TABLE `search` USING fts5(
	name, company, phone, email,
	content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3'
);
--> statement-breakpoint
CREATE TRIGGER `calls_keep_update` BEFORE UPDATE ON `calls` BEGIN SELECT RAISE(ABORT, 'calls are facts: add a new one instead'); END;
--> statement-breakpoint
CREATE TRIGGER `calls_keep_delete` BEFORE DELETE ON `calls` BEGIN SELECT RAISE(ABORT, 'calls are facts: add a new one instead'); END;
--> statement-breakpoint
CREATE TRIGGER `answers_keep_update` BEFORE UPDATE ON `answers` BEGIN SELECT RAISE(ABORT, 'answers are facts: add a new one instead'); END;
--> statement-breakpoint
CREATE TRIGGER `answers_keep_delete` BEFORE DELETE ON `answers` BEGIN SELECT RAISE(ABORT, 'answers are facts: add a new one instead'); END;
--> statement-breakpoint
CREATE TRIGGER `stage_changes_keep_update` BEFORE UPDATE ON `stage_changes` BEGIN SELECT RAISE(ABORT, 'stage_changes are facts: add a new one instead'); END;
--> statement-breakpoint
CREATE TRIGGER `stage_changes_keep_delete` BEFORE DELETE ON `stage_changes` BEGIN SELECT RAISE(ABORT, 'stage_changes are facts: add a new one instead'); END;
--> statement-breakpoint
CREATE TRIGGER `promises_keep_update` BEFORE UPDATE ON `promises` BEGIN SELECT RAISE(ABORT, 'promises are facts: add a new one instead'); END;
--> statement-breakpoint
CREATE TRIGGER `promises_keep_delete` BEFORE DELETE ON `promises` BEGIN SELECT RAISE(ABORT, 'promises are facts: add a new one instead'); END;
--> statement-breakpoint
CREATE TRIGGER `assignments_keep_update` BEFORE UPDATE ON `assignments` BEGIN SELECT RAISE(ABORT, 'assignments are facts: add a new one instead'); END;
--> statement-breakpoint
CREATE TRIGGER `assignments_keep_delete` BEFORE DELETE ON `assignments` BEGIN SELECT RAISE(ABORT, 'assignments are facts: add a new one instead'); END;
--> statement-breakpoint
CREATE TRIGGER `suppressions_keep_update` BEFORE UPDATE ON `suppressions` BEGIN SELECT RAISE(ABORT, 'suppressions are facts: add a new one instead'); END;
--> statement-breakpoint
CREATE TRIGGER `suppressions_keep_delete` BEFORE DELETE ON `suppressions` BEGIN SELECT RAISE(ABORT, 'suppressions are facts: add a new one instead'); END;
--> statement-breakpoint
CREATE TRIGGER `verdicts_keep_update` BEFORE UPDATE ON `verdicts` BEGIN SELECT RAISE(ABORT, 'verdicts are facts: add a new one instead'); END;
--> statement-breakpoint
CREATE TRIGGER `verdicts_keep_delete` BEFORE DELETE ON `verdicts` BEGIN SELECT RAISE(ABORT, 'verdicts are facts: add a new one instead'); END;
--> statement-breakpoint
CREATE TRIGGER `edits_keep_update` BEFORE UPDATE ON `edits` BEGIN SELECT RAISE(ABORT, 'edits are facts: add a new one instead'); END;
--> statement-breakpoint
CREATE TRIGGER `edits_keep_delete` BEFORE DELETE ON `edits` BEGIN SELECT RAISE(ABORT, 'edits are facts: add a new one instead'); END;
--> statement-breakpoint
CREATE TRIGGER `undos_keep_update` BEFORE UPDATE ON `undos` BEGIN SELECT RAISE(ABORT, 'undos are facts: add a new one instead'); END;
--> statement-breakpoint
CREATE TRIGGER `undos_keep_delete` BEFORE DELETE ON `undos` BEGIN SELECT RAISE(ABORT, 'undos are facts: add a new one instead'); END;
--> statement-breakpoint
CREATE TRIGGER `opportunities_keep_update` BEFORE UPDATE ON `opportunities` BEGIN SELECT RAISE(ABORT, 'opportunities are facts: add a new one instead'); END;
--> statement-breakpoint
CREATE TRIGGER `opportunities_keep_delete` BEFORE DELETE ON `opportunities` BEGIN SELECT RAISE(ABORT, 'opportunities are facts: add a new one instead'); END;
--> statement-breakpoint
CREATE VIEW `live_calls` AS SELECT * FROM `calls` WHERE `id` NOT IN (SELECT `call_id` FROM `undos`);
--> statement-breakpoint
CREATE VIEW `live_stage_changes` AS SELECT * FROM `stage_changes` WHERE `call_id` IS NULL OR `call_id` NOT IN (SELECT `call_id` FROM `undos`);
--> statement-breakpoint
CREATE VIEW `live_promises` AS SELECT * FROM `promises` WHERE `call_id` IS NULL OR `call_id` NOT IN (SELECT `call_id` FROM `undos`);
--> statement-breakpoint
CREATE VIEW `live_assignments` AS SELECT * FROM `assignments` WHERE `call_id` IS NULL OR `call_id` NOT IN (SELECT `call_id` FROM `undos`);
--> statement-breakpoint
CREATE VIEW `live_suppressions` AS SELECT * FROM `suppressions` WHERE `call_id` IS NULL OR `call_id` NOT IN (SELECT `call_id` FROM `undos`);
