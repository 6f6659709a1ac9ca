/** Where a name stands in the text of a file. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * A path of names as some text says it, with where each of them stands: null for one that the text does not spell, such as the
 * list whose entries a loop looks at.
 */
export interface Reading {
  readonly path: readonly string[];
  readonly spans: readonly (Span | null)[];
}

/** Where in a file: of a process or a decision the element, of a JSON file the pointer. */
export interface MentionPlace {
  readonly file: string;
  readonly elementId: string | null;
  readonly pointer: string | null;
}

/** One place that names something. */
export interface Mention extends Reading {
  readonly place: MentionPlace;
  /** `gives`: it is given its value or its being here; else it is used. */
  readonly act: 'gives' | 'uses';
  /** Inside of a filter a name is one of the item where the item has it, and this one else. */
  readonly outer?: Reading;
}

/** What is read under one path is what another one says: `application` is the application form. */
export interface Alias {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** What the files of a procedure mention, as each of them says it. */
export interface Mentions {
  readonly mentions: Mention[];
  readonly aliases: Alias[];
  /** Variables that a field of a form gives under its own name, by that name: the fields that do. */
  readonly twins: Map<string, (readonly string[])[]>;
}

/** Things of a procedure that are no variables stand under a root of their own, which no variable can be called. */
export const roots = {
  form: '$form',
  letter: '$letter',
  decision: '$decision',
  right: '$right',
  quota: '$quota',
  obligation: '$obligation',
  codes: '$codes',
  status: '$status',
  term: '$term',
  group: '$group',
  role: '$role',
  parameter: '$parameter',
  opinion: '$opinion',
  hearing: '$hearing',
  inspection: '$inspection',
  message: '$message',
  step: '$step',
} as const;
export type NamedThing = keyof typeof roots;
