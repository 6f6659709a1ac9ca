import { bpmnProcess } from '@irisflow/bpmn';
import { type ElementGroup, works } from './element-claim.ts';
import { started } from './models.ts';

/** What an element may carry beyond the notation itself. */
export const extensions: readonly ElementGroup[] = [
  {
    group: 'Extensions',
    claims: [
      works(
        'Input and output mappings',
        started()
          .serviceTask('it', { type: 'work', inputs: { a: '= 1' }, outputs: { b: '= a' } })
          .end()
          .toXml(),
        94,
        95,
        96,
        97,
        98,
        99,
      ),
      works(
        'Task headers',
        started()
          .serviceTask('it', { type: 'work', headers: { purpose: 'check' } })
          .end()
          .toXml(),
        69,
      ),
      works(
        'Execution listeners',
        started()
          .serviceTask('it', { type: 'work', listeners: [{ on: 'start', type: 'listen' }] })
          .end()
          .toXml(),
        204,
        205,
        206,
        207,
      ),
      works(
        'Task listeners',
        started()
          .userTask('it', { taskListeners: [{ on: 'completing', type: 'listen' }] })
          .end()
          .toXml(),
        197,
      ),
      works('Version tag', bpmnProcess('covered', { versionTag: 'v1' }).start().end().toXml(), 21),
      works(
        'Binding: latest, deployment, version tag',
        started().callActivity('it', { processId: 'child', binding: 'deployment' }).end().toXml(),
        21,
        137,
        138,
      ),
      works(
        'Form of a user task, bound',
        started().userTask('it', { formId: 'form', formBinding: 'deployment' }).end().toXml(),
        195,
      ),
      works(
        'Assignment, dates and priority of a user task',
        started()
          .userTask('it', { assignee: 'ann', candidateGroups: 'desk', dueDate: '= now()', priority: 80 })
          .end()
          .toXml(),
        191,
      ),
    ],
  },
];
