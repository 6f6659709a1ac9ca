import { incident } from '@irisflow/connector-sdk';

/** Text in which a colon says nothing: quoted, escaped or commented; and the places that are looked for. */
const TOKENS =
  /[eE]'(?:[^'\\]|''|\\[\s\S])*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$[\s\S]*?\$\1\$|--[^\n]*|\/\*[\s\S]*?\*\/|::|:([A-Za-z_]\w*)/g;
/** A comment cannot hold its own end: read in more than one way, a row of them would take for ever to refuse. */
const BEGINNING = /^(?:\s|--[^\n]*(?:\n|$)|\/\*(?:[^*]|\*(?!\/))*\*\/|\()*([A-Za-z]+)/;
const READING: ReadonlySet<string> = new Set(['select', 'with', 'values', 'table']);

export type BoundStatement = { readonly text: string; readonly values: readonly unknown[] };

/**
 * A statement whose named places (`:name`) are those of the protocol, with their values beside it: the database reads values and
 * statement apart. Raises an incident for a statement that does not read, and where names and values do not fit.
 */
export const bindParameters = (statement: string, parameters: Readonly<Record<string, unknown>>): BoundStatement => {
  const verb = BEGINNING.exec(statement)?.[1]?.toLowerCase() ?? '';
  if (!READING.has(verb))
    throw incident('Expected a statement that begins with SELECT, WITH, VALUES or TABLE, but found another one.');
  const names: string[] = [];
  const text = statement.replaceAll(TOKENS, (token, _tag: string | undefined, name: string | undefined) => {
    if (name === undefined) return token;
    if (!Object.hasOwn(parameters, name))
      throw incident(`Expected a value for ":${name}" of the statement, but there is none.`);
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}`;
  });
  const unused = Object.keys(parameters).find((name) => !names.includes(name));
  if (unused !== undefined)
    throw incident(`Expected the statement to name ":${unused}", for which there is a value, but it does not.`);
  return { text, values: names.map((name) => parameters[name]) };
};
