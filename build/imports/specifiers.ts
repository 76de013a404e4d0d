import { parseSync, Visitor } from 'vite';

export type Specifier = { name: string; onlyTypes: boolean };

type Entry = { isType: boolean };

/** All that a file names in an import, export or `import()`. */
export function specifiersIn(path: string, source: string): Specifier[] {
  const { module, program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  const found: Specifier[] = [];
  for (const { moduleRequest, entries } of module.staticImports) {
    found.push({ name: moduleRequest.value, onlyTypes: entries.length > 0 && entries.every(isType) });
  }
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, isType } of entries) {
      if (moduleRequest) found.push({ name: moduleRequest.value, onlyTypes: isType });
    }
  }
  const note = (source: { type: string; value?: unknown }, onlyTypes: boolean) => {
    if (source.type === 'Literal' && typeof source.value === 'string')
      found.push({ name: source.value, onlyTypes });
  };
  new Visitor({
    ImportExpression: (node) => note(node.source, false),
    TSImportType: (node) => note(node.source, true),
  }).visit(program);
  return found;
}

const isType = (entry: Entry) => entry.isType;
