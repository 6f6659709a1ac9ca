import type { TaskSummary, ViewField, ViewRow } from '@irisflow/client';
import { Failure, useLocalized } from '@irisflow/frame';
import { useMemo, useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { CaseLanguage } from '../cases/CaseLanguage.tsx';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import { AssignDialog } from '../task/AssignDialog.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { RemainingDays } from '../worklist/RemainingDays.tsx';
import { TaskActions } from '../worklist/TaskRow.tsx';
import { useClaim } from '../worklist/use-claim.ts';
import { useRowFocus } from '../worklist/use-row-focus.ts';

interface TableProps {
  readonly name: string;
  readonly rows: readonly ViewRow[];
  readonly columns: readonly string[];
  readonly fields: ReadonlyMap<string, ViewField>;
}

/** What is shown better than in words. */
const special: Readonly<Record<string, (row: ViewRow) => ReactNode>> = {
  daysLeft: ({ remainingDays, dueOn }) => <RemainingDays days={remainingDays} dueOn={dueOn} />,
  language: ({ language }) => <CaseLanguage language={language} />,
  applicant: ({ applicant, reference }) => (
    <>
      {applicant}
      <span className="desk-reference">{reference}</span>
    </>
  ),
};

const Cell = ({ row, column }: { readonly row: ViewRow; readonly column: string }) => {
  const read = useLocalized();
  const show = special[column];
  if (show !== undefined) return show(row);
  const text = row.cells[column] ?? null;
  return text === null ? <span className="iris-muted">–</span> : read(text);
};

/** The column that leads to the task: its name, else its applicant, else the first one. */
const leading = (columns: readonly string[]): string | undefined =>
  ['task', 'step', 'applicant'].find((key) => columns.includes(key)) ?? columns[0];

interface RowProps {
  readonly row: ViewRow;
  readonly columns: readonly string[];
  readonly nameOf: (column: string) => string;
  readonly actions: ReactNode;
}

const Row = ({ row, columns, nameOf, actions }: RowProps) => {
  const lead = leading(columns);
  return (
    <tr className="desk-view-row" data-row-id={row.id}>
      {columns.map((column) =>
        column === lead ? (
          <th key={column} scope="row" data-label={nameOf(column)}>
            <Link href={`/tasks/${row.id}`} data-row-link>
              <Cell row={row} column={column} />
            </Link>
          </th>
        ) : (
          <td key={column} data-label={nameOf(column)}>
            <div>
              <Cell row={row} column={column} />
            </div>
          </td>
        ),
      )}
      <td className="desk-view-row__actions">{actions}</td>
    </tr>
  );
};

/** The tasks of a view in its columns; on a phone each is a card with the names of its columns. */
export const ViewTable = ({ name, rows, columns, fields }: TableProps) => {
  const t = useDeskText();
  const read = useLocalized();
  const [assigning, setAssigning] = useState<TaskSummary>();
  const claim = useClaim();
  const ids = useMemo(() => rows.map(({ id }) => id), [rows]);
  const { list, onFocus, move, focused } = useRowFocus(ids);
  const claimFocused = (): void => {
    const row = rows.find(({ id }) => id === focused());
    if (row !== undefined && row.assignee === null && !claim.isPending) claim.mutate(row);
  };
  useShortcuts({ j: () => move(1), k: () => move(-1), c: claimFocused });
  const nameOf = (column: string): string => {
    const field = fields.get(column);
    return field === undefined ? '–' : read(field.label);
  };
  return (
    <div ref={list} className="iris-stack" onFocus={onFocus}>
      {claim.isError && <Failure error={claim.error} />}
      <div className="desk-view-scroll">
        <table className="desk-tasks desk-view-table">
          <caption className="iris-visually-hidden">{name}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {nameOf(column)}
                </th>
              ))}
              <th scope="col">
                <span className="iris-visually-hidden">{t('column.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row
                key={row.id}
                row={row}
                columns={columns}
                nameOf={nameOf}
                actions={
                  <TaskActions
                    task={row}
                    claiming={claim.isPending ? claim.variables.id : undefined}
                    onClaim={(task) => claim.mutate(task)}
                    onAssign={setAssigning}
                  />
                }
              />
            ))}
          </tbody>
        </table>
      </div>
      <AssignDialog task={assigning} onClose={() => setAssigning(undefined)} />
    </div>
  );
};
