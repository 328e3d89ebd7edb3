import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/** Counts tests and the ways in which a run can fail without a failing test: a file that does not load, a stray error. */
export function countResults(
  modules: readonly TestModule[],
  strayErrors: readonly SerializedError[],
): { passed: number; failed: number } {
  let passed = 0;
  let failed = strayErrors.length;
  for (const module of modules) {
    failed += module.errors().length;
    for (const suite of module.children.allSuites()) failed += suite.errors().length;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') passed += 1;
      if (state === 'failed') failed += 1;
    }
  }
  return { passed, failed };
}

/** Ends the run with one plain line that people and machines can read. */
export default class PlainLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], strayErrors: readonly SerializedError[]): void {
    const { passed, failed } = countResults(modules, strayErrors);
    process.stdout.write(`${passed} passed, ${failed} failed\n`);
  }
}
