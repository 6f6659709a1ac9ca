import { compileForm, settle, type Condition, type FormData, type FormDefinition } from '@irisflow/forms';
import { lineage, places, type Element } from './tree.ts';

/** Why a field is not shown on some answers. */
export interface Hidden {
  readonly element: Element;
  /** Not for who looks, or on a condition: of the element itself, or of what it stands in. */
  readonly reason: 'audience' | 'rule';
  /** The element whose condition hides it. */
  readonly by: Element;
  /** What that condition looks at. */
  readonly scopes: readonly string[];
}

const scopesIn = (condition: Condition): readonly string[] =>
  'scope' in condition ? [condition.scope] : [...new Set(condition.conditions.flatMap(scopesIn))];

/** Fields that are not shown, and what hides each of them. */
export const whyHidden = (
  form: FormDefinition,
  data: FormData,
  context: { readonly audience: 'applicant' | 'agent'; readonly today: string },
): readonly Hidden[] => {
  const compiled = compileForm(form);
  const { visible } = settle(compiled, data, context);
  const hidden = compiled.controls.filter(({ id }) => !visible.has(id));
  const elements = new Map(places(form).map(({ element }) => [element.id, element]));
  return hidden.flatMap(({ id, audiences }): readonly Hidden[] => {
    const element = elements.get(id);
    if (element === undefined) return [];
    if (!audiences.includes(context.audience)) return [{ element, reason: 'audience', by: element, scopes: [] }];
    const rules = lineage(form, id).filter((one) => one.rule?.effect === 'SHOW' || one.rule?.effect === 'HIDE');
    const by = rules.at(-1);
    return by?.rule === undefined ? [] : [{ element, reason: 'rule', by, scopes: scopesIn(by.rule.condition) }];
  });
};
