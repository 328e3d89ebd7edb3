/** The only source of "now". It is passed everywhere; tests set it. */
export type Clock = { readonly now: () => Date };
