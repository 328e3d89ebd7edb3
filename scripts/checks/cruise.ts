import { execFile } from 'node:child_process';
import { join } from 'node:path';

type Reported = {
  summary: { violations: { from: string; to: string; rule: { name: string } }[] };
  modules: { source: string }[];
};

export type Cruise = {
  readonly violations: readonly {
    readonly rule: string;
    readonly from: string;
    readonly to: string;
  }[];
  /** Own source files that the cruiser has read, relative to the folder. */
  readonly seen: readonly string[];
};

const cruiser = join(
  import.meta.dirname,
  '../../node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
);

/**
 * Runs dependency-cruiser over `src` of a folder, by the rules given. It exits with the number of violations, so the
 * report and not the exit code says what happened; no report at all is an error.
 */
export function cruise(folder: string, config: string): Promise<Cruise> {
  const args = [cruiser, '--config', config, '--output-type', 'json', 'src'];
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      args,
      { cwd: folder, maxBuffer: 256 * 1024 * 1024 },
      (error, stdout, stderr) => {
        if (!stdout.startsWith('{')) return reject(new Error(stderr || stdout, { cause: error }));
        const report = JSON.parse(stdout) as Reported;
        resolve({
          violations: report.summary.violations.map(({ rule, from, to }) => ({
            rule: rule.name,
            from,
            to,
          })),
          seen: report.modules
            .map(({ source }) => source)
            .filter((path) => path.startsWith('src/')),
        });
      },
    );
  });
}
