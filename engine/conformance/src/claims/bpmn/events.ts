import { bpmnProcess, type EventOptions, type ProcessPath } from '@irisflow/bpmn';
import { type ElementGroup, refused, works } from './element-claim.ts';
import { around, file, onTask, started, startingWith, withBoundary, withEventSubProcess } from './models.ts';

const message: EventOptions = { message: 'go', correlationKey: '= "a"' };
const timer: EventOptions = { timer: { duration: 'PT1H' } };
const signal: EventOptions = { signal: 'alarm' };
const error: EventOptions = { error: 'refused' };
const escalation: EventOptions = { escalation: 'overdue' };
const condition: EventOptions = { condition: '= amount > 10' };

const beginning = (event: EventOptions): string => bpmnProcess('covered').start('it', { event }).end().toXml();
const catching = (event: EventOptions): string => started().catchEvent('it', { event }).end().toXml();
const throwing = (event?: EventOptions): string =>
  started()
    .throwEvent('it', event === undefined ? {} : { event })
    .end()
    .toXml();
const ending = (event?: EventOptions): string =>
  started()
    .end('it', event === undefined ? {} : { event })
    .toXml();

const link = (): string =>
  started()
    .throwEvent('out', { event: { link: 'there' } })
    .breakOff()
    .catchEvent('it', { event: { link: 'there' } })
    .end()
    .toXml();

const undoable = (draw: (path: ProcessPath) => ProcessPath): string =>
  draw(
    started()
      .serviceTask('task', { type: 'work' })
      .compensation('undo', (handler) => handler.serviceTask('undone', { type: 'undo' })),
  ).toXml();

const several = '<bpmn:timerEventDefinition id="t"/><bpmn:signalEventDefinition id="s"/>';

export const events: readonly ElementGroup[] = [
  {
    group: 'Start events',
    claims: [
      works('None', ending(), 23, 27),
      works('Message', beginning({ message: 'go' }), 152, 153, 154, 155),
      works('Timer', beginning({ timer: { cycle: 'R/PT1H' } }), 170, 171),
      works('Signal', beginning(signal), 160),
      works('Conditional', beginning(condition), 213),
      refused(
        'Error, at the start of a process',
        startingWith('<bpmn:startEvent id="it"><bpmn:errorEventDefinition id="e"/></bpmn:startEvent>'),
      ),
      refused('Multiple', startingWith(`<bpmn:startEvent id="it">${several}</bpmn:startEvent>`)),
      refused(
        'Parallel multiple',
        startingWith(`<bpmn:startEvent id="it" parallelMultiple="true">${several}</bpmn:startEvent>`),
      ),
    ],
  },
  {
    group: 'Event sub-processes',
    claims: [
      works('Message, interrupting', withEventSubProcess(message, true), 114, 116, 117),
      works('Message, non-interrupting', withEventSubProcess(message, false), 115),
      works('Timer, interrupting', withEventSubProcess(timer, true), 114),
      works('Timer, non-interrupting', withEventSubProcess({ timer: { cycle: 'R/PT1H' } }, false), 115),
      works('Signal, interrupting', withEventSubProcess(signal, true), 161),
      works('Signal, non-interrupting', withEventSubProcess(signal, false), 161),
      works('Error', withEventSubProcess(error, true), 83, 175),
      works('Escalation, interrupting', withEventSubProcess(escalation, true), 178),
      works('Escalation, non-interrupting', withEventSubProcess(escalation, false), 178),
      works('Conditional, interrupting', withEventSubProcess(condition, true), 212),
      works('Conditional, non-interrupting', withEventSubProcess(condition, false), 212),
      refused('Error, non-interrupting', withEventSubProcess(error, false)),
      refused(
        'Compensation',
        file(
          '<bpmn:startEvent id="start"/><bpmn:subProcess id="react" triggeredByEvent="true"><bpmn:startEvent id="it">' +
            '<bpmn:compensateEventDefinition id="c"/></bpmn:startEvent></bpmn:subProcess>',
        ),
      ),
    ],
  },
  {
    group: 'Intermediate catch events',
    claims: [
      works('Message', catching(message), 144, 149, 150, 151),
      works('Timer', catching(timer), 166, 167, 173),
      works('Signal', catching(signal), 161, 165),
      works('Conditional', catching(condition), 212),
      works('Link', link(), 189),
      refused('Multiple', around(`<bpmn:intermediateCatchEvent id="it">${several}</bpmn:intermediateCatchEvent>`)),
      refused('Timer with a cycle', catching({ timer: { cycle: 'R/PT1H' } })),
    ],
  },
  {
    group: 'Boundary events',
    claims: [
      works('Message, interrupting', withBoundary(message, true), 105, 109),
      works('Message, non-interrupting', withBoundary(message, false), 106),
      works('Timer, interrupting', withBoundary(timer, true), 105, 108),
      works('Timer, non-interrupting', withBoundary({ timer: { cycle: 'R3/PT1H' } }, false), 168, 169),
      works('Signal, interrupting', withBoundary(signal, true), 105, 161),
      works('Signal, non-interrupting', withBoundary(signal, false), 111, 161),
      works('Error', withBoundary(error, true), 83, 85, 175),
      works('Escalation, interrupting', withBoundary(escalation, true), 178),
      works('Escalation, non-interrupting', withBoundary(escalation, false), 178),
      works('Conditional, interrupting', withBoundary(condition, true), 212),
      works('Conditional, non-interrupting', withBoundary(condition, false), 212),
      works(
        'Compensation',
        undoable((path) => path.end()),
        181,
        182,
      ),
      refused('Error, non-interrupting', withBoundary(error, false)),
      refused('Cancel', onTask('<bpmn:cancelEventDefinition id="c"/>')),
      refused('Multiple', onTask(several)),
    ],
  },
  {
    group: 'Intermediate throw events',
    claims: [
      works('None', throwing(), 59),
      works(
        'Message, as a job',
        started()
          .throwEvent('it', { event: { message: 'go' }, type: 'send' })
          .end()
          .toXml(),
        67,
      ),
      works('Signal', throwing(signal), 162),
      works('Escalation', throwing(escalation), 178, 179),
      works('Link', link(), 189),
      works(
        'Compensation',
        undoable((path) => path.throwEvent('it', { event: { compensation: null } }).end()),
        181,
        183,
        187,
      ),
      refused('Multiple', around(`<bpmn:intermediateThrowEvent id="it">${several}</bpmn:intermediateThrowEvent>`)),
    ],
  },
  {
    group: 'End events',
    claims: [
      works('None', ending(), 38),
      works(
        'Message, as a job',
        started()
          .end('it', { event: { message: 'go' }, type: 'send' })
          .toXml(),
        67,
      ),
      works('Error', ending(error), 176),
      works('Terminate', ending({ terminate: true }), 188),
      works('Signal', ending(signal), 162),
      works('Escalation', ending(escalation), 178),
      works(
        'Compensation',
        undoable((path) => path.end('it', { event: { compensation: null } })),
        181,
      ),
      refused(
        'Cancel',
        file(
          '<bpmn:startEvent id="start"/><bpmn:sequenceFlow id="to" sourceRef="start" targetRef="it"/>' +
            '<bpmn:endEvent id="it"><bpmn:cancelEventDefinition id="c"/></bpmn:endEvent>',
        ),
      ),
      refused(
        'Multiple',
        file(
          '<bpmn:startEvent id="start"/><bpmn:sequenceFlow id="to" sourceRef="start" targetRef="it"/>' +
            `<bpmn:endEvent id="it">${several}</bpmn:endEvent>`,
        ),
      ),
    ],
  },
];
