import { bpmnProcess, parseBpmn } from '@irisflow/bpmn';
import { expect, test } from 'vitest';
import { missingCanvasTexts } from '../process/canvas-texts/translate.ts';
import { drawnElements, elementWords } from './element-words.ts';

const everyKind = bpmnProcess('p')
  .start('start')
  .exclusiveGateway('exclusive')
  .inclusiveGateway('inclusive')
  .parallelGateway('parallel')
  .userTask('user', { name: ' Examine\n the case ' })
  .serviceTask('service', { type: 'w' })
  .task('task')
  .subProcess('inner', (inner) => inner.start('innerStart').end('innerEnd'))
  .adHocSubProcess('adHoc', (inner) => inner.userTask('chosen'))
  .end('end')
  .toXml();

const words = (locale: 'fr' | 'nl' | 'en') => {
  const parsed = parseBpmn(everyKind);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed));
  return elementWords(drawnElements(parsed.processes), locale);
};

test('an element is called by its name, without one by its kind and its id', () => {
  expect(['user', 'task', 'inner', 'adHoc', 'parallel'].map(words('en'))).toEqual([
    'Examine the case',
    'Task (task)',
    'Sub-process (inner)',
    'Ad-hoc sub-process (adHoc)',
    'Parallel gateway (parallel)',
  ]);
  expect(words('fr')('gone')).toBe('gone');
});

test.each(['fr', 'nl'] as const)('every kind has its words in %s', (locale) => {
  const ids = ['start', 'exclusive', 'inclusive', 'parallel', 'service', 'task', 'inner', 'adHoc', 'end', 'p'];
  for (const id of ids) expect(words(locale)(id)).not.toBe(words('en')(id));
  expect(missingCanvasTexts()).toEqual([]);
});
