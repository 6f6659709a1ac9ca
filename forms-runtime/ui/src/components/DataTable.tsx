import type { ReactNode } from 'react';
import { useUiText } from '../i18n/ui-messages.ts';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import { VisuallyHidden } from './VisuallyHidden.tsx';

export interface Sorting {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  readonly kind?: 'text' | 'number';
  readonly sortable?: boolean;
}

export interface DataTableProps<Row> {
  readonly caption: ReactNode;
  /** True when a heading above the table already names it. */
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly sorting?: Sorting;
  readonly onSort?: (sorting: Sorting) => void;
  /** `table` stays one on a phone: for few short columns. */
  readonly onPhone?: 'cards' | 'table';
}

const nextSorting = (column: string, sorting: Sorting | undefined): Sorting => {
  const descends = sorting?.column === column && sorting.direction === 'ascending';
  return { column, direction: descends ? 'descending' : 'ascending' };
};

interface HeaderProps<Row> extends Pick<DataTableProps<Row>, 'sorting' | 'onSort'> {
  readonly column: Column<Row>;
}

const HeaderCell = <Row,>({ column, sorting, onSort }: HeaderProps<Row>) => {
  const t = useUiText();
  const sorted = sorting?.column === column.id ? sorting.direction : undefined;
  const canSort = column.sortable === true && onSort !== undefined;
  return (
    <th scope="col" aria-sort={sorted} className={classNames(column.kind === 'number' && 'iris-table__number')}>
      {canSort ? (
        <button type="button" className="iris-table__sort" onClick={() => onSort(nextSorting(column.id, sorting))}>
          {column.header}
          {sorted !== undefined && <Icon name={sorted === 'ascending' ? 'sortUp' : 'sortDown'} size={16} />}
          {sorted !== undefined && <VisuallyHidden>, {t(`table.sort.${sorted}`)}</VisuallyHidden>}
        </button>
      ) : (
        column.header
      )}
    </th>
  );
};

/** A plain table that becomes a list of cards on a phone, unless it is narrow enough. */
export const DataTable = <Row,>(props: DataTableProps<Row>) => {
  const { caption, captionHidden = false, columns, rows, rowKey, sorting, onSort, onPhone = 'cards' } = props;
  const sortProps = { ...(sorting && { sorting }), ...(onSort && { onSort }) };
  return (
    <div className="iris-table-wrap">
      <table className={classNames('iris-table', onPhone === 'cards' && 'iris-table--cards')}>
        <caption className={classNames(captionHidden && 'iris-visually-hidden')}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} {...sortProps} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <td
                  key={column.id}
                  data-label={column.header}
                  className={classNames(column.kind === 'number' && 'iris-table__number')}
                >
                  <div>{column.cell(row)}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
