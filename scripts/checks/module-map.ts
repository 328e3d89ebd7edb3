export type ModuleMap = Readonly<Record<string, readonly string[]>>;

/**
 * What is wrong with a module map, in sentences: a name that is not a module, a circle, a module folder that is not
 * drawn. The map is written by hand; the import law only enforces it.
 */
export function faultsOfMap(map: ModuleMap, folders: readonly string[]): string[] {
  return [...undrawn(map, folders), ...strangers(map), ...circles(map)];
}

function undrawn(map: ModuleMap, folders: readonly string[]): string[] {
  return folders
    .filter((folder) => !(folder in map))
    .map((folder) => `src/modules/${folder} is not on docs/module-map.json`);
}

function strangers(map: ModuleMap): string[] {
  return Object.entries(map).flatMap(([name, known]) =>
    known
      .filter((other) => !(other in map))
      .map((other) => `${name} may know ${other}, which is not on the map`),
  );
}

function circles(map: ModuleMap): string[] {
  const settled = new Set<string>();
  const faults: string[] = [];
  const visit = (name: string, path: readonly string[]): void => {
    if (path.includes(name)) {
      faults.push(`a circle: ${[...path.slice(path.indexOf(name)), name].join(' → ')}`);
      return;
    }
    if (settled.has(name)) return;
    for (const other of map[name] ?? []) visit(other, [...path, name]);
    settled.add(name);
  };
  for (const name of Object.keys(map)) visit(name, []);
  return faults;
}
