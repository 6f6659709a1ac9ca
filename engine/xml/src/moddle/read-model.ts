import { Reader } from 'moddle-xml';
import type { RootHandler } from 'moddle-xml';

import { elementsWithin, readXmlTree } from '../read-xml-tree.ts';
import { positionOf } from '../xml-problem.ts';
import type { ModdleElement } from './moddle-element.ts';
import { modelWarning } from './model-warning.ts';
import type { ModelWarning } from './model-warning.ts';

/** A document as objects of its meta-model, with everything that is missing from them. */
export interface ModelReading {
  /** Null when nothing of the model was found. */
  readonly root: ModdleElement | null;
  readonly warnings: readonly ModelWarning[];
  readonly elementById: (id: string) => ModdleElement | null;
}

/** A meta-model and the type of its documents. */
export interface ModelType {
  readonly model: object;
  readonly root: string;
}

/** The first element inside the content of an element, where the reader expects text and stops without a word. */
const strayIn = (xml: string, id: string | undefined): { name: string; start: number } | null => {
  const tree = readXmlTree(xml);
  const owner =
    tree && elementsWithin(tree.root).find(({ attributes }) => attributes.some(({ value }) => value === id));
  const [stray] = owner?.children.flatMap(({ children }) => children) ?? [];
  return stray === undefined ? null : { name: stray.name, start: stray.start };
};

/** Where the reader gave up: behind the last element that it knows. */
const interruption = (xml: string, { context, element = null }: RootHandler): ModelWarning => {
  const elements = Object.entries(context?.elementsById ?? {});
  const [id, last] = elements.at(-1) ?? [];
  const stray = strayIn(xml, id);
  const position = positionOf(xml, stray?.start ?? 0);
  return { kind: 'content', found: `<${stray?.name ?? '?'}>`, element: last ?? element, property: '', position };
};

/**
 * Reads a text that the strict scan has passed. Whatever the meta-model does not know is a warning: the reader drops it
 * silently and goes on with the rest.
 */
export const readModel = (xml: string, { model, root }: ModelType): ModelReading => {
  const reader = new Reader({ model, lax: true });
  const rootHandler = reader.handler(root);
  const { handleEnd } = rootHandler;
  let isComplete = false;
  rootHandler.handleEnd = () => {
    isComplete = true;
    handleEnd.call(rootHandler);
  };
  // The reader works synchronously and only wraps its answer in a promise; the handler holds the same answer at once,
  // which spares every caller (the deciding core, the designer's canvas) an await.
  reader.fromXML(xml, { rootHandler }).catch(() => undefined);
  const { element = null, context } = rootHandler;
  const warnings = (context?.warnings ?? []).map(modelWarning);
  return {
    root: element,
    warnings: isComplete || element === null ? warnings : [...warnings, interruption(xml, rootHandler)],
    elementById: (id) => context?.elementsById[id] ?? null,
  };
};
