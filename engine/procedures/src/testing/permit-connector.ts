/** What a connector for permits is called. */
export const words = { fr: 'Permis', nl: 'Vergunning', en: 'Permit' };

export type Template = Record<string, unknown> & { properties: unknown[] };

/** A template as the SDK makes it. */
export const templateOf = (type: string, version = 1): Template => ({
  $schema: 'https://unpkg.com/@camunda/zeebe-element-templates-json-schema/resources/schema.json',
  id: `irisflow.${type}`,
  name: 'Permit',
  version,
  description: 'Asks for a permit.',
  category: { id: 'irisflow-connectors', name: 'Connectors' },
  appliesTo: ['bpmn:Task', 'bpmn:ServiceTask'],
  elementType: { value: 'bpmn:ServiceTask' },
  groups: [{ id: 'input', label: 'Input' }],
  properties: [
    { id: 'type', type: 'Hidden', value: type, binding: { type: 'zeebe:taskDefinition', property: 'type' } },
    { id: 'retries', type: 'String', value: '3', binding: { type: 'zeebe:taskDefinition', property: 'retries' } },
    {
      id: 'input.plate',
      type: 'String',
      label: 'Plate',
      group: 'input',
      feel: 'optional',
      binding: { type: 'zeebe:input', name: 'plate' },
    },
    { id: 'result', type: 'String', value: 'permit', binding: { type: 'zeebe:taskHeader', key: 'resultVariable' } },
  ],
});

/** What a worker says of its connector; `more` replaces parts of it. */
export const connectorOf = (type: string, more: object = {}, version = 1) => ({
  type,
  version,
  title: words,
  templates: { fr: templateOf(type, version), nl: templateOf(type, version), en: templateOf(type, version) },
  documentation: { fr: '# Permis', nl: '# Vergunning', en: '# Permit' },
  ...more,
});
