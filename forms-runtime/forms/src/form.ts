import type { TextLocale } from '@irisflow/texts';
import type { ConditionSchema, RootSchema } from './schema.ts';

/** Who looks at a form: the person who applies, or the agent who handles the case. */
export type Audience = 'applicant' | 'agent';

/** Data of a form: plain JSON, shaped by the form's schema. */
export type FormData = Readonly<Record<string, unknown>>;

/** A leaf of a rule: the value at `scope` satisfies `schema`. */
export interface SchemaCondition {
  readonly scope: string;
  readonly schema: ConditionSchema;
  /** When true, an absent value never satisfies the condition, whatever the schema says. */
  readonly failWhenUndefined?: boolean;
}

/** A rule's condition: a leaf, or several joined by AND or OR. */
export type Condition = SchemaCondition | { readonly type: 'AND' | 'OR'; readonly conditions: readonly Condition[] };

export type RuleEffect = 'SHOW' | 'HIDE' | 'ENABLE' | 'DISABLE';

/** What happens to an element while its condition holds; otherwise the opposite happens. */
export interface Rule {
  readonly effect: RuleEffect;
  readonly condition: Condition;
}

/** The controls a field can be shown with. */
export type Widget =
  | 'text'
  | 'textarea'
  | 'email'
  | 'tel'
  | 'number'
  | 'money'
  | 'date'
  | 'radio'
  | 'select'
  | 'checkboxes'
  | 'yes-no'
  | 'checkbox'
  | 'declaration'
  | 'national-number'
  | 'iban'
  | 'enterprise-number'
  | 'address'
  | 'file'
  | 'table'
  | 'computed';

export type Width = 'full' | 'two-thirds' | 'half' | 'third' | 'quarter';

/** A calculated value; the operations are closed so that no form carries code. */
export type Calculation =
  /** Sum of the numbers at `scopes`; with `field`, each scope is a table and that field of its rows is added up. */
  | { readonly op: 'sum'; readonly scopes: readonly string[]; readonly field?: string }
  /** The number at `scope` less the one at `minus`; nothing while one of them is missing. */
  | { readonly op: 'difference'; readonly scope: string; readonly minus: string }
  /** Number of rows of the table at `scope`; with `where`, only the rows that satisfy it (scopes relative to the row). */
  | { readonly op: 'count'; readonly scope: string; readonly where?: Condition }
  /** Completed years between the date at `scope` and today. */
  | { readonly op: 'age'; readonly scope: string }
  /** Whether a condition holds. */
  | { readonly op: 'test'; readonly condition: Condition };

/** Why an answer is not for everybody who handles a case. */
export const restrictionReasons = ['health', 'judicial', 'nationalNumber', 'bankAccount', 'income', 'other'] as const;
export type RestrictionReason = (typeof restrictionReasons)[number];

/** An answer that is kept apart and masked until somebody says why they look. */
export interface Restriction {
  readonly reason: RestrictionReason;
  /** Keys of the groups whose members may look; supervisors alone where it is left out. */
  readonly readers?: readonly string[];
}

/** The code list from which a field takes its choices. */
export interface CodesOfField {
  /** Its key. */
  readonly list: string;
  /** The field whose answer the codes on offer stand under; in a row, a field of the row. All are offered where it is left out. */
  readonly under?: string;
}

export interface ControlOptions {
  readonly widget: Widget;
  /** Choices come from a list of the procedure; the field then has none of its own. */
  readonly codes?: CodesOfField;
  /** Of the application form alone: its answer is masked on the desk. */
  readonly restricted?: Restriction;
  readonly width?: Width;
  readonly autocomplete?: string;
  readonly requiredWhen?: Condition;
  readonly calc?: Calculation;
  /** Rows of a `textarea`. */
  readonly rows?: number;
  /** Why it is asked although a source of the procedure gives it, for whoever reviews the form. */
  readonly askedAgain?: string;
  /** Controls of one row of a `table`; their scopes and rules start at the row. */
  readonly detail?: readonly ControlElement[];
}

/** A field on a page. Texts: `<i18n>.label`, `.description`, `.error.<keyword>`; tables also `.item`, `.add`. */
export interface ControlElement {
  readonly type: 'Control';
  readonly id: string;
  readonly scope: string;
  readonly i18n: string;
  readonly options: ControlOptions;
  readonly rule?: Rule;
}

/** A notice between fields. Texts: `<i18n>.label` (optional heading) and `<i18n>.text`. */
export interface LabelElement {
  readonly type: 'Label';
  readonly id: string;
  readonly i18n: string;
  readonly options?: { readonly tone?: 'info' | 'success' | 'warning' };
  readonly rule?: Rule;
}

/** Fields side by side or stacked, without a heading. */
export interface LayoutElement {
  readonly type: 'VerticalLayout' | 'HorizontalLayout';
  readonly id: string;
  readonly elements: readonly FormElement[];
  readonly rule?: Rule;
}

/** Fields under one heading. Texts: `<i18n>.label`, `<i18n>.description`. */
export interface GroupElement {
  readonly type: 'Group';
  readonly id: string;
  readonly i18n: string;
  readonly elements: readonly FormElement[];
  readonly rule?: Rule;
}

export type FormElement = ControlElement | LabelElement | LayoutElement | GroupElement;

/** One page. Texts: `<i18n>.label`, `<i18n>.description`. */
export interface CategoryElement {
  readonly type: 'Category';
  readonly id: string;
  readonly i18n: string;
  readonly elements: readonly FormElement[];
  readonly rule?: Rule;
}

export interface Categorization {
  readonly type: 'Categorization';
  readonly options?: { readonly variant?: 'stepper'; readonly review?: boolean };
  readonly elements: readonly CategoryElement[];
}

export type PrefillMode = 'locked' | 'editable' | 'suggest';

/** Where the platform looks a value up before asking for it. */
export interface PrefillBinding {
  readonly scope: string;
  /** Name of the source value, `<source>.<path>`. */
  readonly source: string;
  readonly mode: PrefillMode;
  /** What to do when the source does not answer: let the person fill in the field, or leave it out. */
  readonly onMissing?: 'ask' | 'hide';
}

export interface FileBinding {
  readonly scope: string;
  /** Accepted media types. */
  readonly accept: readonly string[];
  readonly maxBytes: number;
  readonly maxCount: number;
  readonly scan?: boolean;
}

export interface FormBindings {
  readonly prefill?: readonly PrefillBinding[];
  readonly files?: readonly FileBinding[];
  /** FEEL on the way in and variable names on the way out; evaluated by the server only. */
  readonly process?: {
    readonly in?: readonly { readonly from: string; readonly to: string }[];
    readonly out?: readonly { readonly from: string; readonly to: string }[];
  };
}

export type Translations = { readonly [L in TextLocale]?: Readonly<Record<string, string>> };

/** The form artifact: one JSON document, immutable once published. */
export interface FormDefinition {
  readonly kind: 'form';
  readonly formatVersion: 1;
  readonly key: string;
  readonly version: number;
  readonly defaultLocale: TextLocale;
  readonly locales: readonly TextLocale[];
  readonly schema: RootSchema;
  readonly uischema: Categorization;
  readonly translations: Translations;
  readonly bindings?: FormBindings;
  /** Scopes that only some audiences may see; everything else is for everyone. */
  readonly access?: readonly { readonly scope: string; readonly audience: readonly Audience[] }[];
  readonly meta?: Readonly<Record<string, unknown>>;
}

/** The reference a `file` field stores; the bytes stay with the document store. */
export interface FileReference {
  readonly id: string;
  readonly name: string;
  /** Size in bytes. */
  readonly size: number;
  readonly sha256: string;
}

/** Where a prefilled value comes from; kept beside the data, never inside it. */
export interface PrefilledValue {
  readonly value: unknown;
  readonly source: string;
  /** Instant of the consultation, ISO 8601. */
  readonly at: string;
  /** The source answered after the form was opened: it fills what is empty and replaces nothing that was typed. */
  readonly late?: boolean;
  /** What the person it is about says is wrong with it. */
  readonly disputed?: { readonly reason: string; readonly at: string };
}

/** Prefilled values by JSON pointer (`/applicant/lastName`). */
export type Prefilled = Readonly<Record<string, PrefilledValue>>;
