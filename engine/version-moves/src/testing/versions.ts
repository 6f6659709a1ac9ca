import { sampleProcedureChanging } from '@irisflow/platform/testing';
import type { FolderFile } from '@irisflow/procedures';

type Files = readonly FolderFile[];

const changing = (files: Files, path: string, change: (content: string) => string): FolderFile[] =>
  files.map((file) => (file.path === path ? { ...file, content: change(file.content) } : file));

interface Described {
  tasks: Record<string, { name: object; form: string; separateFrom: string[] }>;
}

const describing = (files: Files, change: (description: Described) => void): FolderFile[] =>
  changing(files, 'procedure.json', (content) => {
    const description = JSON.parse(content) as Described;
    change(description);
    return JSON.stringify(description);
  });

/** The sample as it is. */
export const first = (): FolderFile[] => sampleProcedureChanging('procedure.json', () => undefined);

const note = { type: 'string', minLength: 1, maxLength: 100 };

/** The form of the first task asks for a note as well. */
const asksForNote = (files: Files): FolderFile[] =>
  changing(files, 'instruct.form.json', (content) => {
    const form = JSON.parse(content) as {
      schema: { properties: Record<string, object>; required: string[] };
      uischema: { elements: { elements: object[] }[] };
      translations: Record<string, Record<string, string>>;
    };
    form.schema.properties['note'] = note;
    form.schema.required.push('note');
    form.uischema.elements[0]?.elements.push({
      type: 'Control',
      id: 'c_note',
      scope: '#/properties/note',
      i18n: 'note',
      options: { widget: 'text' },
    });
    for (const texts of Object.values(form.translations)) texts['note.label'] = 'Note';
    return JSON.stringify(form);
  });

/** What was called `validate` is called `approve`. */
export const approves = (files: Files): FolderFile[] =>
  describing(
    changing(files, 'rent-aid.bpmn', (content) => content.replaceAll('"validate"', '"approve"')),
    ({ tasks }) => {
      const { validate } = tasks;
      if (validate === undefined) throw new Error('Expected the sample to have a task validate');
      delete tasks['validate'];
      tasks['approve'] = validate;
    },
  );

/** A new form, and a step under another name. */
export const second = (): FolderFile[] => approves(asksForNote(first()));

const visitXml = (step: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="v" targetNamespace="urn:visit">
  <bpmn:process id="visit" isExecutable="true">
    <bpmn:startEvent id="visitStart"><bpmn:outgoing>v1</bpmn:outgoing></bpmn:startEvent>
    <bpmn:sequenceFlow id="v1" sourceRef="visitStart" targetRef="${step}" />
    <bpmn:userTask id="${step}">
      <bpmn:extensionElements><zeebe:userTask /><zeebe:assignmentDefinition candidateGroups="agent" /></bpmn:extensionElements>
      <bpmn:incoming>v1</bpmn:incoming><bpmn:outgoing>v2</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:sequenceFlow id="v2" sourceRef="${step}" targetRef="visitEnd" />
    <bpmn:endEvent id="visitEnd"><bpmn:incoming>v2</bpmn:incoming></bpmn:endEvent>
  </bpmn:process>
</bpmn:definitions>
`;

const call = `<bpmn:callActivity id="inspect">
      <bpmn:extensionElements><zeebe:calledElement processId="visit" propagateAllChildVariables="false" /></bpmn:extensionElements>
      <bpmn:incoming>f1</bpmn:incoming><bpmn:outgoing>f0</bpmn:outgoing>
    </bpmn:callActivity>
    <bpmn:sequenceFlow id="f0" sourceRef="inspect" targetRef="instruct" />
    <bpmn:userTask id="instruct">`;

/** The place is visited first, in a process of its own, in a step of this name. */
export const visiting = (step: string): FolderFile[] => {
  const called = changing(first(), 'rent-aid.bpmn', (content) =>
    content
      .replace('sourceRef="start" targetRef="instruct"', 'sourceRef="start" targetRef="inspect"')
      .replace('<bpmn:userTask id="instruct">', call)
      .replace(
        '<bpmn:incoming>f1</bpmn:incoming><bpmn:outgoing>f2</bpmn:outgoing>',
        '<bpmn:incoming>f0</bpmn:incoming><bpmn:outgoing>f2</bpmn:outgoing>',
      ),
  );
  const named = describing(called, ({ tasks }) => {
    tasks[step] = { name: { fr: 'Visiter', nl: 'Bezoeken', en: 'Visit' }, form: 'validate', separateFrom: [] };
  });
  return [...named, { path: 'visit.bpmn', content: visitXml(step) }];
};
