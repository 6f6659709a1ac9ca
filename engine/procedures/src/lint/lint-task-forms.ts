import { compileForm, processBindings, type FormDefinition } from '@irisflow/forms';
import type { ProcedureProblem } from '@irisflow/foundation';
import { isStartVariable } from '@irisflow/names';
import type { ProcedureFolder } from '../read-folder.ts';
import { problemOf } from './problem.ts';

interface Written {
  readonly file: string;
  readonly scope: string;
  /** The variable, by the first name of its path. */
  readonly variable: string;
  readonly byDefault: boolean;
}

const writtenBy = (key: string, form: FormDefinition): Written[] => {
  const explicit = new Set((form.bindings?.process?.out ?? []).map(({ from }) => from));
  return processBindings(compileForm(form)).out.map(({ from, to }) => ({
    file: `${key}.form.json`,
    scope: from,
    variable: to.split('.')[0] ?? to,
    byDefault: !explicit.has(from),
  }));
};

/** Forms of tasks; those of applications give nothing to a process by themselves. */
const taskForms = ({ description, forms }: ProcedureFolder): Written[] => {
  const keys = new Set(Object.values(description?.tasks ?? {}).map(({ form }) => form));
  return [...keys].flatMap((key) => {
    const form = forms.get(key);
    return form === undefined ? [] : writtenBy(key, form);
  });
};

/** An answer that takes the place of what the platform or another field says under the same name. */
export const lintTaskForms = (folder: ProcedureFolder): ProcedureProblem[] => {
  const all = taskForms(folder);
  return all.flatMap(({ file, scope, variable, byDefault }) => {
    const place = { pointer: scope };
    if (isStartVariable(variable))
      return [problemOf({ file, code: 'VARIABLE_TAKEN', subject: scope, found: variable, place })];
    const other = all.find((one) => one.variable === variable && (one.file !== file || one.scope !== scope));
    // Several fields may share one variable on purpose; then each says so.
    if (!byDefault || other === undefined) return [];
    return [
      problemOf({
        file,
        code: 'VARIABLE_SHARED',
        subject: scope,
        found: variable,
        place: { ...place, severity: 'warning' },
      }),
    ];
  });
};
