/** Text with its literal type widened, functions kept: what a translation must satisfy. */
export type Widened<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { readonly [K in keyof T]: Widened<T[K]> };

export type Language = 'zh' | 'en';
/** The texts `W` in both languages. */
export type Catalogue<W> = Readonly<Record<Language, W>>;

/** A catalogue in both languages: Chinese is the type, English must satisfy it, so a gap does not compile. */
export function defineMessages<const T extends object>(
  zh: T,
  en: Widened<NoInfer<T>>,
): Catalogue<Widened<T>> {
  return { zh: zh as unknown as Widened<T>, en };
}

/** Looks up a text by a code that comes from data; an unknown code shows itself rather than nothing. */
export function textOf(texts: Readonly<Record<string, unknown>>, code: string): string {
  const text = texts[code];
  return typeof text === 'string' ? text : code;
}
