import { marketRight, sampleProcedure } from '@irisflow/platform/testing';
import { describe, expect, test } from 'vitest';
import { readFolder } from '../read-folder.ts';
import { lintFolder } from './lint-folder.ts';

const remedy = {
  what: { fr: 'Recours', nl: 'Beroep', en: 'Appeal' },
  body: { fr: 'Le directeur', nl: 'De directeur', en: 'The director' },
  address: { fr: 'Rue 1', nl: 'Straat 1', en: 'Street 1' },
  length: 30,
  kind: 'calendarDays',
  by: ['registeredPost'],
  legalRef: { fr: 'arrêté', nl: 'besluit', en: 'decree' },
  suspends: ['right'],
};

/** The first step of the sample made one of the case store, which says something of a right. */
const found = (input: string, rights: readonly object[] = []) => {
  const step = `<bpmn:serviceTask id="extra" name="Suspendre"><bpmn:extensionElements><zeebe:taskDefinition type="case-store" /><zeebe:ioMapping><zeebe:input source="= &#34;x&#34;" target="${input}" /></zeebe:ioMapping></bpmn:extensionElements><bpmn:incoming>f2</bpmn:incoming><bpmn:outgoing>f5</bpmn:outgoing></bpmn:serviceTask><bpmn:sequenceFlow id="f5" sourceRef="extra" targetRef="validate" />`;
  const files = sampleProcedure().map(({ path, content }) => ({
    path,
    content:
      path === 'procedure.json'
        ? JSON.stringify({ ...(JSON.parse(content) as object), remedies: [remedy] })
        : content
            .replace('<bpmn:userTask id="validate">', `${step}<bpmn:userTask id="validate">`)
            .replace('sourceRef="instruct" targetRef="validate"', 'sourceRef="instruct" targetRef="extra"')
            .replace(
              '<bpmn:incoming>f2</bpmn:incoming><bpmn:outgoing>f3',
              '<bpmn:incoming>f5</bpmn:incoming><bpmn:outgoing>f3',
            ),
  }));
  const kinds = rights.map((right) => ({ path: 'stall.right.json', content: JSON.stringify(right) }));
  return lintFolder(readFolder([...files, ...kinds]), { connectorTypes: null, sourceTypes: [], servedTypes: null })
    .filter(({ pointer }) => pointer?.startsWith('/remedies'))
    .map(({ code }) => code);
};

describe('a remedy that suspends what a decision does to a right', () => {
  test('needs a right that says where it stands meanwhile', () => {
    expect(found('outcome')).toContain('REMEDY_NO_RIGHT');
    expect(found('rightState', [marketRight])).toContain('REMEDY_NO_RIGHT');
    const [first, ...others] = marketRight.states;
    const held = others.map((state) => ({ ...state, whileAppealed: first?.key }));
    expect(found('outcome', [{ ...marketRight, states: [first, ...held] }])).not.toContain('REMEDY_NO_RIGHT');
  });

  test('may be of a folder that moves a right of another procedure', () => {
    expect(found('rightState')).not.toContain('REMEDY_NO_RIGHT');
  });
});
