declare module 'autocannon' {
  import type { EventEmitter } from 'node:events';

  export type LoadRequest = {
    method?: 'GET' | 'POST';
    path?: string;
    headers?: Record<string, string>;
    body?: string;
    setupRequest?: (request: LoadRequest) => LoadRequest;
  };
  export type LoadResult = {
    non2xx: number;
    errors: number;
    duration: number;
    statusCodeStats: Readonly<Record<string, { count: number }>>;
  };
  export type Load = EventEmitter & PromiseLike<LoadResult>;
  type Options = {
    url: string;
    connections: number;
    duration: number;
    requests: LoadRequest[];
  };
  // The package has no named export.
  // biome-ignore lint/style/noDefaultExport: it describes a package of others
  export default function autocannon(options: Options): Load;
}
