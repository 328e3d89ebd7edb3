/**
 * How far the server's heap may grow. Left alone V8 keeps hundreds of megabytes of garbage on a large machine: after a
 * minute of load 430 MB stood against 250 MB with these, at a rate some per cent higher. Twice what it needs is left.
 */
export const SERVER_HEAP: readonly string[] = [
  '--max-old-space-size=256',
  '--max-semi-space-size=32',
];

/**
 * How far a command's heap may grow. Left alone V8 lets the garbage of each batch lie until there are hundreds of
 * megabytes of it: an import of 10,000 past matters stood at 410 MB and at 220 MB with these, in the same time. What it
 * really holds is some 80 MB, however long the file. `bin/linli.mjs`, which any Node must be able to read, repeats them.
 */
export const COMMAND_HEAP: readonly string[] = [
  '--max-old-space-size=256',
  '--max-semi-space-size=16',
];
