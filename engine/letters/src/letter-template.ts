import { Type, type Static } from 'typebox';
import { LocalizedText } from '@irisflow/foundation';

const closed = { additionalProperties: false } as const;
const Feel = Type.String({ minLength: 1, maxLength: 2000 });

const Mark = Type.Object({ type: Type.Union([Type.Literal('bold'), Type.Literal('italic')]) }, closed);
const Marks = Type.Optional(Type.Array(Mark));

const Format = Type.Optional(
  Type.Union([Type.Literal('date'), Type.Literal('money'), Type.Literal('iban'), Type.Literal('text')]),
);
const TextNode = Type.Object({ type: Type.Literal('text'), text: Type.String(), marks: Marks }, closed);
const FieldNode = Type.Object(
  {
    type: Type.Literal('field'),
    /** FEEL over the values of the letter. */
    path: Feel,
    format: Format,
    marks: Marks,
  },
  closed,
);
export const InlineNode = Type.Union([TextNode, FieldNode]);
export type InlineNode = Static<typeof InlineNode>;

const Inlines = Type.Optional(Type.Array(InlineNode));
export const Paragraph = Type.Object(
  {
    type: Type.Literal('paragraph'),
    content: Inlines,
    /** False where nobody may change it before the letter is signed; what the law wants in it is never changed. */
    editable: Type.Optional(Type.Boolean()),
  },
  closed,
);
export type Paragraph = Static<typeof Paragraph>;

const Heading = Type.Object(
  { type: Type.Literal('heading'), level: Type.Integer({ minimum: 1, maximum: 3 }), content: Inlines },
  closed,
);

const ListItem = Type.Object({ type: Type.Literal('listItem'), content: Type.Array(Paragraph) }, closed);
const BulletList = Type.Object(
  {
    type: Type.Literal('bulletList'),
    /** FEEL that gives a list: the items are repeated for each entry, which they see as `item`. */
    each: Type.Optional(Feel),
    content: Type.Array(ListItem),
  },
  closed,
);

const Column = Type.Object(
  {
    header: Type.String(),
    /** FEEL over the row, which it sees as `item`. */
    value: Feel,
    format: Format,
  },
  closed,
);
const Table = Type.Object(
  { type: Type.Literal('table'), columns: Type.Array(Column, { minItems: 1, maxItems: 8 }), rows: Feel },
  closed,
);

const plainBlocks = [Paragraph, Heading, BulletList, Table] as const;
const Conditional = Type.Object(
  { type: Type.Literal('conditional'), when: Feel, content: Type.Array(Type.Union([...plainBlocks])) },
  closed,
);

export const BlockNode = Type.Union([...plainBlocks, Conditional]);
export type BlockNode = Static<typeof BlockNode>;

export const LetterDocument = Type.Object({ type: Type.Literal('doc'), content: Type.Array(BlockNode) }, closed);
export type LetterDocument = Static<typeof LetterDocument>;

export const MandatoryBlock = Type.Union([
  Type.Literal('contact'),
  Type.Literal('remedies'),
  Type.Literal('ombuds'),
  Type.Literal('signatory'),
  Type.Literal('grounds'),
]);
export type MandatoryBlock = Static<typeof MandatoryBlock>;

/** The content of a `.letter.json`: subject and body in every language, never mixed. Closed dialect. */
export const LetterTemplate = Type.Object(
  {
    kind: Type.Literal('letter'),
    formatVersion: Type.Literal(1),
    key: Type.String({ pattern: '^[a-zA-Z][a-zA-Z0-9-]{0,62}$' }),
    subject: Type.Object(LocalizedText.properties, closed),
    body: Type.Object({ fr: LetterDocument, nl: LetterDocument, en: LetterDocument }, closed),
    mandatory: Type.Array(MandatoryBlock),
  },
  closed,
);
export type LetterTemplate = Static<typeof LetterTemplate>;
