import { freshId } from './model-draft.ts';
import type { ModelDraft } from './model-draft.ts';
import { xmlNode } from './xml-node.ts';
import type { XmlNode } from './xml-node.ts';

/** How the next sequence flow will look. */
interface NextFlow {
  readonly condition?: string;
  readonly isDefault?: true;
}

/** Where a path has got to: the next element goes into `scope`, behind `last`. */
export interface Cursor {
  readonly draft: ModelDraft;
  readonly scope: XmlNode;
  last: XmlNode | null;
  next: NextFlow;
  /** Is told about the first element of the path, once. */
  onFirst: ((element: XmlNode) => void) | null;
}

export const idOf = (element: XmlNode): string => element.attributes['id'] ?? '';

const flowXml = (id: string, ends: { source: string; target: string }, { condition }: NextFlow): XmlNode =>
  xmlNode(
    'bpmn:sequenceFlow',
    { id, sourceRef: ends.source, targetRef: ends.target },
    condition === undefined
      ? []
      : [xmlNode('bpmn:conditionExpression', { 'xsi:type': 'bpmn:tFormalExpression' }, [condition])],
  );

/** Draws a sequence flow from where the path is to the element with that id. */
export const flowTo = (cursor: Cursor, target: string): void => {
  const { last, next, scope, draft } = cursor;
  if (last === null) return;
  const source = idOf(last);
  const id = freshId(draft, `flow_${source}_${target}`);
  scope.children.push(flowXml(id, { source, target }, next));
  if (next.isDefault === true) last.attributes['default'] = id;
  cursor.next = {};
};

/** Puts an element at the end of the path and goes there. */
export const append = (cursor: Cursor, element: XmlNode): void => {
  const { draft, scope } = cursor;
  const id = idOf(element);
  if (draft.elements.has(id)) throw new RangeError(`Expected every id once, but "${id}" is used twice`);
  draft.elements.set(id, element);
  scope.children.push(element);
  cursor.onFirst?.(element);
  cursor.onFirst = null;
  flowTo(cursor, id);
  cursor.next = {};
  cursor.last = element;
};

/** A path that begins at an element, or at nothing, in a scope of the same file. */
export const cursorAt = (draft: ModelDraft, scope: XmlNode, last: XmlNode | null, next: NextFlow = {}): Cursor => ({
  draft,
  scope,
  last,
  next,
  onFirst: null,
});
