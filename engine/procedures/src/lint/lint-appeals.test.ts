import { bpmnModel } from '@irisflow/bpmn';
import { expect, test } from 'vitest';
import { sampleProcedureChanging } from '@irisflow/platform/testing';
import { readFolder } from '../read-folder.ts';
import { lintFolder } from './lint-folder.ts';

const content = bpmnModel()
  .process('rent-aid', (path) =>
    path
      .start()
      .userTask('decide')
      .end()
      .eventSubProcess('appeal', (handling) =>
        handling
          .start('lodged', { event: { message: 'appeal.lodged', correlationKey: '= caseId' }, interrupting: false })
          .userTask('judge')
          .end(),
      ),
  )
  .toXml();

const found = (judge: object) => {
  const name = { fr: 'Juger le recours', nl: 'Het beroep beoordelen', en: 'Judge the appeal' };
  const files = sampleProcedureChanging('procedure.json', (description: { tasks: object }) => {
    description.tasks = { judge: { name, form: 'decide', separateFrom: [], ...judge } };
  }).map((file) => (file.path === 'rent-aid.bpmn' ? { ...file, content } : file));
  return lintFolder(readFolder(files), { connectorTypes: null, sourceTypes: [], servedTypes: [] }).filter(
    ({ code }) => code === 'BLOCK_SAME_PERSON',
  );
};

test('story 5: whoever decided may judge the appeal in an event sub-process, which is said until they are kept apart', () => {
  const [problem, ...others] = found({});
  expect(problem).toMatchObject({ file: 'rent-aid.bpmn', elementId: 'judge', severity: 'warning' });
  expect(problem?.message.nl).toContain('Het beroep beoordelen');
  expect(others).toEqual([]);
  expect(found({ separateFrom: ['decide'] })).toEqual([]);
  expect(found({ separateFromActs: ['decision'] })).toEqual([]);
});
