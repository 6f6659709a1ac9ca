import type { EventKind } from '@irisflow/bpmn';
import { computed, refuses, row, runs, sends, theirs, type Row } from './attack.ts';

const mail = { to: 'office@example.org', subject: 'Papers', text: 'They came.' };

export const eventAttacks: Readonly<Record<EventKind, readonly Row[]>> = {
  none: [
    row(
      'an application starts the process of the same id',
      'instance',
      { after: 'publication', of: 'brussels-mobility.benefit-copy.benefit' },
      'its own alone',
    ),
    refuses(
      'the process to start is named as theirs',
      { description: { process: { file: 'attack.bpmn', id: theirs('benefit.benefit') } } },
      'PROCESS_ID_UNKNOWN',
    ),
  ],
  message: [
    sends('start by a message of the same name', 'benefit-copy.right.activated', 'its own alone'),
    sends('start by a right of another procedure of its own', 'benefit.right.activated', 'nothing moves'),
    sends('boundary of the same name and key', 'change.declared', 'its own alone'),
    sends('catch of the same name and key', 'papers.received', 'its own alone'),
    sends('receive task of the same name and key', 'receipt.sent', 'its own alone'),
    sends('published under their qualified name', theirs('papers.received'), 'nothing moves'),
    sends('published under the name of their start', theirs('benefit.right.activated'), 'nothing moves', ''),
    runs(
      'thrown under the same name',
      'instance',
      (path, id) => path.throwEvent(id, { event: { message: 'papers.received' }, type: 'mail', inputs: mail }),
      'its own waits',
    ),
    runs(
      'thrown under their qualified name',
      'instance',
      (path, id) => path.throwEvent(id, { event: { message: theirs('papers.received') }, type: 'mail', inputs: mail }),
      'its own waits',
    ),
    runs(
      'listened for under their qualified name',
      'instance',
      (path, id) =>
        path.catchEvent(id, { event: { message: theirs('papers.received'), correlationKey: '="everybody"' } }),
      'its own waits',
    ),
  ],
  signal: [
    row('start by a signal of the same name', 'instance', { signal: 'drill' }, 'its own alone'),
    row('boundary of the same name', 'instance', { signal: 'bell' }, 'its own alone'),
    row('catch of the same name', 'instance', { signal: 'gong' }, 'its own alone'),
    row('broadcast under their qualified name', 'instance', { signal: theirs('gong') }, 'nothing moves'),
    runs(
      'thrown under the same name',
      'instance',
      (path, id) => path.throwEvent(id, { event: { signal: 'bell' } }),
      'its own alone',
    ),
    runs(
      'thrown under their qualified name',
      'instance',
      (path, id) => path.throwEvent(id, { event: { signal: theirs('bell') } }),
      'its own alone',
    ),
    runs(
      'thrown under a name that is computed',
      'instance',
      (path, id) => path.throwEvent(id, { event: { signal: computed(theirs('bell')) } }),
      'its own alone',
    ),
  ],
  timer: [
    row(
      'start by a timer of the same process id',
      'instance',
      { after: 'publication', of: 'brussels-mobility.benefit-copy.nightly' },
      'its own alone',
    ),
    runs(
      'catch',
      'instance',
      (path, id) => path.catchEvent(id, { event: { timer: { duration: 'PT0S' } } }),
      'its own alone',
    ),
  ],
  error: [
    runs(
      'the same code',
      'instance',
      (path, id) =>
        path.subProcess(id, (inner) => inner.start(`${id}-start`).end(`${id}-within`, { event: { error: 'E1' } })),
      'its own stops: no error is caught',
    ),
  ],
  escalation: [
    runs(
      'the same code',
      'instance',
      (path, id) => path.throwEvent(id, { event: { escalation: 'X1' } }),
      'its own alone',
    ),
  ],
  compensation: [
    runs(
      'everything of the scope',
      'instance',
      (path, id) => path.throwEvent(id, { event: { compensation: null } }),
      'its own alone',
    ),
  ],
  terminate: [
    runs(
      'within a part',
      'instance',
      (path, id) =>
        path.subProcess(id, (inner) => inner.start(`${id}-start`).end(`${id}-within`, { event: { terminate: true } })),
      'its own alone',
    ),
  ],
  link: [
    runs(
      'the same name',
      'instance',
      (path, id) =>
        path.subProcess(id, (inner) =>
          inner
            .start(`${id}-start`)
            .throwEvent(`${id}-off`, { event: { link: 'L1' } })
            .breakOff()
            .catchEvent(`${id}-on`, { event: { link: 'L1' } })
            .end(`${id}-within`),
        ),
      'its own alone',
    ),
  ],
  conditional: [
    runs(
      'a variable of the same name becomes true',
      'instance',
      (path, id) => path.scriptTask(id, { expression: '=true', resultVariable: 'isMet' }),
      'its own alone',
    ),
  ],
};
