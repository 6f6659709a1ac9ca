import { append, cursorAt, idOf } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { eventElement } from './event-steps.ts';
import { commonExtensions, extension, extensionElements, jobExtensions, loopOf } from './extensions.ts';
import { freshId } from './model-draft.ts';
import type { ActivityOptions, AdHocOptions } from './options.ts';
import type { DrawPath, ProcessPath } from './process-path.ts';
import { xmlNode } from './xml-node.ts';
import type { XmlAttributes, XmlNode } from './xml-node.ts';

interface ScopeParts {
  readonly id: string;
  readonly options: ActivityOptions;
  readonly extensions?: readonly XmlNode[];
  readonly attributes?: XmlAttributes;
}

const scopeXml = (tag: string, { id, options, extensions = [], attributes }: ScopeParts): XmlNode =>
  xmlNode(`bpmn:${tag}`, { id, name: options.name, ...attributes }, [
    ...extensionElements([...extensions, ...commonExtensions(options)]),
    ...loopOf(options),
  ]);

const adHocXml = (id: string, options: AdHocOptions): XmlNode => {
  const { activeElements, outputCollection, outputElement, completionCondition, cancelRemainingInstances } = options;
  const adHoc = { activeElementsCollection: activeElements, outputCollection, outputElement };
  const element = scopeXml('adHocSubProcess', {
    id,
    options,
    extensions: [...extension('zeebe:adHoc', adHoc), ...jobExtensions(options)],
    attributes: { cancelRemainingInstances },
  });
  if (completionCondition !== undefined) {
    const body = xmlNode('bpmn:completionCondition', { 'xsi:type': 'bpmn:tFormalExpression' }, [completionCondition]);
    element.children.push(body);
  }
  return element;
};

type ScopeStep = 'subProcess' | 'adHocSubProcess' | 'eventSubProcess' | 'boundary' | 'compensation';

export const scopeSteps = (
  cursor: Cursor,
  path: ProcessPath,
  pathFrom: (cursor: Cursor) => ProcessPath,
): Pick<ProcessPath, ScopeStep> => {
  const { draft } = cursor;

  const fill = (scope: XmlNode, draw: DrawPath): ProcessPath => {
    append(cursor, scope);
    draw(pathFrom(cursorAt(draft, scope, null)));
    return path;
  };

  const attach = (event: XmlNode): void => {
    if (cursor.last === null)
      throw new RangeError(`Expected "${idOf(event)}" behind an activity, but the path has ended`);
    event.attributes['attachedToRef'] = idOf(cursor.last);
    append(cursorAt(draft, cursor.scope, null), event);
  };

  return {
    subProcess: (id, draw, options = {}) => fill(scopeXml('subProcess', { id, options }), draw),
    adHocSubProcess: (id, draw, options = {}) => fill(adHocXml(id, options), draw),
    eventSubProcess: (id, draw, options = {}) => {
      const scope = scopeXml('subProcess', { id, options, attributes: { triggeredByEvent: true } });
      append(cursorAt(draft, cursor.scope, null), scope);
      draw(pathFrom(cursorAt(draft, scope, null)));
      return path;
    },
    boundary: (id, options, draw) => {
      const event = eventElement(draft, 'boundaryEvent', {
        id,
        options,
        attributes: { cancelActivity: options.interrupting },
      });
      attach(event);
      draw?.(pathFrom(cursorAt(draft, cursor.scope, event)));
      return path;
    },
    compensation: (id, draw, options = {}) => {
      attach(eventElement(draft, 'boundaryEvent', { id, options: { ...options, event: { compensation: null } } }));
      const handlerPath = cursorAt(draft, cursor.scope, null);
      handlerPath.onFirst = (handler) => {
        handler.attributes['isForCompensation'] = 'true';
        const ends = { sourceRef: id, targetRef: idOf(handler), associationDirection: 'One' };
        cursor.scope.children.push(xmlNode('bpmn:association', { id: freshId(draft, `association_${id}`), ...ends }));
      };
      draw(pathFrom(handlerPath));
      return path;
    },
  };
};
