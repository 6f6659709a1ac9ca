import { append, cursorAt, flowTo } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { commonExtensions, extensionElements } from './extensions.ts';
import type { ElementOptions } from './options.ts';
import type { DrawPath, ProcessPath } from './process-path.ts';
import { xmlNode } from './xml-node.ts';

type GatewayStep =
  | 'exclusiveGateway'
  | 'inclusiveGateway'
  | 'parallelGateway'
  | 'eventBasedGateway'
  | 'when'
  | 'otherwise'
  | 'branch'
  | 'connectTo'
  | 'breakOff'
  | 'at';

export const gatewaySteps = (
  cursor: Cursor,
  path: ProcessPath,
  pathFrom: (cursor: Cursor) => ProcessPath,
): Pick<ProcessPath, GatewayStep> => {
  const add = (tag: string, id: string, options: ElementOptions = {}): ProcessPath => {
    const extensions = extensionElements(commonExtensions(options));
    append(cursor, xmlNode(`bpmn:${tag}`, { id, name: options.name }, extensions));
    return path;
  };
  const drawAside = (next: Cursor['next'], draw: DrawPath): ProcessPath => {
    draw(pathFrom(cursorAt(cursor.draft, cursor.scope, cursor.last, next)));
    return path;
  };
  return {
    exclusiveGateway: (id, options) => add('exclusiveGateway', id, options),
    inclusiveGateway: (id, options) => add('inclusiveGateway', id, options),
    parallelGateway: (id, options) => add('parallelGateway', id, options),
    eventBasedGateway: (id, options) => add('eventBasedGateway', id, options),
    when: (condition, draw) => drawAside({ condition }, draw),
    otherwise: (draw, condition) =>
      drawAside(condition === undefined ? { isDefault: true } : { isDefault: true, condition }, draw),
    branch: (draw) => drawAside({}, draw),
    connectTo: (id) => {
      flowTo(cursor, id);
      cursor.last = null;
      return path;
    },
    breakOff: () => {
      cursor.last = null;
      return path;
    },
    at: (id) => {
      const element = cursor.draft.elements.get(id);
      if (element === undefined) throw new RangeError(`Expected an element "${id}" drawn before, but there is none`);
      cursor.last = element;
      return path;
    },
  };
};
