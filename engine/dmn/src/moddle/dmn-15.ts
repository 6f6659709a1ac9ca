/** What DMN 1.4 and 1.5 add to the meta-model of DMN 1.3, in the notation of moddle. */
const child = (name: string, type = 'ChildExpression') => ({ name, type, xml: { serialize: 'property' } });

const expression = (name: string, properties: readonly object[]) => ({ name, superClass: ['Expression'], properties });

const iterator = (name: string, body: string) =>
  expression(name, [
    { name: 'iteratorVariable', isAttr: true, type: 'String' },
    child('in', 'TypedChildExpression'),
    child(body),
  ]);

/** Types to add to the package of the model. */
export const modelTypes: readonly object[] = [
  {
    name: 'ChildExpression',
    properties: [
      { name: 'id', isAttr: true, type: 'String' },
      { name: 'value', type: 'Expression' },
    ],
  },
  {
    name: 'TypedChildExpression',
    superClass: ['ChildExpression'],
    properties: [{ name: 'typeRef', isAttr: true, type: 'String' }],
  },
  expression('Conditional', [child('if'), child('then'), child('else')]),
  expression('Filter', [child('in'), child('match')]),
  iterator('For', 'return'),
  iterator('Some', 'satisfies'),
  iterator('Every', 'satisfies'),
  {
    name: 'ConstrainedItemDefinition',
    isAbstract: true,
    extends: ['dmn:ItemDefinition'],
    properties: [{ name: 'typeConstraint', type: 'UnaryTests', xml: { serialize: 'property' } }],
  },
];

/** Types to add to the package of the diagrams. */
export const diagramTypes: readonly object[] = [
  {
    name: 'InputDataDiagram',
    isAbstract: true,
    extends: ['dmndi:DMNDiagram'],
    properties: [{ name: 'useAlternativeInputDataShape', isAttr: true, type: 'Boolean' }],
  },
];
