export type ScanResult = 'not_scanned' | 'clean' | 'infected';

/** A virus scanner's door. `infected` refuses the upload. */
export type Scan = (bytes: Uint8Array, mediaType: string) => Promise<ScanResult>;

/** The default: nothing is scanned, and every file's row says so. */
export const scanNothing: Scan = async () => 'not_scanned';
