import { bpmnProcess, type DrawPath, type ProcessPath } from '@irisflow/bpmn';

/** A process that would keep the engine busy, and the incident that stops it. */
export interface RestlessModel {
  readonly title: string;
  /** Draws on from the start event; gets the id of the process, for those that call themselves. */
  readonly draw: (path: ProcessPath, id: string) => unknown;
  readonly incident: string;
}

const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);

const overItems = (inputCollection: string, sequential = false) => ({ multiInstance: { inputCollection, sequential } });

/** Each of these forks sends two tokens through the same gate. */
const doubling: DrawPath = (path) => {
  for (const at of numbers(20)) {
    path
      .parallelGateway(`fork${at}`)
      .branch((way) => way.connectTo(`gate${at}`))
      .exclusiveGateway(`gate${at}`);
  }
  path.end();
};

export const restlessModels: readonly RestlessModel[] = [
  {
    title: 'a circle of scripts without a wait state',
    draw: (path) => path.scriptTask('again', { expression: '= 1', resultVariable: 'x' }).connectTo('again'),
    incident: 'LOOP_LIMIT',
  },
  {
    title: 'a process that calls itself',
    draw: (path, processId) => path.callActivity('again', { processId }).end(),
    incident: 'CALLED_ELEMENT_ERROR',
  },
  {
    title: 'a process that calls itself three times',
    draw: (path, processId) => path.callActivity('again', { processId, ...overItems('= [1, 2, 3]') }).end(),
    incident: 'LOOP_LIMIT',
  },
  {
    title: 'a loop over a million items',
    draw: (path) => path.serviceTask('each', { type: 'each', ...overItems('= for i in 1..1000000 return i') }).end(),
    incident: 'EXTRACT_VALUE_ERROR',
  },
  {
    title: 'a loop over a hundred thousand items',
    draw: (path) => path.serviceTask('each', { type: 'each', ...overItems('= for i in 1..100000 return i') }).end(),
    incident: 'LOOP_LIMIT',
  },
  { title: 'forks whose tokens multiply to a million', draw: doubling, incident: 'LOOP_LIMIT' },
  {
    title: 'an instance that wakes itself by a signal',
    draw: (path, signal) => {
      path.eventSubProcess('react', (inner) =>
        inner.start('hear', { event: { signal }, interrupting: false }).end('say', { event: { signal } }),
      );
      path.throwEvent('begin', { event: { signal } }).serviceTask('wait', { type: 'wait' }).end();
    },
    incident: 'LOOP_LIMIT',
  },
  {
    title: 'an endless timer that takes no time',
    draw: (path) =>
      path
        .serviceTask('wait', { type: 'wait' })
        .boundary('tick', { event: { timer: { cycle: 'R/PT0S' } }, interrupting: false }, (way) => way.end('ticked'))
        .end(),
    incident: 'EXTRACT_VALUE_ERROR',
  },
];

/** A process that is never done, but lets everybody else have their turn. */
export interface LongModel {
  readonly title: string;
  readonly draw: DrawPath;
}

const ticking =
  (cycle: string): DrawPath =>
  (path) =>
    path
      .serviceTask('wait', { type: 'wait' })
      .boundary('tick', { event: { timer: { cycle } }, interrupting: false }, (way) => way.end('ticked'))
      .end();

export const longModels: readonly LongModel[] = [
  {
    title: 'a hundred thousand items, one after the other, listed anew for each',
    draw: (path) => path.task('each', overItems('= for i in 1..100000 return i', true)).end(),
  },
  {
    title: 'a circle of scripts that compute as much as an expression may',
    draw: (path) =>
      path
        .scriptTask('again', {
          expression: '= count(for i in 1..90000 return i * i) + count(for i in 1..90000 return i * i)',
          resultVariable: 'x',
        })
        .connectTo('again'),
  },
  { title: 'a timer that fires every millisecond', draw: ticking('R/PT0.001S') },
  { title: 'a timer that fires a hundred thousand times at once', draw: ticking('R100000/PT0S') },
  {
    title: 'a condition that its own reaction makes true again',
    draw: (path) => {
      path.eventSubProcess('react', (inner) =>
        inner
          .start('notice', { event: { condition: '= n > 0' }, interrupting: false })
          .scriptTask('more', { expression: '= n + 1', resultVariable: 'n' })
          .end('noticed'),
      );
      path.scriptTask('begin', { expression: '= 1', resultVariable: 'n' }).serviceTask('wait', { type: 'wait' }).end();
    },
  },
  {
    title: 'a fork into a thousand branches',
    draw: (path) => {
      path.parallelGateway('fork');
      for (const at of numbers(1_000)) path.branch((way) => way.serviceTask(`t${at}`, { type: 'wait' }));
    },
  },
  {
    title: 'a thousand timers at one task',
    draw: (path) => {
      path.serviceTask('wait', { type: 'wait' });
      for (const at of numbers(1_000)) {
        path.boundary(`tick${at}`, { event: { timer: { duration: 'PT0S' } }, interrupting: false });
      }
      path.end();
    },
  },
];

/** The file of a model under an id. */
export const restlessFile = ({ draw }: { readonly draw: RestlessModel['draw'] }, id: string): string => {
  const path = bpmnProcess(id).start();
  draw(path, id);
  return path.toXml();
};
