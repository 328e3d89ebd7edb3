/** Content-addressed bytes on disk (object storage later): the same bytes are stored once, under their SHA-256. */
export type FileStore = {
  /** Stores and returns the lower-case hex SHA-256; the bytes are on disk when it returns. */
  put(bytes: Uint8Array): Promise<string>;
  get(sha256: string): Promise<Uint8Array>;
  has(sha256: string): Promise<boolean>;
  /** Throws the bytes away, unless they were put again since. Returns whether they were there and went. */
  discard(sha256: string, unlessSince: Date): Promise<boolean>;
};
