import { dayOf } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import { viewState } from '@irisflow/rights';
import { isMoney } from '../columns/right-column.ts';
import { amountOf, centsOf } from '../rows/cents.ts';
import { countRows, listProblems } from '../storage/import-rows.ts';
import type { ImportRow } from '../storage/imports.ts';
import { countNotInFile, type SumsOfState, sumsInFile, sumsStanding } from '../storage/standing.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Importable } from '../use-cases/importable.ts';
import { viewProblem } from '../views/view-problem.ts';
import type { RightReconciliation } from '../views/right-import.ts';

export const moneyFields = ({ kind }: Importable): readonly string[] =>
  Object.entries(kind.data.properties).flatMap(([name, field]) => (isMoney(field) ? [name] : []));

const rightsIn = (sums: readonly SumsOfState[], state: string | null): number =>
  sums.filter((one) => one.state === state).reduce((all, { rights }) => all + rights, 0);

const allRights = (sums: readonly SumsOfState[]): number => sums.reduce((all, { rights }) => all + rights, 0);

const centsIn = (sums: readonly SumsOfState[], field: string): bigint =>
  sums.reduce((all, one) => all + BigInt(one.sums[field] ?? '0'), 0n);

interface Counted<T> {
  readonly file: T;
  readonly stands: T;
  readonly control: T | null;
}

/** What nobody said beforehand is compared with the file alone. */
const compared = <T>({ file, stands, control }: Counted<T>) => ({
  file,
  stands,
  control,
  isEqual: file === stands && (control === null || control === stands),
});

const amountLine = (
  field: string,
  { file, stands, control }: { readonly file: bigint; readonly stands: bigint; readonly control: string | undefined },
) => ({
  field,
  ...compared({
    file: amountOf(file),
    stands: amountOf(stands),
    control: control === undefined ? null : amountOf(centsOf(control)),
  }),
});

/**
 * What a file says beside what stands under its rows, to the cent: counted in the store, from the rights themselves and never from
 * what the import believes it did.
 */
export const reconcile = async (
  { clock }: Surroundings,
  db: Queryable,
  { row, importable }: { readonly row: ImportRow; readonly importable: Importable },
): Promise<RightReconciliation> => {
  const { kind, columns } = importable;
  const { id: importId, controls } = row;
  const fields = moneyFields(importable);
  const file = await sumsInFile(db, { importId, fields });
  const stands = await sumsStanding(db, { importId, fields, day: dayOf(clock.now()) });
  const counts = (await countRows(db, [importId])).get(importId);
  const problems = await listProblems(db, { importId, states: ['wrong', 'failed'] });
  const rights = compared({ file: row.rows, stands: allRights(stands), control: controls?.rights ?? null });
  const states = kind.states.map(({ key }) => ({
    state: viewState(kind, key),
    ...compared({
      file: rightsIn(file, key),
      stands: rightsIn(stands, key),
      control: controls?.states[key] ?? null,
    }),
  }));
  const amounts = fields.map((field) => ({
    label: kind.data.properties[field]?.label ?? { fr: field, nl: field, en: field },
    ...amountLine(field, {
      file: centsIn(file, field),
      stands: centsIn(stands, field),
      control: controls?.amounts[field],
    }),
  }));
  const { administration, procedure_key: procedureKey } = row;
  return {
    rights,
    states,
    amounts,
    leftOut: problems.map((one) => viewProblem(one, columns)).filter(({ isError }) => isError),
    notAccepted: (counts?.differs ?? 0) + (counts?.accepted ?? 0),
    notInFile: await countNotInFile(db, { importId, administration, procedureKey, kind: kind.key }),
    isEqual: [rights, ...states, ...amounts].every(({ isEqual }) => isEqual),
  };
};
