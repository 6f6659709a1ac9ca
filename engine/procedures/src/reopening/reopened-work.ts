import { parseForm, type FormDefinition } from '@irisflow/forms';
import type { Locale } from '@irisflow/foundation';
import { parsedProcesses } from '../parsed-files.ts';
import type { ProcedureDescription } from '../procedure-description.ts';
import type { ProcedureFolder } from '../read-folder.ts';

/** Id of the platform's own process for reopened cases, of its task, and of the form of that. */
export const reopenedWork = 'platform-reopened-case';

const path = `${reopenedWork}.bpmn`;

/** One task for a group; who has done it has closed the case. Keys of groups are plain words. */
const processXml = (group: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="${reopenedWork}-definitions" targetNamespace="urn:irisflow:platform">
  <bpmn:process id="${reopenedWork}" name="Reopened case" isExecutable="true">
    <bpmn:startEvent id="reopened"><bpmn:outgoing>toWork</bpmn:outgoing></bpmn:startEvent>
    <bpmn:userTask id="${reopenedWork}-task" name="Handle the reopened case">
      <bpmn:extensionElements>
        <zeebe:userTask />
        <zeebe:assignmentDefinition candidateGroups="${group}" />
      </bpmn:extensionElements>
      <bpmn:incoming>toWork</bpmn:incoming><bpmn:outgoing>toClose</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:serviceTask id="close" name="Close the case">
      <bpmn:extensionElements>
        <zeebe:taskDefinition type="case-store" retries="5" />
        <zeebe:ioMapping>
          <zeebe:input source="= &quot;close&quot;" target="operation" />
          <zeebe:input source="= &quot;reopened&quot;" target="closingReason" />
        </zeebe:ioMapping>
      </bpmn:extensionElements>
      <bpmn:incoming>toClose</bpmn:incoming><bpmn:outgoing>toEnd</bpmn:outgoing>
    </bpmn:serviceTask>
    <bpmn:endEvent id="closed"><bpmn:incoming>toEnd</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="toWork" sourceRef="reopened" targetRef="${reopenedWork}-task" />
    <bpmn:sequenceFlow id="toClose" sourceRef="${reopenedWork}-task" targetRef="close" />
    <bpmn:sequenceFlow id="toEnd" sourceRef="close" targetRef="closed" />
  </bpmn:process>
</bpmn:definitions>
`;

const labels = {
  page: { fr: 'Dossier rouvert', nl: 'Heropend dossier', en: 'Reopened case' },
  done: { fr: 'Ce qui a été fait', nl: 'Wat er is gedaan', en: 'What was done' },
};

const formJson = (): unknown => {
  const texts = (locale: Locale) => ({ 'page.label': labels.page[locale], 'done.label': labels.done[locale] });
  const field = '#/properties/done';
  return {
    kind: 'form',
    formatVersion: 1,
    key: reopenedWork,
    version: 1,
    defaultLocale: 'fr',
    locales: ['fr', 'nl', 'en'],
    schema: {
      type: 'object',
      properties: { done: { type: 'string', minLength: 1, maxLength: 2000 } },
      required: ['done'],
    },
    uischema: {
      type: 'Categorization',
      options: { variant: 'stepper' },
      elements: [
        {
          type: 'Category',
          id: 'p_main',
          i18n: 'page',
          elements: [{ type: 'Control', id: 'c_done', scope: field, i18n: 'done', options: { widget: 'textarea' } }],
        },
      ],
    },
    translations: { fr: texts('fr'), nl: texts('nl'), en: texts('en') },
    bindings: { process: { out: [{ from: field, to: 'reopenedWork' }] } },
  };
};

const task: ProcedureDescription['tasks'][string] = {
  name: { fr: 'Traiter le dossier rouvert', nl: 'Het heropende dossier behandelen', en: 'Handle the reopened case' },
  instructions: {
    fr: 'Lisez pourquoi le dossier a été rouvert, faites le nécessaire, puis dites ce qui a été fait : le dossier est alors clôturé de nouveau.',
    nl: 'Lees waarom het dossier werd heropend, doe het nodige en zeg wat er is gedaan: dan wordt het dossier opnieuw afgesloten.',
    en: 'Read why the case was reopened, do what is needed, then say what was done: the case is closed again.',
  },
  form: reopenedWork,
  separateFrom: [],
};

const readForm = (): FormDefinition => {
  const parsed = parseForm(formJson());
  if (parsed.ok) return parsed.form;
  throw new Error(`Expected the form of reopened cases to be one, but found ${parsed.problems[0]?.code}`);
};

/** A folder with what the platform brings itself: work on a reopened case, where its procedure gives that to a group. */
export const withReopenedWork = (folder: ProcedureFolder): ProcedureFolder => {
  const { description } = folder;
  const group = description?.reopening?.group;
  if (description === null || group === undefined) return folder;
  const content = processXml(group);
  const parsed = parsedProcesses(content, path);
  return {
    ...folder,
    files: [...folder.files, { path, content }],
    description: { ...description, tasks: { ...description.tasks, [`${reopenedWork}-task`]: task } },
    processes: [...folder.processes, ...(parsed.ok ? parsed.processes.map((process) => ({ path, process })) : [])],
    forms: new Map([...folder.forms, [reopenedWork, readForm()]]),
  };
};
