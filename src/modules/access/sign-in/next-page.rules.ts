/** Where to go after signing in: a page of ours. Anything else, '//elsewhere' too, leads to one's own matters. */
export function nextPage(given: string | undefined): string {
  return given !== undefined && /^\/(?![/\\])[^\\\s]*$/.test(given) ? given : '/mine';
}
