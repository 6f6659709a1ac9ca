import type { Locale } from '@irisflow/foundation';
import type { FolderFile } from './folder-limits.ts';

/** A process with one task for a clerk, drawn, so that the editor opens on something that runs. */
const processXml = (key: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
  xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
  xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="definitions" targetNamespace="urn:irisflow:${key}"
  modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.5.0">
  <bpmn:process id="${key}" isExecutable="true">
    <bpmn:startEvent id="received" name="Application received">
      <bpmn:outgoing>toInstruct</bpmn:outgoing>
    </bpmn:startEvent>
    <bpmn:userTask id="instruct" name="Examine the application">
      <bpmn:extensionElements>
        <zeebe:userTask />
        <zeebe:assignmentDefinition candidateGroups="agent" />
      </bpmn:extensionElements>
      <bpmn:incoming>toInstruct</bpmn:incoming>
      <bpmn:outgoing>toEnd</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:endEvent id="done" name="Application handled">
      <bpmn:incoming>toEnd</bpmn:incoming>
    </bpmn:endEvent>
    <bpmn:sequenceFlow id="toInstruct" sourceRef="received" targetRef="instruct" />
    <bpmn:sequenceFlow id="toEnd" sourceRef="instruct" targetRef="done" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="diagram">
    <bpmndi:BPMNPlane id="plane" bpmnElement="${key}">
      <bpmndi:BPMNShape id="received_shape" bpmnElement="received"><dc:Bounds x="160" y="102" width="36" height="36" /></bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="instruct_shape" bpmnElement="instruct"><dc:Bounds x="260" y="80" width="100" height="80" /></bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="done_shape" bpmnElement="done"><dc:Bounds x="424" y="102" width="36" height="36" /></bpmndi:BPMNShape>
      <bpmndi:BPMNEdge id="toInstruct_edge" bpmnElement="toInstruct"><di:waypoint x="196" y="120" /><di:waypoint x="260" y="120" /></bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="toEnd_edge" bpmnElement="toEnd"><di:waypoint x="360" y="120" /><di:waypoint x="424" y="120" /></bpmndi:BPMNEdge>
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
`;

const same = (text: string) => ({ fr: text, nl: text, en: text });

interface FormParts {
  readonly key: string;
  readonly page: { readonly fr: string; readonly nl: string; readonly en: string };
  readonly field: string;
  readonly label: { readonly fr: string; readonly nl: string; readonly en: string };
}

const form = ({ key, page, field, label }: FormParts): unknown => {
  const texts = (locale: Locale) => ({ 'page.label': page[locale], [`${field}.label`]: label[locale] });
  return {
    kind: 'form',
    formatVersion: 1,
    key,
    version: 1,
    defaultLocale: 'fr',
    locales: ['fr', 'nl', 'en'],
    schema: {
      type: 'object',
      properties: { [field]: { type: 'string', minLength: 1, maxLength: 2000 } },
      required: [field],
    },
    uischema: {
      type: 'Categorization',
      options: { variant: 'stepper', review: true },
      elements: [
        {
          type: 'Category',
          id: 'p_main',
          i18n: 'page',
          elements: [
            {
              type: 'Control',
              id: `c_${field}`,
              scope: `#/properties/${field}`,
              i18n: field,
              options: { widget: 'textarea' },
            },
          ],
        },
      ],
    },
    translations: { fr: texts('fr'), nl: texts('nl'), en: texts('en') },
    ...(key === 'application'
      ? {}
      : { bindings: { process: { out: [{ from: `#/properties/${field}`, to: field }] } } }),
  };
};

const description = (key: string, administration: string, title: string): unknown => ({
  formatVersion: 1,
  key,
  administration,
  title: same(title),
  summary: same(title),
  audience: ['citizen'],
  minutes: 10,
  locales: ['fr', 'nl', 'en'],
  conditions: [],
  documents: [],
  steps: [
    {
      key: 'received',
      label: { fr: 'Demande reçue', nl: 'Aanvraag ontvangen', en: 'Application received' },
      statuses: ['submitted', 'received', 'incomplete', 'complete', 'inInstruction'],
    },
    {
      key: 'decision',
      label: { fr: 'Décision', nl: 'Beslissing', en: 'Decision' },
      statuses: ['decisionPending', 'granted', 'refused', 'inadmissible', 'withdrawn', 'closed'],
    },
  ],
  legalBasis: [],
  sources: [],
  reference: key
    .toUpperCase()
    .replaceAll(/[^A-Z]/g, '')
    .slice(0, 4)
    .padEnd(2, 'X'),
  process: { file: `${key}.bpmn`, id: key },
  application: { form: 'application' },
  tasks: {
    instruct: {
      name: { fr: 'Examiner la demande', nl: 'De aanvraag onderzoeken', en: 'Examine the application' },
      form: 'instruct',
      separateFrom: [],
    },
  },
  elements: {
    received: { fr: 'Demande reçue', nl: 'Aanvraag ontvangen', en: 'Application received' },
    done: { fr: 'Demande traitée', nl: 'Aanvraag behandeld', en: 'Application handled' },
  },
  terms: [],
  grounds: {},
  contact: { name: '…', email: 'contact@example.org', phone: '+32 2 000 00 00' },
  decisionDays: null,
});

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The folder of a procedure that was just started: small, complete, without errors. */
export const blankProcedure = ({
  key,
  administration,
  title,
}: {
  key: string;
  administration: string;
  title: string;
}): FolderFile[] => [
  { path: 'procedure.json', content: json(description(key, administration, title)) },
  { path: `${key}.bpmn`, content: processXml(key) },
  {
    path: 'application.form.json',
    content: json(
      form({
        key: 'application',
        page: { fr: 'Votre demande', nl: 'Uw aanvraag', en: 'Your application' },
        field: 'request',
        label: { fr: 'Que demandez-vous ?', nl: 'Wat vraagt u?', en: 'What do you ask for?' },
      }),
    ),
  },
  {
    path: 'instruct.form.json',
    content: json(
      form({
        key: 'instruct',
        page: { fr: 'Examen', nl: 'Onderzoek', en: 'Examination' },
        field: 'conclusion',
        label: { fr: 'Conclusion', nl: 'Besluit', en: 'Conclusion' },
      }),
    ),
  },
  { path: 'parameters.json', content: json([]) },
];
