import { connectorOf, templateOf, words, type Template } from './permit-connector.ts';

/** Pages within their size that keep a browser busy for a minute, or end it. */
const costly = [
  ['quotes within quotes', '>'.repeat(30_000), '6 quotes and lists'],
  ['lists within lists', '1) '.repeat(20_000), '6 quotes and lists'],
  ['a table of 200 columns', `${'|a'.repeat(200)}|\n${'|-'.repeat(200)}|\n${'|\n'.repeat(900)}`, '30000 cells'],
  ['a table of 30,000 rows', `|a|\n|-|\n${'|\n'.repeat(30_000)}`, '1000 lines'],
  ['marks that close nothing', '*a'.repeat(30_000), '2000 of'],
  ['a link that ends in doubt', `www.a${'&a;'.repeat(20_000)}`, '2000 of'],
] as const;

const type = 'housing.parking-permit';
const withTemplate = (change: (template: Template) => unknown) => {
  const template = templateOf(type);
  change(template);
  return connectorOf(type, { templates: { fr: templateOf(type), nl: template, en: templateOf(type) } });
};
const adding = (property: object) => withTemplate(({ properties }) => properties.push(property));
const bound = (binding: object, more: object = {}) => adding({ id: 'x', type: 'String', binding, ...more });
const changing = (place: number, more: object) =>
  withTemplate(({ properties }) => {
    properties[place] = { ...(properties[place] as object), ...more };
  });

/** What is wrong with a connector, the connector, and a part of the refusal. */
export const hostileConnectors: readonly (readonly [string, unknown, string])[] = [
  [
    'no template',
    withTemplate((template) => Object.keys(template).forEach((key) => delete template[key])),
    'element template',
  ],
  ['a text', connectorOf(type, { templates: { fr: 'x', nl: 'x', en: 'x' } }), 'element template'],
  ['null', connectorOf(type, { templates: { fr: null, nl: null, en: null } }), 'element template'],
  ['null for a property', withTemplate(({ properties }) => properties.push(null)), 'bindings'],
  [
    'another id',
    withTemplate((template) => Object.assign(template, { id: 'irisflow.letter' })),
    'irisflow.housing.parking-permit',
  ],
  ['another version', withTemplate((template) => Object.assign(template, { version: 7 })), 'version 1'],
  ['the type of others', changing(0, { value: 'taxi.permit' }), 'sets the type'],
  ['a shipped type', changing(0, { value: 'letter' }), 'sets the type'],
  ['a type that can be changed', changing(0, { type: 'String' }), 'sets the type'],
  ['a type under a condition', changing(0, { condition: { property: 'result', equals: 'x' } }), 'sets the type'],
  [
    'a second type',
    adding({
      id: 'again',
      type: 'Hidden',
      value: type,
      binding: { type: 'zeebe:taskDefinition', property: 'type' },
    }),
    'sets the type',
  ],
  ['no type', withTemplate(({ properties }) => properties.shift()), 'sets the type'],
  [
    'a user task',
    withTemplate((template) => Object.assign(template, { elementType: { value: 'bpmn:UserTask' } })),
    'element template',
  ],
  [
    'a call activity',
    withTemplate((template) => Object.assign(template, { appliesTo: ['bpmn:CallActivity'] })),
    'element template',
  ],
  ['a called process', bound({ type: 'zeebe:calledElement', property: 'processId' }), 'zeebe:calledElement'],
  ['a called decision', bound({ type: 'zeebe:calledDecision', property: 'decisionId' }), 'zeebe:calledDecision'],
  ['a form', bound({ type: 'zeebe:formDefinition', property: 'formId' }), 'zeebe:formDefinition'],
  ['a listener', bound({ type: 'zeebe:executionListener', eventType: 'start' }), 'zeebe:executionListener'],
  ['a script', bound({ type: 'zeebe:script', property: 'expression' }), 'zeebe:script'],
  ['an attribute', bound({ type: 'property', name: 'name' }), 'bindings'],
  ['an input that is the case handle', bound({ type: 'zeebe:input', name: 'caseHandle' }), 'caseHandle'],
  ['an input inside the case handle', bound({ type: 'zeebe:input', name: 'caseHandle.x' }), 'caseHandle'],
  [
    'an output onto the case handle',
    bound({ type: 'zeebe:output', source: '=x' }, { value: 'caseHandle' }),
    'caseHandle',
  ],
  [
    'an input that copies the case handle',
    bound({ type: 'zeebe:input', name: 'copy' }, { value: '=caseHandle' }),
    'caseHandle',
  ],
  ['a result onto the case handle', changing(3, { value: 'caseHandle' }), 'caseHandle'],
  ['an input that is no name', bound({ type: 'zeebe:input', name: 'a b' }), 'names of variables'],
  [
    'an output onto an expression',
    bound({ type: 'zeebe:output', source: '=x' }, { value: '= "case" + "Handle"' }),
    'names of variables',
  ],
  [
    'markup',
    withTemplate((template) => Object.assign(template, { description: 'See <a href="https://evil.example">here</a>' })),
    'plain words',
  ],
  ['a label that reads backwards', changing(2, { label: 'Gratis\u202Eetad' }), 'plain words'],
  ['a title with characters that nobody sees', connectorOf(type, { title: { ...words, nl: 'Pa\u200Brk' } }), 'title'],
  ['markup in a label', changing(2, { label: '<img src=x onerror=alert(1)>' }), 'plain words'],
  [
    'a picture of others',
    withTemplate((template) => Object.assign(template, { icon: { contents: 'https://evil.example/x.svg' } })),
    'element template',
  ],
  [
    'a link of others',
    withTemplate((template) => Object.assign(template, { documentationRef: 'javascript:alert(1)' })),
    'element template',
  ],
  [
    'a prototype',
    withTemplate((template) => Object.defineProperty(template, '__proto__', { value: {}, enumerable: true })),
    'element template',
  ],
  ['65 kB', withTemplate((template) => Object.assign(template, { description: 'x'.repeat(65 * 1024) })), '65536 bytes'],
  ...costly.map(([what, page, limit]): [string, unknown, string] => [
    `a page with ${what}`,
    connectorOf(type, { documentation: { ...words, nl: page } }),
    limit,
  ]),
  ['a page of 65 kB', connectorOf(type, { documentation: { ...words, nl: 'é'.repeat(33 * 1024) } }), '65536 bytes'],
  ['an empty page', connectorOf(type, { documentation: { ...words, nl: '' } }), 'page'],
  ['an empty title', connectorOf(type, { title: { ...words, nl: ' ' } }), 'title'],
  ['markup as a title', connectorOf(type, { title: { ...words, nl: '<b>x</b>' } }), 'title'],
  ['a secret with its value', connectorOf(type, { secrets: ['KEY=hunter2'] }), 'by name'],
];
