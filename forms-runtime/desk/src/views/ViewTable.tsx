import type { TaskSummary, ViewDefinition, ViewField, ViewRow } from '@irisflow/client';
import { Failure, useLocalized } from '@irisflow/frame';
import { useMemo, useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { SelectionBar } from '../bulk/SelectionBar.tsx';
import { TaskTick } from '../bulk/TaskTick.tsx';
import { useSelection } from '../bulk/use-selection.ts';
import { CaseLanguage } from '../cases/CaseLanguage.tsx';
import { DelegatedMark } from '../delegations/OnBehalfOf.tsx';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import { AssignDialog } from '../task/AssignDialog.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { RemainingDays } from '../worklist/RemainingDays.tsx';
import { TaskActions } from '../worklist/TaskRow.tsx';
import { useClaim } from '../worklist/use-claim.ts';
import { useRowFocus } from '../worklist/use-row-focus.ts';
import { findLikeInView } from './use-views.ts';

interface TableProps {
  readonly name: string;
  readonly rows: readonly ViewRow[];
  readonly definition: ViewDefinition;
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
  /** Undefined where the list has nothing to tick. */
  readonly tick: ReactNode;
  readonly actions: ReactNode;
}

const Row = ({ row, columns, nameOf, tick, actions }: RowProps) => {
  const lead = leading(columns);
  return (
    <tr className="desk-view-row" data-row-id={row.id}>
      {tick !== undefined && <td className="desk-view-row__tick">{tick}</td>}
      {columns.map((column) =>
        column === lead ? (
          <th key={column} scope="row" data-label={nameOf(column)}>
            <Link href={`/tasks/${row.id}`} data-row-link>
              <Cell row={row} column={column} />
            </Link>{' '}
            <DelegatedMark task={row} />
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

const Head = ({ columns, nameOf, hasTicks }: Pick<RowProps, 'columns' | 'nameOf'> & { readonly hasTicks: boolean }) => {
  const t = useDeskText();
  return (
    <thead>
      <tr>
        {hasTicks && (
          <th scope="col">
            <span className="iris-visually-hidden">{t('bulk.column.tick')}</span>
          </th>
        )}
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
  );
};

const useColumnNames = (fields: TableProps['fields']) => {
  const read = useLocalized();
  return (column: string): string => {
    const field = fields.get(column);
    return field === undefined ? '–' : read(field.label);
  };
};

/** The tasks of a view in its columns; on a phone each is a card with the names of its columns. */
export const ViewTable = ({ name, rows, definition, fields }: TableProps) => {
  const { columns, list: listOf, filter } = definition;
  const [assigning, setAssigning] = useState<TaskSummary>();
  const claim = useClaim();
  const ids = useMemo(() => rows.map(({ id }) => id), [rows]);
  const { list, onFocus, move, focused } = useRowFocus(ids);
  const selection = useSelection({
    list: JSON.stringify([listOf, filter]),
    tasks: rows,
    findLike: (like, cursor) => findLikeInView(definition, like, cursor),
  });
  const hasTicks = rows.some(selection.isOffered);
  const claimFocused = (): void => {
    const row = rows.find(({ id }) => id === focused());
    if (row !== undefined && row.assignee === null && !claim.isPending) claim.mutate(row);
  };
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    c: claimFocused,
    x: () => selection.tick(focused(), 'one'),
    X: () => selection.tick(focused(), 'range'),
  });
  const nameOf = useColumnNames(fields);
  return (
    <div ref={list} className="iris-stack" onFocus={onFocus}>
      {claim.isError && <Failure error={claim.error} />}
      <div className="desk-view-scroll">
        <table className="desk-tasks desk-view-table">
          <caption className="iris-visually-hidden">{name}</caption>
          <Head columns={columns} nameOf={nameOf} hasTicks={hasTicks} />
          <tbody>
            {rows.map((row) => (
              <Row
                key={row.id}
                row={row}
                columns={columns}
                nameOf={nameOf}
                tick={hasTicks ? <TaskTick task={row} selection={selection} /> : undefined}
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
      <SelectionBar selection={selection} />
      <AssignDialog task={assigning} onClose={() => setAssigning(undefined)} />
    </div>
  );
};
