import type { ProcessPath } from '@irisflow/bpmn';
import { drawn, type ElementGroup, refused, works } from './element-claim.ts';
import { around, collaboration, file, started } from './models.ts';

const one = (draw: (path: ProcessPath) => ProcessPath): string => draw(started()).end().toXml();
const items = { inputCollection: '= [1, 2]', inputElement: 'item' };

export const activities: readonly ElementGroup[] = [
  {
    group: 'Participants',
    claims: [
      works('Pool, executable', collaboration(), 11, 12),
      drawn('Pool that is not executable', collaboration()),
      drawn('Lane', collaboration()),
    ],
  },
  {
    group: 'Tasks',
    claims: [
      works(
        'Service task',
        one((path) => path.serviceTask('it', { type: 'work' })),
        67,
        74,
      ),
      works(
        'Send task',
        one((path) => path.sendTask('it', { type: 'work' })),
        67,
      ),
      works(
        'Receive task',
        one((path) => path.receiveTask('it', { message: 'go', correlationKey: '= "a"' })),
        144,
        157,
      ),
      works(
        'User task of the engine',
        one((path) => path.userTask('it')),
        191,
        192,
        193,
        194,
      ),
      works(
        'User task as a job',
        one((path) => path.userTask('it', { implementation: 'job' })),
        190,
      ),
      works(
        'Script task, FEEL',
        one((path) => path.scriptTask('it', { expression: '= 1', resultVariable: 'one' })),
        203,
      ),
      works(
        'Script task as a job',
        one((path) => path.scriptTask('it', { type: 'script' })),
        67,
      ),
      works(
        'Business rule task, decision',
        one((path) => path.businessRuleTask('it', { decisionId: 'rule', resultVariable: 'result' })),
        198,
        199,
        200,
      ),
      works(
        'Business rule task as a job',
        one((path) => path.businessRuleTask('it', { type: 'rule' })),
        67,
      ),
      works(
        'Manual task',
        one((path) => path.manualTask('it')),
        42,
      ),
      works(
        'Undefined task',
        one((path) => path.task('it')),
        42,
      ),
      refused('Receive task that starts a process', around('<bpmn:receiveTask id="it" instantiate="true"/>')),
    ],
  },
  {
    group: 'Sub-processes',
    claims: [
      works(
        'Embedded sub-process',
        one((path) => path.subProcess('it', (inner) => inner.start('in').end('out'))),
        112,
        113,
      ),
      works(
        'Call activity',
        one((path) => path.callActivity('it', { processId: 'child' })),
        134,
        137,
        139,
      ),
      works(
        'Ad-hoc sub-process',
        one((path) => path.adHocSubProcess('it', (inner) => inner.serviceTask('choice', { type: 'work' }))),
        208,
        209,
        210,
      ),
      refused(
        'Transaction',
        around(
          '<bpmn:transaction id="it"><bpmn:startEvent id="in"/><bpmn:sequenceFlow id="f" sourceRef="in" targetRef="out"/>' +
            '<bpmn:endEvent id="out"/></bpmn:transaction>',
        ),
      ),
    ],
  },
  {
    group: 'Markers',
    claims: [
      works(
        'Multi-instance, parallel',
        one((path) => path.serviceTask('it', { type: 'work', multiInstance: items })),
        120,
        124,
        133,
      ),
      works(
        'Multi-instance, sequential',
        one((path) => path.serviceTask('it', { type: 'work', multiInstance: { ...items, sequential: true } })),
        121,
      ),
      works(
        'Compensation',
        one((path) =>
          path
            .serviceTask('it', { type: 'work' })
            .compensation('undo', (handler) => handler.serviceTask('undone', { type: 'undo' })),
        ),
        181,
        186,
      ),
      refused(
        'Standard loop',
        around('<bpmn:manualTask id="it"><bpmn:standardLoopCharacteristics/></bpmn:manualTask>'),
      ),
    ],
  },
  {
    group: 'Data and artifacts',
    claims: [
      drawn(
        'Data object',
        file(
          '<bpmn:startEvent id="start"/><bpmn:dataObject id="paper"/><bpmn:dataObjectReference id="it" dataObjectRef="paper"/>',
        ),
      ),
      drawn('Data store', file('<bpmn:startEvent id="start"/><bpmn:dataStoreReference id="it" name="Register"/>')),
      drawn(
        'Text annotation',
        file(
          '<bpmn:startEvent id="start"/><bpmn:textAnnotation id="it"><bpmn:text>Note</bpmn:text></bpmn:textAnnotation>',
        ),
      ),
      drawn('Group', file('<bpmn:startEvent id="start"/><bpmn:group id="it"/>')),
    ],
  },
];
