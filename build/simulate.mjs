// `npm run simulate [-- --leads N --days N --reps N --seed N]`: a seeded team works a list through the real app, and a
// witness with books of its own counts the rules that were broken. It is the bench of that name.
process.argv.splice(2, 0, 'simulate')
await import('./bench.mjs')
