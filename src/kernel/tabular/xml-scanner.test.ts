import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TagEnd } from './tag-end.ts';
import { attributeOf, XmlScanner } from './xml-scanner.ts';

/** What a scanner tells of a text that comes in these pieces; texts that follow one another count as one. */
function told(pieces: readonly string[]): string[] {
  const events: string[] = [];
  let text = '';
  const flush = () => {
    if (text !== '') events.push(`text ${text}`);
    text = '';
  };
  const scanner = new XmlScanner({
    open: (name, attributes) => {
      flush();
      events.push(`open ${name}${attributes}`);
    },
    text: (piece) => {
      text += piece;
    },
    close: (name) => {
      flush();
      events.push(`close ${name}`);
    },
  });
  for (const piece of pieces) scanner.feed(piece);
  flush();
  return events;
}

const SHEET =
  '<?xml version="1.0"?><x:row r="1" note="a>b"><c t=\'s\'/><!-- <no> --><v>1 &lt; 2 &amp;&#x4e00;&#20108;&nbsp;</v><![CDATA[<raw> & ]]></x:row>';

describe('the scanner', () => {
  it('knows elements, texts, entities, CDATA and comments', () => {
    expect(told([SHEET])).toEqual([
      'open row r="1" note="a>b"',
      "open c t='s'",
      'close c',
      'open v',
      'text 1 < 2 &一二&nbsp;',
      'close v',
      'text <raw> & ',
      'close row',
    ]);
  });

  it('tells the same wherever the pieces meet', () => {
    const whole = told([SHEET]);
    fc.assert(
      fc.property(fc.array(fc.nat(SHEET.length), { maxLength: 12 }), (cuts) => {
        const at = [0, ...cuts.toSorted((a, b) => a - b), SHEET.length];
        const pieces = at.slice(1).map((end, n) => SHEET.slice(at[n], end));
        expect(told(pieces)).toEqual(whole);
      }),
    );
  });

  it.each([
    ['a document type, whole', '<!DOCTYPE lolz [<!ENTITY lol "lol">]><a/>'],
    ['a tag without end', `<a ${'x'.repeat(200_000)}`],
    ['a tag too long to be one', `<a b="${'>'.repeat(200_000)}"/>`],
    ['a quoted value without end', `<a b="${'>'.repeat(200_000)}`],
  ])('refuses %s', (_, text) => {
    expect(() => told([text])).toThrow(/workbook_damaged/);
  });

  it('takes a long tag full of what ends others, whole and in pieces', () => {
    const tag = `<a b="${"'>".repeat(45_000)}" c='${'">'.repeat(2_000)}'/>`;
    const pieces = tag.match(/.{1,1000}/g) ?? [];
    for (const given of [[tag], pieces])
      expect(told(given)).toEqual([`open a${tag.slice(2, -2)}`, 'close a']);
  });

  it('looks for the end of a tag at each sign once, in whatever pieces it comes', () => {
    const tag = `<a b="${'>'.repeat(90_000)}"/>`;
    for (const size of [tag.length, 10_000, 1_000]) {
      const tagEnd = new TagEnd();
      let looks = 0;
      let end = -1;
      for (let length = size; end < 0; length += size) {
        const text = tag.slice(0, length);
        const charCodeAt = (at: number) => {
          looks += 1;
          return text.charCodeAt(at);
        };
        end = tagEnd.find({ length: text.length, charCodeAt }, 0);
      }
      expect([end, looks]).toEqual([tag.length - 1, tag.length]);
    }
  });

  it('knows a markup by its second sign, though it comes alone', () => {
    const pieces = ['<', '!-- "> -->', '<', '?pi ">?>', '<', '![CDATA[1]]>', '<', 'b>'];
    expect(told(pieces)).toEqual(['text 1', 'open b']);
  });

  it('reads attributes by their names without prefix', () => {
    expect(attributeOf(' r="B2" x:t=\'s\' name="a &amp; b"', 't')).toBe('s');
    expect(attributeOf(' r="B2" name="a &amp; b"', 'name')).toBe('a & b');
    expect(attributeOf(' ref="B2"', 'r')).toBeUndefined();
  });
});
