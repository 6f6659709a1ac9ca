import type {
  Audience,
  CategoryElement,
  Condition,
  ControlElement,
  ControlOptions,
  FileBinding,
  FormDefinition,
  FormElement,
  LabelElement,
  PrefillBinding,
  Rule,
  Widget,
  Width,
} from './form.ts';
import { pathOfScope, pointerOf, type Path } from './pointer.ts';
import { present } from './present.ts';
import type { FieldSchema } from './schema.ts';

/** A field with everything a renderer or a validator needs to know about it. */
export interface CompiledControl {
  readonly kind: 'control';
  readonly id: string;
  readonly scope: string;
  readonly path: Path;
  /** JSON pointer of the value; for a control of a table row it starts at the row. */
  readonly pointer: string;
  readonly i18n: string;
  readonly widget: Widget;
  readonly width: Width;
  readonly schema: FieldSchema;
  readonly options: ControlOptions;
  /** Required whenever visible. */
  readonly required: boolean;
  readonly requiredWhen?: Condition;
  /** SHOW and HIDE rules from the page down to the control; all must agree to show it. */
  readonly showRules: readonly Rule[];
  /** ENABLE and DISABLE rules from the page down to the control; all must agree to enable it. */
  readonly enableRules: readonly Rule[];
  readonly audiences: readonly Audience[];
  readonly prefill?: PrefillBinding;
  readonly file?: FileBinding;
  /** Controls of one row of a table. */
  readonly rows: readonly CompiledControl[];
}

/** A notice between fields. */
export interface CompiledNotice {
  readonly kind: 'notice';
  readonly id: string;
  readonly i18n: string;
  readonly tone: 'info' | 'success' | 'warning';
  readonly showRules: readonly Rule[];
}

export type CompiledItem = CompiledControl | CompiledNotice;

/** Fields shown together; without `i18n` the section has no heading. */
export interface CompiledSection {
  readonly id: string;
  readonly i18n?: string;
  readonly items: readonly CompiledItem[];
}

export interface CompiledPage {
  readonly id: string;
  readonly i18n: string;
  readonly sections: readonly CompiledSection[];
}

/** A form ready to run: pages, sections and controls flattened, rules inherited, bindings attached. */
export interface CompiledForm {
  readonly form: FormDefinition;
  readonly pages: readonly CompiledPage[];
  /** Every control in reading order, table rows' controls excluded. */
  readonly controls: readonly CompiledControl[];
}

interface Inherited {
  readonly rules: readonly Rule[];
  readonly width: Width;
}

interface Draft {
  readonly form: FormDefinition;
  readonly sections: { id: string; i18n?: string; items: CompiledItem[] }[];
}

const EVERYONE: readonly Audience[] = ['applicant', 'agent'];

const inherit = (inherited: Inherited, rule: Rule | undefined): Inherited =>
  rule === undefined ? inherited : { ...inherited, rules: [...inherited.rules, rule] };

const isShowRule = (rule: Rule): boolean => rule.effect === 'SHOW' || rule.effect === 'HIDE';

const EMPTY: FieldSchema = {};

const schemaAt = (root: FieldSchema, path: Path): FieldSchema => {
  const found = path.reduce<FieldSchema | undefined>((schema, name) => schema?.properties?.[name], root);
  return found ?? EMPTY;
};

const audiencesOf = (form: FormDefinition, scope: string): readonly Audience[] =>
  form.access?.find((entry) => scope === entry.scope || scope.startsWith(`${entry.scope}/`))?.audience ?? EVERYONE;

const compileRows = (form: FormDefinition, element: ControlElement, schema: FieldSchema): CompiledControl[] =>
  (element.options.detail ?? []).map((detail) => {
    const inner = compileControl(
      { form, root: schema.items ?? EMPTY },
      detail,
      inherit({ rules: [], width: 'full' }, detail.rule),
    );
    return { ...inner, audiences: EVERYONE };
  });

interface Holder {
  readonly form: FormDefinition;
  readonly root: FieldSchema;
}

const bindingsOf = ({ bindings }: FormDefinition, scope: string) => {
  const isHere = (binding: { readonly scope: string }): boolean => binding.scope === scope;
  return present({
    prefill: bindings?.prefill?.find(isHere),
    file: bindings?.files?.find(isHere),
  });
};

const compileControl = ({ form, root }: Holder, element: ControlElement, inherited: Inherited): CompiledControl => {
  const path = pathOfScope(element.scope);
  const schema = schemaAt(root, path);
  const name = path.at(-1) ?? '';
  return {
    kind: 'control',
    id: element.id,
    scope: element.scope,
    path,
    pointer: pointerOf(path),
    i18n: element.i18n,
    widget: element.options.widget,
    width: element.options.width ?? inherited.width,
    schema,
    options: element.options,
    required: schemaAt(root, path.slice(0, -1)).required?.includes(name) ?? false,
    showRules: inherited.rules.filter(isShowRule),
    enableRules: inherited.rules.filter((rule) => !isShowRule(rule)),
    audiences: audiencesOf(form, element.scope),
    ...present({ requiredWhen: element.options.requiredWhen }),
    ...bindingsOf(form, element.scope),
    rows: compileRows(form, element, schema),
  };
};

const compileNotice = (element: LabelElement, inherited: Inherited): CompiledNotice => ({
  kind: 'notice',
  id: element.id,
  i18n: element.i18n,
  tone: element.options?.tone ?? 'info',
  showRules: inherited.rules.filter(isShowRule),
});

const SHARES: readonly Width[] = ['full', 'full', 'half', 'third'];

const addItem = (draft: Draft, pageId: string, item: CompiledItem): void => {
  const last = draft.sections.at(-1);
  if (last !== undefined) last.items.push(item);
  else draft.sections.push({ id: `${pageId}.0`, items: [item] });
};

const addElement = (draft: Draft, pageId: string, element: FormElement, outer: Inherited): void => {
  const inherited = inherit(outer, element.rule);
  switch (element.type) {
    case 'Control':
      addItem(draft, pageId, compileControl({ form: draft.form, root: draft.form.schema }, element, inherited));
      break;
    case 'Label':
      addItem(draft, pageId, compileNotice(element, inherited));
      break;
    case 'Group':
      draft.sections.push({ id: element.id, i18n: element.i18n, items: [] });
      for (const inner of element.elements) addElement(draft, pageId, inner, inherited);
      draft.sections.push({ id: `${element.id}.after`, items: [] });
      break;
    case 'HorizontalLayout':
    case 'VerticalLayout': {
      const share =
        element.type === 'VerticalLayout' ? inherited.width : (SHARES[element.elements.length] ?? 'quarter');
      for (const inner of element.elements) addElement(draft, pageId, inner, { ...inherited, width: share });
      break;
    }
  }
};

const compilePage = (form: FormDefinition, page: CategoryElement): CompiledPage => {
  const draft: Draft = { form, sections: [] };
  const inherited = inherit({ rules: [], width: 'full' }, page.rule);
  for (const element of page.elements) addElement(draft, page.id, element, inherited);
  return { id: page.id, i18n: page.i18n, sections: draft.sections.filter((section) => section.items.length > 0) };
};

/** Prepares a parsed form for rendering, rules and validation. */
export const compileForm = (form: FormDefinition): CompiledForm => {
  const pages = form.uischema.elements.map((page) => compilePage(form, page));
  const items = pages.flatMap((page) => page.sections.flatMap((section) => section.items));
  return { form, pages, controls: items.filter((item) => item.kind === 'control') };
};
