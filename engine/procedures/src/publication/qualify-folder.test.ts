import { bpmnModel, parseBpmn } from '@irisflow/bpmn';
import { parseDmn } from '@irisflow/dmn';
import { evaluate, parseFeel } from '@irisflow/feel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allowanceFolder } from '@irisflow/platform/testing';
import type { FolderFile } from '../folder-limits.ts';
import { readFolder } from '../read-folder.ts';
import { findUnqualified } from './find-unqualified.ts';
import { chosenIdText, qualifiedNameText } from './qualified-expression.ts';
import { qualifyFolder } from './qualify-folder.ts';

const publisher = { administration: 'housing', procedure: 'allowance', version: 3 };
const folderFiles = () =>
  allowanceFolder({ key: 'allowance', administration: 'housing', reference: 'HO', amount: 100 });

const withFile = (path: string, content: string): FolderFile[] => [
  ...folderFiles().filter((file) => file.path !== path),
  { path, content },
];
const qualified = (files: readonly FolderFile[]) => qualifyFolder(readFolder(files), publisher);
const contentOf = (files: readonly FolderFile[], path: string): string =>
  qualified(files).resources.find(({ name }) => name.endsWith(`/${path}`))?.content ?? '';

const valueOf = (text: string, variables: Readonly<Record<string, unknown>> = {}) => {
  const result = evaluate(parseFeel(text.slice(1), 'expression'), {
    variable: (name) => variables[name],
    now: 0,
  });
  return result.ok ? result.value : result;
};

describe('a folder as it is deployed', () => {
  test('what starts by itself keeps one id, what is called carries the version', () => {
    expect(qualified(folderFiles()).definitions).toEqual([
      { kind: 'process', path: 'allowance.bpmn', originalId: 'allowance', id: 'housing.allowance.allowance' },
      { kind: 'process', path: 'assessment.bpmn', originalId: 'assessment', id: 'housing.allowance_v3.assessment' },
      { kind: 'process', path: 'lives.bpmn', originalId: 'life', id: 'housing.allowance.life' },
      { kind: 'process', path: 'lives.bpmn', originalId: 'alarm', id: 'housing.allowance.alarm' },
      { kind: 'decision', path: 'amounts.dmn', originalId: 'base', id: 'housing.allowance_v3.base' },
      { kind: 'decision', path: 'amounts.dmn', originalId: 'amount', id: 'housing.allowance_v3.amount' },
    ]);
    expect(qualified(folderFiles()).resources.map(({ name }) => name)).toContain('housing/allowance/v3/amounts.dmn');
  });

  test('what begins with a right hears of those of its own procedure alone, however the name is written', () => {
    const lives = contentOf(folderFiles(), 'lives.bpmn');
    expect(lives).toContain('name="housing.allowance.right.activated"');
    expect(lives).toContain('name="housing.alarm"');
    const xml = bpmnModel()
      .process('life', (path) => void path.start('a', { event: { message: '="obligation.opened"' } }).end())
      .toXml();
    expect(contentOf(withFile('lives.bpmn', xml), 'lives.bpmn')).toContain(
      'name="housing.allowance.obligation.opened"',
    );
  });

  test('is readable for the engine, and nothing in it stayed as somebody wrote it', () => {
    const folder = qualified(folderFiles());
    expect(findUnqualified(folder)).toEqual([]);
    for (const { name, content } of folder.resources)
      expect((name.endsWith('.dmn') ? parseDmn(content) : parseBpmn(content)).ok).toBe(true);
  });

  test('only the names change, and references follow', () => {
    const before = folderFiles().find(({ path }) => path === 'allowance.bpmn')?.content ?? '';
    const expected = before
      .replace('process id="allowance"', 'process id="housing.allowance.allowance"')
      .replace('bpmnElement="allowance"', 'bpmnElement="housing.allowance.allowance"')
      .replace('name="withdrawal.requested"', 'name="housing.withdrawal.requested"')
      .replace('name="alarm"', 'name="housing.alarm"')
      .replace('processId="assessment"', 'processId="housing.allowance_v3.assessment"')
      .replace('<zeebe:ioMapping>', '<zeebe:ioMapping><zeebe:input source="=caseHandle" target="caseHandle" />')
      .replace(
        /name="=&quot;right[^>]*?"(?= ?>)/,
        'name="=&quot;housing.&quot; + (&quot;right&quot; + &quot;.changed&quot;)"',
      );
    expect(contentOf(folderFiles(), 'allowance.bpmn')).toBe(expected);
    expect(contentOf(folderFiles(), 'amounts.dmn')).toContain('<requiredDecision href="#housing.allowance_v3.base" />');
  });

  test('a call without mappings gets one, and bindings choose nothing any more', () => {
    const xml = bpmnModel()
      .process(
        'allowance',
        (path) =>
          void path
            .start()
            .callActivity('a', { processId: 'called', binding: 'deployment' })
            .callActivity('b', { processId: '=kind', binding: { versionTag: 'old' } })
            .businessRuleTask('c', { decisionId: 'amount', binding: 'deployment', resultVariable: 'x' })
            .end(),
        { pool: 'Office' },
      )
      .process('called', (path) => void path.start().end())
      .toXml();
    const folder = qualified(withFile('allowance.bpmn', xml));
    expect(findUnqualified(folder)).toEqual([]);
    const content = contentOf(withFile('allowance.bpmn', xml), 'allowance.bpmn');
    expect(content).not.toMatch(/deployment|versionTag/);
    expect(content).toContain('processRef="housing.allowance.allowance"');
    const parsed = parseBpmn(content);
    const main = parsed.ok ? parsed.processes[0] : undefined;
    expect(main?.elements.find(({ id }) => id === 'a')).toMatchObject({
      processId: { text: 'housing.allowance_v3.called' },
      binding: { kind: 'latest' },
      inputs: [{ target: ['caseHandle'] }],
    });
    expect(main?.elements.find(({ id }) => id === 'b')).toMatchObject({
      processId: { kind: 'feel' },
      inputs: [{ target: ['caseHandle'] }],
    });
  });

  test.each([
    [
      '<zeebe:ioMapping/>',
      '<zeebe:ioMapping><zeebe:input source="=caseHandle" target="caseHandle" /></zeebe:ioMapping>',
    ],
    [
      '<!-- <zeebe:ioMapping> --><zeebe:ioMapping ><zeebe:output source="=a" target="b" /></zeebe:ioMapping >',
      '<zeebe:input source="=caseHandle" target="caseHandle" /><zeebe:output source="=a" target="b" />',
    ],
  ])('the handle is handed over into %s', (mapping, expected) => {
    const xml = folderFiles().find(({ path }) => path === 'allowance.bpmn')?.content ?? '';
    const start = xml.indexOf('<zeebe:ioMapping>');
    const end = xml.indexOf('</zeebe:ioMapping>') + '</zeebe:ioMapping>'.length;
    const files = withFile('allowance.bpmn', `${xml.slice(0, start)}${mapping}${xml.slice(end)}`);
    expect(contentOf(files, 'allowance.bpmn')).toContain(expected);
    expect(findUnqualified(qualified(files))).toEqual([]);
  });

  test('names with quotes, brackets and comments are computed as they were, behind the administration', () => {
    expect(valueOf(qualifiedNameText('housing', '= "a) + (" + name // all of it'), { name: 'b' })).toBe(
      'housing.a) + (b',
    );
    expect(valueOf(qualifiedNameText('housing', '=if true then "taxi.x" else "y"'))).toBe('housing.taxi.x');
    expect(qualifiedNameText('housing', 'taxi.x')).toBe('housing.taxi.x');
  });

  test('whatever is computed, nothing but what is the folder’s own is called', () => {
    const ids = new Map([
      ['a', 'housing.p_v1.a'],
      ['b"c', 'housing.p_v1.b"c'],
    ]);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom('a', 'b"c', 'housing.p_v1.a')), (computed) => {
        const value = valueOf(chosenIdText(ids, '= kind // computed') ?? '', { kind: computed });
        expect(value).toBe(ids.get(computed) ?? null);
      }),
    );
    expect(chosenIdText(ids, 'taxi.q_v1.a')).toBeNull();
    expect(chosenIdText(ids, 'a')).toBe('housing.p_v1.a');
  });

  test('a way to write a name that publication does not know is found before anything is deployed', () => {
    const folder = qualified(folderFiles());
    const resources = folder.resources.map(({ name, content }) => ({
      name,
      content: content
        .replace('name="housing.alarm"', 'name="alarm"')
        .replace(
          'processId="housing.allowance_v3.assessment"',
          'processId="=get value({&quot;x&quot;:&quot;y&quot;}, x)"',
        )
        .replaceAll('housing.allowance_v3.base', 'base'),
    }));
    const found = findUnqualified({ ...folder, resources }).map(({ elementId }) => elementId);
    expect(new Set(found)).toEqual(new Set(['alarmed', 'assess', 'base', 'rung']));
  });

  test('requirements, services and the diagram follow their decisions, inputs stay', () => {
    const content = `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/" id="all" name="All" namespace="urn:all">
  <inputData id="rent" name="rent"><variable id="v1" name="rent" /></inputData>
  <decision id="first" name="first"><variable id="v2" name="first" />
    <informationRequirement id="r1"><requiredInput href="#rent" /></informationRequirement>
    <literalExpression id="l1"><text>rent</text></literalExpression></decision>
  <decision id="second" name="second"><variable id="v3" name="second" />
    <informationRequirement id="r2"><requiredDecision href="urn:all#first" /></informationRequirement>
    <literalExpression id="l2"><text>first</text></literalExpression></decision>
  <decisionService id="service" name="service"><variable id="v4" name="service" />
    <outputDecision href="#second" /><encapsulatedDecision href="#first" /><inputData href="#rent" /></decisionService>
  <dmndi:DMNDI><dmndi:DMNDiagram id="d"><dmndi:DMNShape id="s" dmnElementRef="first" /></dmndi:DMNDiagram></dmndi:DMNDI>
</definitions>`;
    const expected = content
      .replace('id="all"', 'id="housing.allowance_v3.all"')
      .replaceAll('id="first"', 'id="housing.allowance_v3.first"')
      .replaceAll('id="second"', 'id="housing.allowance_v3.second"')
      .replaceAll('id="service"', 'id="housing.allowance_v3.service"')
      .replaceAll('#first"', '#housing.allowance_v3.first"')
      .replaceAll('#second"', '#housing.allowance_v3.second"')
      .replace('dmnElementRef="first"', 'dmnElementRef="housing.allowance_v3.first"');
    const files = [...folderFiles(), { path: 'all.dmn', content }];
    expect(contentOf(files, 'all.dmn')).toBe(expected);
    expect(findUnqualified(qualified(files))).toEqual([]);
  });

  test('what only a cluster would resolve by name is not deployed', () => {
    const linked =
      '<zeebe:linkedResources><zeebe:linkedResource resourceId="theirs" resourceType="x" linkName="y" /></zeebe:linkedResources>';
    const xml = folderFiles().find(({ path }) => path === 'allowance.bpmn')?.content ?? '';
    const files = withFile('allowance.bpmn', xml.replace('<zeebe:ioMapping>', `${linked}<zeebe:ioMapping>`));
    expect(findUnqualified(qualified(files))).toMatchObject([{ elementId: null }]);
  });
});
