import { bpmnProcess } from '@irisflow/bpmn';

/** The measured workload: three service tasks, a choice, a user task. */
export const w1Process = (id = 'w1'): string =>
  bpmnProcess(id)
    .start()
    .serviceTask('first', { type: 'first' })
    .serviceTask('second', { type: 'second' })
    .serviceTask('third', { type: 'third' })
    .exclusiveGateway('choice')
    .when('= amount > 100', (path) => path.userTask('decide').end())
    .otherwise((path) => path.end())
    .at('choice')
    .toXml();
