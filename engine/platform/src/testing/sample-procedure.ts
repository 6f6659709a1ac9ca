import type { FolderFile } from '@irisflow/procedures';
import type { LocalizedText } from '@irisflow/foundation';

const text = (fr: string, nl: string, en: string): LocalizedText => ({ fr, nl, en });
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

type Texts = Readonly<Record<string, LocalizedText>>;

const translations = (texts: Texts) => {
  const of = (locale: keyof LocalizedText) =>
    Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, value[locale]]));
  return { fr: of('fr'), nl: of('nl'), en: of('en') };
};

interface FormShape {
  readonly key: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly required: readonly string[];
  readonly controls: readonly unknown[];
  readonly texts: Texts;
  readonly bindings?: unknown;
  readonly access?: unknown;
}

const form = ({ key, properties, required, controls, texts, bindings, access }: FormShape) => ({
  kind: 'form',
  formatVersion: 1,
  key,
  version: 1,
  defaultLocale: 'fr',
  locales: ['fr', 'nl', 'en'],
  schema: { type: 'object', properties, required },
  uischema: { type: 'Categorization', elements: [{ type: 'Category', id: 'p', i18n: 'page', elements: controls }] },
  translations: translations({ 'page.label': text('Page', 'Pagina', 'Page'), ...texts }),
  ...(bindings === undefined ? {} : { bindings }),
  ...(access === undefined ? {} : { access }),
});

const control = (name: string, widget: string, more: object = {}) => ({
  type: 'Control',
  id: `c_${name}`,
  scope: `#/properties/${name}`,
  i18n: name,
  options: { widget },
  ...more,
});

const labels = (...names: readonly string[]): Texts =>
  Object.fromEntries(names.map((name) => [`${name}.label`, text(name, name, name)]));

const fileReference = {
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 100 },
    name: { type: 'string', maxLength: 255 },
    size: { type: 'integer', minimum: 0 },
    sha256: { type: 'string', minLength: 64, maxLength: 64 },
  },
  required: ['id', 'name', 'size', 'sha256'],
};

const applicationForm = form({
  key: 'application',
  properties: {
    nationalNumber: { type: 'string', format: 'be-national-number' },
    lastName: { type: 'string', minLength: 1, maxLength: 100 },
    rent: { type: 'number', minimum: 0, maximum: 10000, multipleOf: 0.01 },
    hasLease: { type: 'boolean' },
    lease: { type: 'array', items: fileReference, maxItems: 3 },
    agentNote: { type: 'string', maxLength: 100 },
  },
  required: ['lastName', 'rent'],
  controls: [
    control('nationalNumber', 'national-number'),
    control('lastName', 'text'),
    control('rent', 'money'),
    control('hasLease', 'yes-no'),
    control('lease', 'file', {
      rule: {
        effect: 'SHOW',
        condition: { scope: '#/properties/hasLease', schema: { const: true }, failWhenUndefined: true },
      },
    }),
    control('agentNote', 'text'),
  ],
  texts: labels('nationalNumber', 'lastName', 'rent', 'hasLease', 'lease', 'agentNote'),
  bindings: {
    prefill: [
      { scope: '#/properties/nationalNumber', source: 'identity.nationalNumber', mode: 'locked', onMissing: 'ask' },
      { scope: '#/properties/lastName', source: 'be-national-register.lastName', mode: 'locked', onMissing: 'ask' },
    ],
    files: [{ scope: '#/properties/lease', accept: ['application/pdf', 'image/png'], maxBytes: 600_000, maxCount: 2 }],
  },
  access: [{ scope: '#/properties/agentNote', audience: ['agent'] }],
});

const instructForm = form({
  key: 'instruct',
  properties: {
    rent: { type: 'number', readOnly: true },
    outcome: {
      type: 'string',
      oneOf: [
        { const: 'grant', title: 'outcome.grant' },
        { const: 'refuse', title: 'outcome.refuse' },
      ],
    },
    amount: { type: 'number', minimum: 0, maximum: 1000, multipleOf: 0.01 },
  },
  required: ['outcome', 'amount'],
  controls: [control('rent', 'money'), control('outcome', 'radio'), control('amount', 'money')],
  texts: {
    ...labels('rent', 'outcome', 'amount'),
    'outcome.grant': text('Octroi', 'Toekenning', 'Grant'),
    'outcome.refuse': text('Refus', 'Weigering', 'Refusal'),
  },
  bindings: {
    process: {
      in: [
        { from: '= application.rent', to: '#/properties/rent' },
        { from: '= if application.rent > 500 then 100 else 0', to: '#/properties/amount' },
      ],
      out: [
        { from: '#/properties/outcome', to: 'proposal.outcome' },
        { from: '#/properties/amount', to: 'proposal.amount' },
      ],
    },
  },
});

const validateForm = form({
  key: 'validate',
  properties: { agreed: { type: 'boolean' } },
  required: ['agreed'],
  controls: [control('agreed', 'yes-no')],
  texts: labels('agreed'),
  bindings: { process: { out: [{ from: '#/properties/agreed', to: 'validation.agreed' }] } },
});

const paragraph = (...content: readonly unknown[]) => ({ type: 'paragraph', content });
const words = (content: string) => ({ type: 'text', text: content });
const field = (path: string, format?: string) => ({ type: 'field', path, ...(format === undefined ? {} : { format }) });

const grantBody = (parts: {
  greeting: string;
  granted: string;
  perMonth: string;
  decidedBy: string;
  remedies: string;
  ombuds: string;
}) => ({
  type: 'doc',
  content: [
    paragraph(words(parts.greeting), field('case.applicant.name'), words(',')),
    paragraph(
      words(parts.granted),
      field('values.amount', 'money'),
      words(parts.perMonth),
      field('case.submittedOn', 'date'),
      words('.'),
    ),
    { type: 'bulletList', each: 'grounds', content: [{ type: 'listItem', content: [paragraph(field('item'))] }] },
    { type: 'conditional', when: 'values.amount > 50', content: [paragraph(words('> 50'))] },
    {
      type: 'conditional',
      when: 'decision.decidedBy != null',
      content: [paragraph(words(parts.decidedBy), field('decision.decidedBy'))],
    },
    paragraph(field('signatory.name')),
    paragraph(field('signatory.capacity')),
    { type: 'heading', level: 2, content: [words(parts.remedies)] },
    paragraph(words(parts.ombuds)),
    paragraph(field('contact.name'), words(', '), field('contact.email')),
  ],
});

const grantLetter = {
  kind: 'letter',
  formatVersion: 1,
  key: 'grant',
  subject: text('Décision d’octroi', 'Beslissing tot toekenning', 'Decision to grant'),
  body: {
    fr: grantBody({
      greeting: 'Chère ',
      granted: 'Vous recevez ',
      perMonth: ' par mois, demande du ',
      decidedBy: 'Décidé par ',
      remedies: 'Recours',
      ombuds: 'Le médiateur bruxellois vous écoute.',
    }),
    nl: grantBody({
      greeting: 'Beste ',
      granted: 'U krijgt ',
      perMonth: ' per maand, aanvraag van ',
      decidedBy: 'Beslist door ',
      remedies: 'Beroep',
      ombuds: 'De Brusselse ombudsdienst luistert.',
    }),
    en: grantBody({
      greeting: 'Dear ',
      granted: 'You receive ',
      perMonth: ' a month, application of ',
      decidedBy: 'Decided by ',
      remedies: 'Appeal',
      ombuds: 'The Brussels ombuds service listens.',
    }),
  },
  mandatory: ['contact', 'remedies', 'ombuds'],
};

const description = {
  formatVersion: 1,
  key: 'rent-aid',
  administration: 'housing',
  title: text('Aide au loyer', 'Huursteun', 'Rent aid'),
  summary: text('Une aide', 'Een steun', 'An aid'),
  audience: ['citizen', 'company'],
  minutes: 5,
  locales: ['fr', 'nl', 'en'],
  conditions: [text('Louer', 'Huren', 'To rent')],
  documents: [text('Bail', 'Huurcontract', 'Lease')],
  steps: [
    {
      key: 'received',
      label: text('Reçue', 'Ontvangen', 'Received'),
      statuses: ['submitted', 'received', 'incomplete', 'complete'],
    },
    {
      key: 'instruction',
      label: text('Examen', 'Onderzoek', 'Examination'),
      statuses: ['inInstruction', 'decisionPending'],
    },
    {
      key: 'decision',
      label: text('Décision', 'Beslissing', 'Decision'),
      statuses: ['granted', 'refused', 'inadmissible', 'withdrawn', 'closed'],
    },
  ],
  legalBasis: [{ title: text('Ordonnance', 'Ordonnantie', 'Ordinance'), url: null }],
  sources: [
    {
      key: 'be-national-register',
      name: text('Registre national', 'Rijksregister', 'National Register'),
      what: text('identité', 'identiteit', 'identity'),
      purpose: text('préparer la demande', 'de aanvraag voorbereiden', 'prepare the application'),
      legalBasis: 'Ord. 2003',
      fields: ['lastName'],
    },
  ],
  reference: 'BH-RA',
  process: { file: 'rent-aid.bpmn', id: 'rent-aid' },
  application: { form: 'application' },
  tasks: {
    instruct: {
      name: text('Instruire', 'Onderzoeken', 'Instruct'),
      instructions: text('Regardez le bail.', 'Bekijk het huurcontract.', 'Look at the lease.'),
      form: 'instruct',
      separateFrom: [],
    },
    validate: {
      name: text('Valider', 'Valideren', 'Validate'),
      form: 'validate',
      separateFrom: ['instruct'],
      decides: {
        outcome: '= if proposal.outcome = "grant" then "granted" else "refused"',
        amount: '= proposal.amount',
      },
      capacity: text('Cheffe de service', 'Diensthoofd', 'Head of service'),
      letter: '= if proposal.outcome = "grant" then "grant" else null',
    },
  },
  terms: [
    {
      key: 'decision',
      label: text('Décision', 'Beslissing', 'Decision'),
      length: 60,
      kind: 'calendarDays',
      legalRef: 'Ord. 2003',
    },
  ],
  grounds: { R2: text('Pas assez de points.', 'Te weinig punten.', 'Not enough points.') },
  contact: { name: 'Nadia Lambert', email: 'aide@example.org', phone: '+32 2 000 00 00' },
  remedies: [
    {
      what: text('Recours', 'Beroep', 'Appeal'),
      body: text('le collège', 'het college', 'the college'),
      address: text('1000 Bruxelles', '1000 Brussel', '1000 Brussels'),
      length: 30,
      kind: 'calendarDays',
      by: ['registeredPost'],
    },
  ],
  decisionDays: 60,
};

/** Instruct, validate by somebody else, with a withdrawal that ends it all. */
const processXml = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="urn:rent-aid">
  <bpmn:message id="withdrawal" name="withdrawal.requested">
    <bpmn:extensionElements><zeebe:subscription correlationKey="= caseId" /></bpmn:extensionElements>
  </bpmn:message>
  <bpmn:process id="rent-aid" isExecutable="true">
    <bpmn:startEvent id="start"><bpmn:outgoing>f1</bpmn:outgoing></bpmn:startEvent>
    <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="instruct" />
    <bpmn:userTask id="instruct">
      <bpmn:extensionElements><zeebe:userTask /><zeebe:assignmentDefinition candidateGroups="agent" /></bpmn:extensionElements>
      <bpmn:incoming>f1</bpmn:incoming><bpmn:outgoing>f2</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:sequenceFlow id="f2" sourceRef="instruct" targetRef="validate" />
    <bpmn:userTask id="validate">
      <bpmn:extensionElements><zeebe:userTask /><zeebe:assignmentDefinition candidateGroups="agent, supervisor" /></bpmn:extensionElements>
      <bpmn:incoming>f2</bpmn:incoming><bpmn:outgoing>f3</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:sequenceFlow id="f3" sourceRef="validate" targetRef="record" />
    <bpmn:serviceTask id="record">
      <bpmn:extensionElements>
        <zeebe:taskDefinition type="case-store" />
        <zeebe:ioMapping><zeebe:input source="= get or else(null, null)" target="operation" /></zeebe:ioMapping>
      </bpmn:extensionElements>
      <bpmn:incoming>f3</bpmn:incoming><bpmn:outgoing>f9</bpmn:outgoing>
    </bpmn:serviceTask>
    <bpmn:sequenceFlow id="f9" sourceRef="record" targetRef="end" />
    <bpmn:endEvent id="end"><bpmn:incoming>f9</bpmn:incoming></bpmn:endEvent>
    <bpmn:subProcess id="withdrawn" triggeredByEvent="true">
      <bpmn:startEvent id="withdrawnStart" isInterrupting="true">
        <bpmn:outgoing>f4</bpmn:outgoing><bpmn:messageEventDefinition id="m" messageRef="withdrawal" />
      </bpmn:startEvent>
      <bpmn:sequenceFlow id="f4" sourceRef="withdrawnStart" targetRef="withdrawnEnd" />
      <bpmn:endEvent id="withdrawnEnd"><bpmn:incoming>f4</bpmn:incoming></bpmn:endEvent>
    </bpmn:subProcess>
  </bpmn:process>
</bpmn:definitions>
`;

const parameters = [
  {
    key: 'income.max.single',
    label: text('Plafond', 'Plafond', 'Ceiling'),
    unit: 'EUR',
    values: [
      { value: 14000, validFrom: '2022-01-01', validTo: '2025-12-31', legalRef: 'AR' },
      { value: 15000, validFrom: '2026-01-01', validTo: null, legalRef: 'AR' },
    ],
  },
];

/** A small, complete procedure without errors. */
export const sampleProcedure = (): FolderFile[] => [
  { path: 'procedure.json', content: json(description) },
  { path: 'rent-aid.bpmn', content: processXml },
  { path: 'application.form.json', content: json(applicationForm) },
  { path: 'instruct.form.json', content: json(instructForm) },
  { path: 'validate.form.json', content: json(validateForm) },
  { path: 'grant.letter.json', content: json(grantLetter) },
  { path: 'parameters.json', content: json(parameters) },
];

/** The sample with one file replaced, or removed when the content is null. */
export const sampleProcedureWith = (path: string, content: string | null): FolderFile[] => {
  const others = sampleProcedure().filter((file) => file.path !== path);
  return content === null ? others : [...others, { path, content }];
};

/** The sample with one JSON file changed; `never` lets the caller, who knows its shape, state it. */
export const sampleProcedureChanging = (path: string, change: (value: never) => void): FolderFile[] => {
  const file = sampleProcedure().find((candidate) => candidate.path === path);
  const value = JSON.parse(file?.content ?? '{}') as never;
  change(value);
  return sampleProcedureWith(path, json(value));
};

interface ChangedForm {
  schema: { properties: Record<string, object> };
  uischema: { elements: { elements: { id: string; options: object }[] }[] };
  translations: Record<string, Record<string, string>>;
}

const changingApplication = (files: readonly FolderFile[], change: (form: ChangedForm) => void): FolderFile[] =>
  files.map((file) => {
    if (file.path !== 'application.form.json') return file;
    const changed = JSON.parse(file.content) as ChangedForm;
    change(changed);
    return { ...file, content: json(changed) };
  });

/** A sample whose application form also asks for a debt, which is restricted. */
export const askingRestrictedDebt = (files: readonly FolderFile[]): FolderFile[] =>
  changingApplication(files, ({ schema, uischema, translations }) => {
    schema.properties['debt'] = { type: 'number' };
    uischema.elements[0]?.elements.push(
      control('debt', 'money', { options: { widget: 'money', restricted: { reason: 'health' } } }),
    );
    for (const texts of Object.values(translations)) texts['debt.label'] = 'debt';
  });

/** A sample whose application form says why it asks for these answers although a source gives them. */
export const sayingWhyAsked = (files: readonly FolderFile[], names: readonly string[]): FolderFile[] =>
  changingApplication(files, ({ uischema }) => {
    for (const element of uischema.elements.flatMap(({ elements }) => elements))
      if (names.some((name) => element.id === `c_${name}`)) Object.assign(element.options, { askedAgain: 'Compared.' });
  });

/** The sample that sends its letter once the decision is recorded. */
export const sampleSendingItsLetter = (): FolderFile[] => {
  const path = 'rent-aid.bpmn';
  const xml = sampleProcedure().find((file) => file.path === path)?.content ?? '';
  const step = `<bpmn:serviceTask id="send"><bpmn:extensionElements><zeebe:taskDefinition type="letter" /><zeebe:ioMapping>
    <zeebe:input source="=&#34;grant&#34;" target="template" />
    <zeebe:input source="={ amount: proposal.amount }" target="values" />
    </zeebe:ioMapping></bpmn:extensionElements><bpmn:incoming>f9</bpmn:incoming><bpmn:outgoing>f10</bpmn:outgoing></bpmn:serviceTask>
    <bpmn:sequenceFlow id="f10" sourceRef="send" targetRef="end" />
    <bpmn:endEvent id="end"><bpmn:incoming>f10</bpmn:incoming>`;
  return sampleProcedureWith(
    path,
    xml
      .replace('sourceRef="record" targetRef="end"', 'sourceRef="record" targetRef="send"')
      .replace('<bpmn:endEvent id="end"><bpmn:incoming>f9</bpmn:incoming>', step),
  );
};
