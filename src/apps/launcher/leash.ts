/** Loaded into every child: when the launcher dies without a word, its children end too, and free the port for the next. */
const GRACE_MS = 15_000;

process.once('disconnect', () => {
  setTimeout(() => process.exit(1), GRACE_MS).unref();
  process.kill(process.pid, 'SIGTERM');
});
// The channel is only watched: it must not keep a child that has finished.
process.channel?.unref();
