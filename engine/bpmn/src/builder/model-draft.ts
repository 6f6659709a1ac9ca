import { extension, extensionElements } from './extensions.ts';
import type { MessageOptions } from './options.ts';
import { xmlNode } from './xml-node.ts';
import type { XmlAttributes, XmlNode } from './xml-node.ts';

/** The file being built: its processes, and the messages, signals and codes that they share. */
export interface ModelDraft {
  readonly processes: XmlNode[];
  /** The pools around processes. */
  readonly participants: XmlNode[];
  /** Root elements by what identifies them, so that two events of one message share it. */
  readonly roots: Map<string, XmlNode>;
  readonly elements: Map<string, XmlNode>;
  /** How often an id was given out, to number the next. */
  readonly ids: Map<string, number>;
}

export const createDraft = (): ModelDraft => ({
  processes: [],
  participants: [],
  roots: new Map(),
  elements: new Map(),
  ids: new Map(),
});

/** An id of that shape which no other element was given: `end`, `end_2`, `end_3`. */
export const freshId = (draft: ModelDraft, wanted: string): string => {
  const count = (draft.ids.get(wanted) ?? 0) + 1;
  draft.ids.set(wanted, count);
  const id = count === 1 ? wanted : `${wanted}_${count}`;
  return draft.elements.has(id) ? freshId(draft, wanted) : id;
};

interface RootElement {
  readonly tag: string;
  readonly attributes: XmlAttributes;
  readonly children?: readonly XmlNode[];
}

const rootId = (draft: ModelDraft, { tag, attributes, children = [] }: RootElement): string => {
  const local = tag.slice(tag.indexOf(':') + 1);
  const identity = JSON.stringify([tag, attributes, children]);
  const known = draft.roots.get(identity);
  if (known !== undefined) return known.attributes['id'] ?? '';
  const id = freshId(draft, `${local}_1`);
  draft.roots.set(identity, xmlNode(tag, { id, ...attributes }, children));
  return id;
};

/** The id of the message with that name and correlation key. */
export const messageId = (draft: ModelDraft, { message, correlationKey }: MessageOptions): string =>
  rootId(draft, {
    tag: 'bpmn:message',
    attributes: { name: message },
    children: extensionElements(extension('zeebe:subscription', { correlationKey })),
  });

export const signalId = (draft: ModelDraft, name: string): string =>
  rootId(draft, { tag: 'bpmn:signal', attributes: { name } });

export const errorId = (draft: ModelDraft, errorCode: string): string =>
  rootId(draft, { tag: 'bpmn:error', attributes: { name: errorCode, errorCode } });

export const escalationId = (draft: ModelDraft, escalationCode: string): string =>
  rootId(draft, { tag: 'bpmn:escalation', attributes: { name: escalationCode, escalationCode } });
