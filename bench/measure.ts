import autocannon, { type LoadRequest } from 'autocannon';

/** One kind of request to one server. */
export type Target = {
  readonly base: string;
  readonly path: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Changes each request: another record, another key. */
  readonly vary?: (request: LoadRequest) => LoadRequest;
};

/** What one server did at one number of clients, all slices together. Times in milliseconds. */
export type Measured = {
  /** Requests a second: the median of the slices. */
  readonly rate: number;
  readonly p50: number;
  readonly p95: number;
  /** Answers that were no success. */
  readonly failed: number;
};

type Slice = { readonly rate: number; readonly times: number[]; readonly failed: number };

/** Runs the targets in turn, slice by slice, so that whatever else the machine does falls on all of them alike. */
export async function measureInTurn(
  targets: readonly Target[],
  clients: number,
  { rounds, seconds }: { readonly rounds: number; readonly seconds: number },
): Promise<Measured[]> {
  const slices: Slice[][] = targets.map(() => []);
  for (const target of targets) await runSlice(target, clients, 1);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, target] of targets.entries())
      slices[index]?.push(await runSlice(target, clients, seconds));
  }
  return slices.map(combine);
}

async function runSlice(target: Target, clients: number, seconds: number): Promise<Slice> {
  const { base, path, method = 'GET', headers, body, vary } = target;
  const request: LoadRequest = {
    method,
    path,
    ...(headers && { headers: { ...headers } }),
    ...(body && { body }),
    ...(vary && { setupRequest: vary }),
  };
  const load = autocannon({
    url: base,
    connections: clients,
    duration: seconds,
    requests: [request],
  });
  const times: number[] = [];
  load.on('response', (_client: unknown, _status: number, _bytes: number, time: number) => {
    times.push(time);
  });
  const { non2xx, errors, duration, statusCodeStats } = await load;
  if (non2xx + errors > 0)
    console.log(
      `bench: ${path}: ${errors} connections failed, answers ${JSON.stringify(statusCodeStats)}`,
    );
  return { rate: times.length / duration, times, failed: non2xx + errors };
}

function combine(slices: readonly Slice[]): Measured {
  const times = slices.flatMap((slice) => slice.times).toSorted((a, b) => a - b);
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))];
  const rates = slices.map((slice) => slice.rate).toSorted((a, b) => a - b);
  return {
    rate: rates[Math.floor(rates.length / 2)] ?? 0,
    p50: at(0.5) ?? Number.NaN,
    p95: at(0.95) ?? Number.NaN,
    failed: slices.reduce((sum, slice) => sum + slice.failed, 0),
  };
}
