import type { Engine, EngineElement, EngineInstance, EngineVariable } from '@irisflow/engine-client';

/** An element as it was entered, with the instance that it is of. */
export interface HappenedElement extends EngineElement {
  readonly processInstanceKey: string;
}

/** What the engine keeps of a case: each element that was entered, and what each scope held in the end. */
export interface Happened {
  readonly root: EngineInstance;
  /** In the order in which they were entered, those of called processes among them. */
  readonly elements: readonly HappenedElement[];
  /** Whether there are so many that the engine does not tell them all. */
  readonly isCut: boolean;
  /** What a scope held; undefined where it did not have the variable. */
  readonly value: (scopeKey: string, name: string) => unknown;
  /** All that a scope itself held in the end. */
  readonly held: (scopeKey: string) => Readonly<Record<string, unknown>>;
  /** What the element itself held, else its instance, else whatever part of that instance. */
  readonly valueAt: (element: HappenedElement, name: string) => unknown;
}

/** As many as the engine tells of one instance. */
const PAGE = 1000;
/** A case calls no more processes than this; of one that does, not all is known. */
const MOST_INSTANCES = 100;

const instancesUnder = async ({ monitor }: Engine, root: EngineInstance): Promise<EngineInstance[]> => {
  const found = [root];
  for (const { processInstanceKey } of found) {
    if (found.length > MOST_INSTANCES) break;
    found.push(...(await monitor.everCalledBy(processInstanceKey)));
  }
  return found;
};

const isEarlier = (a: HappenedElement, b: HappenedElement): number =>
  a.startedAt.localeCompare(b.startedAt) || Number(BigInt(a.elementInstanceKey) - BigInt(b.elementInstanceKey));

const scopesOf = (variables: readonly EngineVariable[]): Map<string, Map<string, string>> => {
  const scopes = new Map<string, Map<string, string>>();
  for (const { scopeKey, name, value } of variables) {
    const scope = scopes.get(scopeKey) ?? new Map<string, string>();
    scopes.set(scopeKey, scope.set(name, value));
  }
  return scopes;
};

/** Reads what the engine keeps of the process of a case, and of those that it called. Fails with `notFound` where it keeps nothing. */
export const readHappened = async (engine: Engine, processInstanceKey: string): Promise<Happened> => {
  const root = await engine.monitor.instance(processInstanceKey);
  const instances = await instancesUnder(engine, root);
  const elements: HappenedElement[] = [];
  const variables: (EngineVariable & { readonly of: string })[] = [];
  let isCut = instances.length > MOST_INSTANCES;
  for (const { processInstanceKey: key } of instances) {
    const entered = await engine.monitor.elements(key);
    const held = await engine.monitor.variables(key);
    isCut ||= entered.length >= PAGE || held.length >= PAGE;
    elements.push(...entered.map((element) => ({ ...element, processInstanceKey: key })));
    variables.push(...held.map((variable) => ({ ...variable, of: key })));
  }
  const scopes = scopesOf(variables);
  const value = (scopeKey: string, name: string): unknown => {
    const text = scopes.get(scopeKey)?.get(name);
    return text === undefined ? undefined : JSON.parse(text);
  };
  const anywhereIn = (key: string, name: string): unknown => {
    const found = variables.findLast((variable) => variable.of === key && variable.name === name);
    return found === undefined ? undefined : JSON.parse(found.value);
  };
  return {
    root,
    elements: elements.toSorted(isEarlier),
    isCut,
    value,
    held: (scopeKey) =>
      Object.fromEntries([...(scopes.get(scopeKey) ?? [])].map(([name, text]) => [name, JSON.parse(text) as unknown])),
    valueAt: ({ elementInstanceKey, processInstanceKey: key }, name) =>
      value(elementInstanceKey, name) ?? value(key, name) ?? anywhereIn(key, name),
  };
};
