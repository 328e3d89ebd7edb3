import { checkCell, type TableLimits, tooLarge } from './source.ts';
import type { XmlHandler } from './xml-scanner.ts';

/** Gathers a workbook's shared texts, as many as may be held; what only tells how one is read aloud is left out. */
export class SharedTexts implements XmlHandler {
  readonly texts: string[] = [];
  readonly #limits: TableLimits;
  #characters = 0;
  #text = '';
  #isText = false;
  #isReading = false;

  constructor(limits: TableLimits) {
    this.#limits = limits;
  }

  open = (name: string): void => {
    if (name === 'si') this.#text = '';
    if (name === 'rPh') this.#isReading = true;
    this.#isText = name === 't' && !this.#isReading;
  };

  text = (piece: string): void => {
    if (!this.#isText) return;
    this.#text += piece;
    checkCell(this.#text, this.#limits);
  };

  close = (name: string): void => {
    if (name === 'si') this.#keep();
    if (name === 'rPh') this.#isReading = false;
    this.#isText = false;
  };

  #keep(): void {
    const { sharedTexts, sharedCharacters } = this.#limits;
    this.#characters += this.#text.length;
    if (this.#characters > sharedCharacters) throw tooLarge('workbook_unzipped', sharedCharacters);
    if (this.texts.length === sharedTexts) throw tooLarge('workbook_unzipped', sharedTexts);
    this.texts.push(copyOf(this.#text));
  }
}

/** A text cut out of a piece keeps the whole piece in memory; its copy doesn't. */
const copyOf = (text: string) => Buffer.from(text).toString();
