import { bpmnProcess } from '@irisflow/bpmn';
import type { World } from '../kit/world.ts';

/** Tasks `a`, then `b` and `c` two scopes further in, then `d`; and every place where no token can be put. */
const nested = (id: string): string =>
  bpmnProcess(id)
    .start('begin')
    .serviceTask('a', { type: `${id}_a` })
    .subProcess(
      'outer',
      (outer) =>
        outer
          .start('outerStart')
          .subProcess(
            'inner',
            (inner) =>
              inner
                .start('innerStart')
                .serviceTask('b', { type: `${id}_b` })
                .serviceTask('c', { type: `${id}_c` })
                .end('innerEnd'),
            { inputs: { mapped: '= 1' } },
          )
          .end('outerEnd'),
      { inputs: { mapped: '= 1' } },
    )
    .boundary('stopped', { event: { message: `${id}_stop`, correlationKey: '= "one"' } }, (path) => path.end('halt'))
    .serviceTask('d', { type: `${id}_d` })
    .subProcess(
      'loop',
      (loop) =>
        loop
          .start('ls')
          .serviceTask('item', { type: `${id}_item` })
          .end('le'),
      {
        multiInstance: { inputCollection: '= [1]' },
      },
    )
    .eventBasedGateway('wait')
    .branch((path) => path.catchEvent('hour', { event: { timer: { duration: 'PT1H' } } }).end('hourPassed'))
    .branch((path) => path.catchEvent('day', { event: { timer: { duration: 'P1D' } } }).end('dayPassed'))
    .toXml();

/** Starts an instance that waits at `a`. */
export const startNested = async (world: World, variables: object = {}) => {
  const id = world.name('nested');
  await world.deploy(nested(id));
  return { id, key: await world.create(id, variables) };
};

/** Puts a token on an element, in new scopes below the one of that key. */
export const besides = (key: string, elementId: string) => ({ elementId, ancestorElementInstanceKey: key });
