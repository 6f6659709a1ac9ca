import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { below, type FieldPath, itemOf, valueAt } from './field-path.ts';

/** One call of the public API as the types of a client describe it. */
export interface PublishedCall {
  /** As the client calls it, such as `SearchJobs`. */
  readonly name: string;
  /** With `{name}` for a part that varies. */
  readonly address: string;
  readonly body: ReadonlySet<FieldPath>;
  readonly query: ReadonlySet<FieldPath>;
  readonly answer: ReadonlySet<FieldPath>;
  /** What of an answer may be left out. */
  readonly optional: ReadonlySet<FieldPath>;
}

const EMPTY: number = ts.TypeFlags.Null | ts.TypeFlags.Undefined | ts.TypeFlags.Void | ts.TypeFlags.Never;
const PLAIN: number =
  ts.TypeFlags.StringLike |
  ts.TypeFlags.NumberLike |
  ts.TypeFlags.BooleanLike |
  ts.TypeFlags.Any |
  ts.TypeFlags.Unknown;
/** Deeper than any body; filters do not contain each other. */
const MAX_DEPTH = 12;

const has = (type: ts.Type, flags: number): boolean => (type.flags & flags) !== 0;

/** Keys are texts with a brand, files are bytes. */
const isLeaf = (type: ts.Type): boolean =>
  has(type, PLAIN) ||
  (type.isIntersection() && type.types.some((part) => has(part, ts.TypeFlags.StringLike))) ||
  ['File', 'Blob'].includes(type.getSymbol()?.getName() ?? '');

const createWalk = (checker: ts.TypeChecker, source: ts.SourceFile) => {
  const optional = new Set<FieldPath>();
  const typeOf = (symbol: ts.Symbol) => checker.getTypeOfSymbolAtLocation(symbol, source);

  const collect = (type: ts.Type, place: FieldPath, paths: Set<FieldPath>): void => {
    if (has(type, EMPTY) || place.split('.').length > MAX_DEPTH) return;
    if (type.isUnion()) {
      for (const part of type.types) collect(part, place, paths);
      return;
    }
    paths.add(place);
    if (type.isStringLiteral()) paths.add(valueAt(place, type.value));
    if (isLeaf(type)) return;
    const item = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
    if (item !== undefined && type.getProperty('length') !== undefined) {
      collect(item, itemOf(place), paths);
      return;
    }
    for (const field of checker.getPropertiesOfType(type)) {
      const at = below(place, field.name);
      if ((field.flags & ts.SymbolFlags.Optional) !== 0) optional.add(at);
      collect(typeOf(field), at, paths);
    }
  };

  return {
    typeOf,
    pathsOf: (types: readonly ts.Type[]) => {
      const paths = new Set<FieldPath>();
      optional.clear();
      for (const type of types) collect(type, '', paths);
      return { paths, optional: new Set(optional) };
    },
  };
};

/** The file of types that a published client has beside its code. */
const findTypes = (client: string): string => {
  const folder = path.dirname(fileURLToPath(import.meta.resolve(client)));
  const name = readdirSync(folder).find((file) => /^index-.*\.d\.ts$/.test(file));
  if (name === undefined) throw new Error(`Expected types beside ${client}, but found none in ${folder}`);
  return path.join(folder, name);
};

const DATA = /Data$/;

/** Every call that a published client knows, read from its types; they are named after the call: `…Data`, `…Responses`. */
export const readPublished = (client: string): readonly PublishedCall[] => {
  const file = findTypes(client);
  const options = { strict: true, skipLibCheck: true, types: [], module: ts.ModuleKind.NodeNext };
  const program = ts.createProgram([file], options);
  const source = program.getSourceFile(file);
  if (source === undefined) throw new Error(`Expected to read ${file}, but could not`);
  const checker = program.getTypeChecker();
  const { typeOf, pathsOf } = createWalk(checker, source);
  const aliases = new Map(
    source.statements.filter(ts.isTypeAliasDeclaration).map((alias) => [alias.name.text, alias] as const),
  );
  const fieldsOf = (alias: ts.TypeAliasDeclaration | undefined): readonly ts.Symbol[] =>
    alias === undefined ? [] : checker.getTypeAtLocation(alias.name).getProperties();
  return [...aliases].flatMap(([name, alias]) => {
    const fields = DATA.test(name) ? fieldsOf(alias) : [];
    const part = (field: string) => fields.filter((one) => one.name === field).map(typeOf);
    const [url] = part('url');
    if (url === undefined || !url.isStringLiteral()) return [];
    const { paths: answer, optional } = pathsOf(fieldsOf(aliases.get(name.replace(DATA, 'Responses'))).map(typeOf));
    return {
      name: name.replace(DATA, ''),
      address: url.value,
      body: pathsOf(part('body')).paths,
      query: pathsOf(part('query')).paths,
      answer,
      optional,
    };
  });
};
