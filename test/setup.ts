import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { type Cluster, openCluster } from './cluster.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    clusterDoor: string;
  }
}

/**
 * Runs once for the whole test run. The database starts only when a test first asks for it, so a run of pure rules
 * waits for nothing; the asking goes over a port on loopback, because tests live in processes of their own.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let cluster: Promise<Cluster> | undefined;
  const door = createServer((_, response) => {
    cluster ??= openCluster();
    cluster.then(
      ({ address }) => response.end(JSON.stringify(address)),
      (error: unknown) => {
        const why = error instanceof Error ? error.stack : String(error);
        const cause = error instanceof Error && error.cause ? `\nbecause ${error.cause}` : '';
        response.writeHead(500).end(`${why}${cause}`);
      },
    );
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  const { port } = door.address() as AddressInfo;
  project.provide('clusterDoor', `http://127.0.0.1:${port}/`);
  return async () => {
    door.closeAllConnections();
    door.close();
    const opened = await cluster?.catch(() => undefined);
    await opened?.close();
  };
}
