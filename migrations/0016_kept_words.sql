CREATE VIRTUAL TABLE `search_kept` USING fts5(
	words,
	content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2'
);
--> statement-breakpoint
INSERT INTO `search_kept` (rowid, words)
	SELECT p.n, group_concat(one.value, ' ') FROM leads
		JOIN persons AS p ON p.id = leads.person_id, json_each(leads.extra) AS one
	WHERE leads.extra IS NOT NULL GROUP BY p.n;
