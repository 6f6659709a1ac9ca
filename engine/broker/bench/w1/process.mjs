import { bpmnProcess } from '@irisflow/bpmn';

export const JOB_TYPES = ['first', 'second', 'third', 'io.camunda.zeebe:userTask'];

/** W1: start, three service tasks, a choice on a variable, a user task, end. The user task is completed through the same API. */
export const w1 = () =>
  bpmnProcess('w1')
    .start()
    .serviceTask('first', { type: 'first' })
    .serviceTask('second', { type: 'second' })
    .serviceTask('third', { type: 'third' })
    .exclusiveGateway('choice')
    .when('= amount > 100', (path) => path.userTask('decide', { implementation: 'job' }).end())
    .otherwise((path) => path.end())
    .at('choice')
    .toXml();

/** About 150 bytes, and a text of so many more. */
export const variables = (payload = 0) =>
  JSON.stringify({
    amount: 200,
    applicant: { name: 'Camille Janssens', number: '85073003328', city: 'Schaarbeek' },
    files: ['identity.pdf', 'lease.pdf'],
    ...(payload > 0 ? { letter: 'x'.repeat(payload) } : {}),
  });
