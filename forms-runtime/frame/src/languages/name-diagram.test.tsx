import { expect, test } from 'vitest';
import { nameDiagram } from './name-diagram.ts';

const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p" name="Aid">
  <serviceTask id="ask" name="Ask the register"/><task id="other" name="Other"/><sequenceFlow id="yes" name="yes"/></process></definitions>`;

test('a drawing speaks the language of who reads it, as far as somebody wrote it', () => {
  const names = {
    ask: { fr: 'Consulter le registre & vérifier', nl: 'Het register raadplegen', en: 'Ask the register' },
    yes: { fr: 'oui', nl: 'ja', en: 'yes' },
  };
  const french = nameDiagram(xml, names, 'fr');
  expect(french).toContain('name="Consulter le registre &amp; vérifier"');
  expect(french).toContain('name="oui"');
  expect(french).toContain('name="Other"');
  expect(nameDiagram('<no', names, 'fr')).toBe('<no');
});
