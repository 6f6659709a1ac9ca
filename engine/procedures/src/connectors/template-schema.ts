import { Type, type Static } from 'typebox';

const closed = { additionalProperties: false } as const;
const Name = Type.String({ minLength: 1, maxLength: 200 });
const Words = Type.String({ maxLength: 2000 });

/** Where a property lands. Nothing else of a task may be set: no called process, no form, no listener, no attribute. */
const Binding = Type.Union([
  Type.Object(
    {
      type: Type.Literal('zeebe:taskDefinition'),
      property: Type.Union([Type.Literal('type'), Type.Literal('retries')]),
    },
    closed,
  ),
  Type.Object({ type: Type.Literal('zeebe:input'), name: Name }, closed),
  Type.Object({ type: Type.Literal('zeebe:output'), source: Name }, closed),
  Type.Object({ type: Type.Literal('zeebe:taskHeader'), key: Name }, closed),
]);

const Condition = Type.Object(
  {
    property: Name,
    equals: Type.Optional(Type.Union([Words, Type.Boolean()])),
    oneOf: Type.Optional(Type.Array(Words, { maxItems: 200 })),
    type: Type.Optional(Type.Literal('simple')),
  },
  closed,
);

const Property = Type.Object(
  {
    id: Type.Optional(Name),
    type: Type.Union([
      Type.Literal('Hidden'),
      Type.Literal('String'),
      Type.Literal('Text'),
      Type.Literal('Number'),
      Type.Literal('Boolean'),
      Type.Literal('Dropdown'),
    ]),
    binding: Binding,
    label: Type.Optional(Words),
    description: Type.Optional(Words),
    tooltip: Type.Optional(Words),
    placeholder: Type.Optional(Words),
    group: Type.Optional(Name),
    value: Type.Optional(Type.Union([Words, Type.Number(), Type.Boolean()])),
    feel: Type.Optional(
      Type.Union([
        Type.Literal('optional'),
        Type.Literal('required'),
        Type.Literal('static'),
        Type.Literal('disabled'),
      ]),
    ),
    optional: Type.Optional(Type.Boolean()),
    editable: Type.Optional(Type.Boolean()),
    choices: Type.Optional(Type.Array(Type.Object({ name: Words, value: Words }, closed), { maxItems: 500 })),
    constraints: Type.Optional(
      Type.Object(
        {
          notEmpty: Type.Optional(Type.Boolean()),
          minLength: Type.Optional(Type.Integer()),
          maxLength: Type.Optional(Type.Integer()),
        },
        closed,
      ),
    ),
    condition: Type.Optional(Condition),
  },
  closed,
);
export type TemplateProperty = Static<typeof Property>;

/** Elements that a template may be put on; each becomes a task that a worker does. */
const serviceLike = ['bpmn:ServiceTask', 'bpmn:SendTask', 'bpmn:BusinessRuleTask', 'bpmn:ScriptTask'] as const;
const ServiceLike = Type.Union(serviceLike.map((name) => Type.Literal(name)));

/** What a connector of others may bring into the designer: a part of Camunda's format for element templates, and closed. */
export const ConnectorTemplate = Type.Object(
  {
    $schema: Type.Optional(Words),
    id: Name,
    name: Name,
    version: Type.Integer({ minimum: 1 }),
    description: Type.Optional(Words),
    category: Type.Optional(Type.Object({ id: Name, name: Name }, closed)),
    appliesTo: Type.Array(Type.Union([Type.Literal('bpmn:Task'), ServiceLike]), { minItems: 1, maxItems: 10 }),
    elementType: Type.Object({ value: ServiceLike }, closed),
    groups: Type.Optional(Type.Array(Type.Object({ id: Name, label: Name }, closed), { maxItems: 50 })),
    properties: Type.Array(Property, { minItems: 1, maxItems: 200 }),
  },
  closed,
);
export type ConnectorTemplate = Static<typeof ConnectorTemplate>;
