const HONO = '/** @jsxImportSource hono/jsx */';
const REACT = '/** @jsxImportSource react */';
const PORTAL = /([.]portal[.]tsx$)|(^src\/(kernel\/views|apps\/portal)\/.*[.]tsx$)/;
const STAFF = /([.]staff[.]tsx$)|(^src\/(kernel\/workbench|apps\/staff)\/.*[.]tsx$)/;
const TEST = /[.](test|factory)[.]tsx?$/;
const EMPTY_NAMES = /(manager|helpe[r]|utils?|service|data|info)/;
// The field's own words: the station's services, and file formats.
const FIELD_WORDS = /(service-(station|menu)|notice-?info|metadata|data-protection)/;

/** What the linter cannot say about one source file of ours, as sentences. */
export function faultsOfSource(path: string, text: string): string[] {
  return [...pragma(path, text), ...rawJson(path, text), ...emptyName(path)];
}

function pragma(path: string, text: string): string[] {
  const wanted = PORTAL.test(path) ? HONO : STAFF.test(path) ? REACT : undefined;
  if (wanted === undefined || TEST.test(path) || text.startsWith(wanted)) return [];
  return [`${path}: the first line must be ${wanted}`];
}

/** Hono neither validates nor strips what it is given: every answer goes through the route's reply schema. */
function rawJson(path: string, text: string): string[] {
  if (!path.startsWith('src/') || path.startsWith('src/kernel/http/')) return [];
  if (TEST.test(path)) return [];
  return text.split('\n').flatMap((line, index) => {
    const raw = /\bc\.json\(/.test(line);
    return raw ? [`${path}:${index + 1}: answer through the reply schema, not c.json`] : [];
  });
}

function emptyName(path: string): string[] {
  const name = path.split('/').at(-1) ?? '';
  const parts = name.replace(FIELD_WORDS, '').split(/[-.]/);
  const empty = parts.find((part) => new RegExp(`^${EMPTY_NAMES.source}$`).test(part));
  return path.startsWith('src/') && empty
    ? [`${path}: '${empty}' says nothing, name what it does`]
    : [];
}
