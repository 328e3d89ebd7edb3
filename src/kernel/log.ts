import { pino } from 'pino';

export type Log = {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
};

/** Personal data and secrets never reach the log: these paths are cut wherever they appear. */
const REDACTED = [
  'password',
  'token',
  'code',
  'phone',
  'telephone',
  'name',
  'text',
  'authorization',
  'cookie',
].flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);

export function openLog(name: string, level = 'info'): Log {
  return pino({ name, level, redact: { paths: REDACTED, censor: '…' } });
}

export const silentLog: Log = { info() {}, warn() {}, error() {} };
