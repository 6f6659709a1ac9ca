import { append } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { eventXml } from './event-xml.ts';
import { commonExtensions, extensionElements, formExtension, jobExtensions } from './extensions.ts';
import { freshId } from './model-draft.ts';
import type { ModelDraft } from './model-draft.ts';
import type { ElementOptions, EventOptions, JobOptions } from './options.ts';
import type { ProcessPath } from './process-path.ts';
import { xmlNode } from './xml-node.ts';
import type { XmlAttributes, XmlNode } from './xml-node.ts';

interface EventParts {
  readonly id: string;
  readonly options: ElementOptions & { readonly event?: EventOptions } & Partial<JobOptions>;
  readonly attributes?: XmlAttributes;
  readonly extensions?: readonly XmlNode[];
}

/** An event of any place with what it throws or waits for. */
export const eventElement = (
  draft: ModelDraft,
  tag: string,
  { id, options, attributes, extensions = [] }: EventParts,
): XmlNode =>
  xmlNode(`bpmn:${tag}`, { id, name: options.name, ...attributes }, [
    ...extensionElements([...extensions, ...jobExtensions(options), ...commonExtensions(options)]),
    ...(options.event === undefined ? [] : [eventXml(draft, options.event)]),
  ]);

export const eventSteps = (
  cursor: Cursor,
  path: ProcessPath,
): Pick<ProcessPath, 'start' | 'end' | 'catchEvent' | 'throwEvent'> => {
  const add = (tag: string, parts: EventParts): ProcessPath => {
    append(cursor, eventElement(cursor.draft, tag, parts));
    return path;
  };
  return {
    start: (id = freshId(cursor.draft, 'start'), options = {}) =>
      add('startEvent', {
        id,
        options,
        attributes: { isInterrupting: options.interrupting },
        extensions: formExtension(options),
      }),
    end: (id = freshId(cursor.draft, 'end'), options = {}) => {
      add('endEvent', { id, options });
      cursor.last = null;
      return path;
    },
    catchEvent: (id, options) => add('intermediateCatchEvent', { id, options }),
    throwEvent: (id, options = {}) => add('intermediateThrowEvent', { id, options }),
  };
};
