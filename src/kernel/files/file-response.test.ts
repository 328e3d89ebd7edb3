import { describe, expect, it } from 'vitest';
import { fileResponse } from './file-response.ts';

const bytes = Buffer.from('0123456789');

describe('a file on its way to a browser', () => {
  it('can only be shown', async () => {
    const response = fileResponse({ mediaType: 'image/jpeg', name: '楼道"灯.jpg' }, bytes);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
    expect(response.headers.get('content-disposition')).toBe(
      'inline; filename="____.jpg"; filename*=UTF-8\'\'%E6%A5%BC%E9%81%93%22%E7%81%AF.jpg',
    );
    expect(await response.text()).toBe('0123456789');
  });

  it('is a download where it is a document', () => {
    const response = fileResponse({ mediaType: 'application/pdf', name: 'a.pdf' }, bytes);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment/);
  });

  it.each([
    ['bytes=2-4', 206, '234'],
    ['bytes=7-', 206, '789'],
    ['bytes=-2', 206, '89'],
    ['bytes=0-99', 206, '0123456789'],
    ['bytes=5-2', 200, '0123456789'],
    ['bytes=1-2,4-5', 200, '0123456789'],
    ['lines=1-2', 200, '0123456789'],
  ])('answers %s with %i', async (range, status, text) => {
    const response = fileResponse(
      { mediaType: 'audio/mp4', name: 'a.m4a' },
      bytes,
      new Headers({ range }),
    );
    expect(response.status).toBe(status);
    expect(await response.text()).toBe(text);
  });
});
