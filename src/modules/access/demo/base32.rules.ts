const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Plain Latin text in base32 (RFC 4648) without padding. */
export function base32(text: string): string {
  let bits = '';
  for (const sign of text) bits += sign.charCodeAt(0).toString(2).padStart(8, '0');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => ALPHABET[Number.parseInt(group.padEnd(5, '0'), 2)]).join('');
}
