/** Half-open range [lo, hi) over 12-digit area codes (GB/T 2260 + statistical code: 6 county, 3 subdistrict, 3 community). */
export type AreaRange = { readonly lo: string; readonly hi: string };

/** Sees nothing: what departments have, whose view is granted row by row. */
export const NO_AREA: AreaRange = { lo: '0', hi: '0' };
/** Sees every area: jobs and imports only. */
export const EVERY_AREA: AreaRange = { lo: '0', hi: ':' };

const CODE = /^\d{12}$/;

export function isAreaCode(code: string): boolean {
  return CODE.test(code);
}

/** The prefix that all codes inside an area share: 6 digits for a district, 9 for a subdistrict, 12 for a community. */
export function areaPrefix(code: string): string {
  if (code.endsWith('000000')) return code.slice(0, 6);
  if (code.endsWith('000')) return code.slice(0, 9);
  return code;
}

/** The range of everything inside an area, itself included. ':' follows '9' in code-point order. */
export function areaRange(code: string): AreaRange {
  const prefix = areaPrefix(code);
  return { lo: prefix, hi: `${prefix}:` };
}

export function isWithin(range: AreaRange, code: string): boolean {
  return code >= range.lo && code < range.hi;
}
