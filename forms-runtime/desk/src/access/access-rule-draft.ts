import { ProblemError, type AccessRuleDraft, type AccessRuleView, type LocalizedText } from '@irisflow/client';
import { isComplete, noText, trimmed } from '../administration/LocalizedFields.tsx';
import { keysOf, type ChosenProcedures } from '../systems/ProcedureChoice.tsx';

/** A rule as somebody fills it in. */
export interface RuleForm {
  readonly name: LocalizedText;
  readonly groups: readonly string[];
  readonly people: readonly string[];
  readonly procedures: ChosenProcedures;
  readonly languages: readonly string[];
  readonly communes: readonly string[];
  readonly showsDocuments: boolean;
}

export const blankRule: RuleForm = {
  name: noText,
  groups: [],
  people: [],
  procedures: { which: 'some', keys: [] },
  languages: [],
  communes: [],
  showsDocuments: true,
};

export const formOf = (rule: AccessRuleView): RuleForm => ({
  name: rule.name,
  groups: rule.groups,
  people: rule.people.map(({ id }) => id),
  procedures: { which: rule.procedures === null ? 'all' : 'some', keys: rule.procedures ?? [] },
  languages: rule.languages ?? [],
  communes: rule.communes ?? [],
  showsDocuments: rule.showsDocuments,
});

const anyOf = <Value>(values: readonly Value[]): Value[] | null => (values.length === 0 ? null : [...values]);

/** Languages in which cases are. */
export const caseLanguages = ['fr', 'nl', 'en'] as const;

export const namesNobody = ({ groups, people }: RuleForm): boolean => groups.length + people.length === 0;

/** As the platform takes it; undefined while something is missing. */
export const ruleOf = (form: RuleForm): AccessRuleDraft | undefined => {
  const procedures = keysOf(form.procedures);
  if (!isComplete(form.name) || namesNobody(form) || procedures === undefined) return undefined;
  return {
    name: trimmed(form.name),
    groups: [...form.groups],
    people: [...form.people],
    procedures: procedures === null ? null : [...procedures],
    languages: anyOf(caseLanguages.filter((language) => form.languages.includes(language))),
    communes: anyOf(form.communes),
    showsDocuments: form.showsDocuments,
  };
};

/** Whether the platform could not compare as many kinds of cases. */
export const isTooMany = (error: unknown): boolean =>
  error instanceof ProblemError && (error.problem.errors?.some(({ keyword }) => keyword === 'tooMany') ?? false);
