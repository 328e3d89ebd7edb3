import { unreadable } from './source.ts';
import { LONGEST, TagEnd } from './tag-end.ts';

/** What stands in a part, as it comes: names without their prefix, attributes as written, text with entities resolved. */
export type XmlHandler = {
  readonly open: (name: string, attributes: string) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
};

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/**
 * Scans the XML of a workbook's parts as it streams by. It knows elements, text, CDATA and comments; a document type,
 * with which bombs are built, is refused. Nothing is kept but the tag or entity that the last piece cut in two.
 */
export class XmlScanner {
  readonly #handler: XmlHandler;
  readonly #tagEnd = new TagEnd();
  #rest = '';

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  feed(piece: string): void {
    const text = this.#rest + piece;
    let at = 0;
    while (at < text.length) {
      const next = text.charCodeAt(at) === LESS_THAN ? this.#markup(text, at) : this.#run(text, at);
      if (next === at) break;
      at = next;
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > LONGEST) throw unreadable('workbook_damaged');
  }

  /** Text up to the next tag; an entity that is cut waits for the rest of it. */
  #run(text: string, at: number): number {
    const tag = text.indexOf('<', at);
    let end = tag < 0 ? text.length : tag;
    const last = tag < 0 ? text.lastIndexOf('&') : -1;
    if (last >= at && text.indexOf(';', last) < 0) end = last;
    if (end > at) this.#handler.text(resolved(text.slice(at, end)));
    return end;
  }

  #markup(text: string, at: number): number {
    if (text.startsWith('<!--', at)) return after(text, '-->', at);
    if (text.startsWith('<?', at)) return after(text, '?>', at);
    if (text.startsWith('<![CDATA[', at)) return this.#data(text, at);
    if (text.startsWith('<!', at) && text.length - at >= CDATA.length)
      throw unreadable('workbook_damaged');
    const end = text.startsWith('<!', at) ? -1 : this.#tagEnd.find(text, at);
    if (end < 0) return at;
    this.#tag(text.slice(at + 1, end));
    return end + 1;
  }

  #data(text: string, at: number): number {
    const end = text.indexOf(']]>', at);
    if (end < 0) return at;
    this.#handler.text(text.slice(at + CDATA.length, end));
    return end + 3;
  }

  #tag(inside: string): void {
    const closes = inside.startsWith('/');
    const isEmpty = inside.endsWith('/');
    const body = inside.slice(closes ? 1 : 0, isEmpty ? -1 : undefined);
    const space = body.search(/\s/);
    const full = space < 0 ? body : body.slice(0, space);
    const name = full.slice(full.indexOf(':') + 1);
    if (!closes) this.#handler.open(name, space < 0 ? '' : body.slice(space));
    if (closes || isEmpty) this.#handler.close(name);
  }
}

const LESS_THAN = 60;
const CDATA = '<![CDATA[';

function after(text: string, sign: string, at: number): number {
  const end = text.indexOf(sign, at);
  return end < 0 ? at : end + sign.length;
}

function resolved(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED[name] ?? whole;
    const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The value of an attribute, by its name without prefix. */
export function attributeOf(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found ? resolved(found[1] ?? found[2] ?? '') : undefined;
}
