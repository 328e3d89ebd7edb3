export type Source = { readonly path: string; readonly text: string };
/** The parameters of each rule, by its code. */
export type Rules = Readonly<Record<string, readonly string[]>>;

/** Where rules are laid down and edited: naming a number there obeys nothing. */
const LAID_DOWN = /^src\/modules\/rulebook\/(rule-sets|staff)\//;
const NOT_THE_PROGRAM = /\.(test|factory|types|contract|messages)\.tsx?$/;
/** Reads rules for others: what it takes from a rule is obeyed only where somebody else names it again. */
const HANDS_ON = /\/rules-for\.rules\.ts$/;

/**
 * Rules and parameters of rules, as 'code' or 'code.parameter', that no line of the program obeys: a rule that is asked for
 * nowhere by `ruleFor`, or a number of it that nobody who asks looks at.
 */
export function rulesNotRead(rules: Rules, sources: readonly Source[]): string[] {
  const program = sources.filter(
    ({ path }) => !LAID_DOWN.test(path) && !NOT_THE_PROGRAM.test(path),
  );
  return Object.entries(rules).flatMap(([code, names]) => {
    const askers = program.flatMap((source) =>
      askingsOf(source, code).map((asking) => ({ source, ...asking })),
    );
    if (askers.length === 0) return [code];
    const isRead = (name: string) =>
      askers.some((asker) => {
        const known = nameAfter(asker, name);
        if (known === null) return false;
        return !HANDS_ON.test(asker.source.path) || isHandedOn(known, asker.source, program);
      });
    return names.filter((name) => !isRead(name)).map((name) => `${code}.${name}`);
  });
}

/** Named by anybody else, or taken out again by the file itself. */
function isHandedOn(name: string, from: Source, program: readonly Source[]): boolean {
  const isTakenOut = new RegExp(`\\{[^{}]*\\b${name}\\b[^{}]*\\} = rulesFor\\(`).test(from.text);
  return isTakenOut || program.some((other) => other !== from && word(name).test(other.text));
}

type Asking = { readonly before: string; readonly after: string };
const word = (name: string) => new RegExp(`\\b${name}\\b`);

/** Each place where a file asks for a rule: the text before the call, and behind it. */
function askingsOf({ text }: Source, code: string): Asking[] {
  return [...text.matchAll(/\bruleFor\(/g)].flatMap(({ index }) => {
    const end = endOfCall(text, index);
    const isAsked = text.slice(index, end).includes(`'${code}'`);
    return isAsked ? [{ before: text.slice(0, index), after: text.slice(end) }] : [];
  });
}

function endOfCall(text: string, start: number): number {
  let depth = 0;
  for (let at = text.indexOf('(', start); at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}

/** The name by which an asker goes on with a parameter; null where it leaves it alone. */
function nameAfter(asking: Asking, name: string): string | null {
  const { before, after } = asking;
  // By a name reckoned at run time, as with publication by space; or all of it, spread or under a name.
  const isWhole = before.endsWith('...') || (/\w: $/.test(before) && after.startsWith(','));
  if (after.startsWith('[') || isWhole) return name;
  if (new RegExp(`^\\.${name}\\b`).test(after)) return /(\w+): $/.exec(before)?.[1] ?? name;
  return nameTaken(asking, name) ?? nameOfWhole(asking, name);
}

/** `const { days, times: most } = ruleFor(…)`, and `most` again further down. */
function nameTaken({ before, after }: Asking, name: string): string | null {
  const taken = /const \{([^{}]*)\} = $/.exec(before)?.[1] ?? '';
  const own = new RegExp(`(?:^|,)\\s*${name}(?:: (\\w+))?\\s*(?:,|$)`).exec(taken);
  if (own === null) return null;
  const known = own[1] ?? name;
  return word(known).test(after) ? known : null;
}

/** `const rule = ruleFor(…)`, and `rule.days` further down. */
function nameOfWhole({ before, after }: Asking, name: string): string | null {
  const whole = /const (\w+) = $/.exec(before)?.[1];
  return whole !== undefined && word(`${whole}\\.${name}`).test(after) ? name : null;
}
