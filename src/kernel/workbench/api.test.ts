import { describe, expect, it } from 'vitest';
import { newKey, problemOf } from './api.ts';
import { addressOf } from './call.ts';
import { momentText } from './dates.ts';
import { reconnectWait } from './use-live.ts';

describe('problemOf', () => {
  it('takes kind, reason, facts and faults from problem details', async () => {
    const body = {
      type: 'urn:linli:problem:refused',
      code: 'too_early',
      facts: { days: 3 },
      fields: [{ field: 'place', code: 'required' }],
    };
    const problem = await problemOf(new Response(JSON.stringify(body), { status: 422 }));
    expect(problem).toMatchObject({
      status: 422,
      code: 'refused',
      reason: 'too_early',
      facts: { days: 3 },
      fields: [{ field: 'place', code: 'required' }],
    });
  });

  it("goes by the status where a proxy's page came instead", async () => {
    const problem = await problemOf(new Response('<html>', { status: 503 }));
    expect(problem).toMatchObject({ code: 'unavailable', reason: 'unavailable', fields: [] });
  });

  it('keeps the incident of a bug', async () => {
    const body = { type: 'about:blank', code: 'internal', incident: 'i-1' };
    const problem = await problemOf(new Response(JSON.stringify(body), { status: 500 }));
    expect(problem).toMatchObject({ code: 'unexpected', incident: 'i-1' });
  });
});

describe('addressOf', () => {
  it('fills parameters in and leaves empty conditions out', () => {
    const address = addressOf(
      '/api/v1/matters/{number}/moves',
      { number: 'A/1' },
      { q: '王 敏', from: '', to: undefined },
    );
    expect(address).toBe('/api/v1/matters/A%2F1/moves?q=%E7%8E%8B+%E6%95%8F');
  });
});

describe('small rules', () => {
  it('waits ever longer to reconnect, at most half a minute', () => {
    expect([0, 1, 2, 50].map(reconnectWait)).toEqual([1_000, 2_000, 4_000, 30_000]);
  });

  it('makes a new key each time', () => {
    expect(newKey()).toMatch(/^[0-9a-f]{32}$/);
    expect(newKey()).not.toBe(newKey());
  });

  it('shows moments in the zone of the district, with the year only where it differs', () => {
    const now = new Date('2026-11-20T00:00:00Z');
    expect(momentText('en', '2026-11-18T17:12:00Z', now)).toBe('19 Nov, 01:12');
    expect(momentText('zh', '2025-12-31T16:30:00Z', now)).toBe('1月1日 00:30');
    expect(momentText('zh', '2025-12-31T15:30:00Z', now)).toContain('2025');
  });
});
