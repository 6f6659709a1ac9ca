import type { DecisionChange, EditableTable } from '@irisflow/dmn';
import type { ValueType } from '@irisflow/names';
import { useFormatters } from '@irisflow/ui';
import { useRef, useState, type ClipboardEvent, type KeyboardEvent, type RefObject } from 'react';
import { Button as MenuButton, Dialog, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Icon } from '../app/Icon.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { ConditionCell, ResultCell, type CellWorld } from './CellEditor.tsx';
import { ColumnHead } from './ColumnHead.tsx';
import type { ShownColumn } from './columns.ts';
import { cellsOfClipboard, feelOfPasted } from './paste.ts';
import { useGrid, type Grid, type Place } from './use-grid.ts';
import { cellInWords, resultInWords, type Saying } from './words.ts';

export interface TableGridProps extends CellWorld {
  readonly name: string;
  /** The file and the id of the decision, by which others name its columns. */
  readonly path: string;
  readonly decisionId: string;
  readonly table: EditableTable;
  readonly columns: readonly ShownColumn[];
  /** Rules by their numbers, from 1. */
  readonly matched: ReadonlySet<number>;
  /** One step, however many changes it is made of; steps of one `merge` that follow each other are one. */
  readonly onChange: (change: DecisionChange | readonly DecisionChange[], merge?: string) => void;
}

const textAt = (table: EditableTable, { row, column }: Place): string => {
  const rule = table.rules[row];
  if (rule === undefined) return '';
  if (column < table.inputs.length) return rule.inputs[column] ?? '';
  const at = column - table.inputs.length;
  return at < table.outputs.length ? (rule.outputs[at] ?? '') : rule.note;
};

/** What writes texts into cells: conditions and results at once, each note by itself. */
const writes = (
  columns: readonly ShownColumn[],
  texts: readonly (readonly [place: Place, text: string])[],
): DecisionChange[] => {
  const cells = texts.flatMap(([{ row, column }, text]) => {
    const shown = columns[column];
    return shown === undefined ? [] : [{ side: shown.side, rule: row, column: shown.at, text }];
  });
  const notes = texts
    .filter(([{ column }]) => column === columns.length)
    .map(([{ row }, text]): DecisionChange => ({ kind: 'note', rule: row, text }));
  return [...(cells.length === 0 ? [] : [{ kind: 'cells', cells } as const]), ...notes];
};

const textType: ValueType = { kind: 'text' };

interface CellProps extends TableGridProps {
  readonly grid: Grid;
  readonly place: Place;
  readonly saying: Saying;
}

const NoteEditor = ({ text, onChange }: { readonly text: string; readonly onChange: (text: string) => void }) => {
  const t = useTexts();
  return (
    <label className="plain-field">
      <span className="plain-field__label">{t('decision.note')}</span>
      <textarea
        className="iris-input"
        rows={4}
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </label>
  );
};

const inWords = (column: ShownColumn | undefined, text: string, saying: Saying): string => {
  if (column === undefined) return text;
  if (column.side === 'input') return cellInWords(text, column.type, saying);
  return text === '' || text === 'null' ? '–' : resultInWords(text, column.type, saying);
};

interface PopoverProps extends CellProps {
  readonly label: string;
  readonly triggerRef: RefObject<HTMLButtonElement | null>;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

const CellPopover = ({ label, place, triggerRef, isOpen, onOpenChange, ...props }: PopoverProps) => {
  const t = useTexts();
  const { table, columns, names, knowledge, sample, onChange } = props;
  const column = columns[place.column];
  const write = (text: string): void => onChange(writes(columns, [[place, text]]), `cell ${place.row} ${place.column}`);
  const text = textAt(table, place);
  const editor = { text, type: column?.type ?? textType, names, knowledge, sample, onChange: write };
  return (
    <Popover
      triggerRef={triggerRef}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      className="cell-popover"
      placement="bottom start"
    >
      <Dialog aria-label={label} className="cell-popover__dialog">
        <p className="cell-popover__title">{label}</p>
        {column === undefined && <NoteEditor text={text} onChange={write} />}
        {column?.side === 'input' && <ConditionCell {...editor} />}
        {column?.side === 'output' && <ResultCell {...editor} />}
        <button type="button" className="cell-popover__close" onClick={() => onOpenChange(false)}>
          <Icon name="check" />
          {t('decision.done')}
        </button>
      </Dialog>
    </Popover>
  );
};

const Cell = (props: CellProps) => {
  const t = useTexts();
  const { grid, place, saying, table, columns } = props;
  const [isOpen, setOpen] = useState(false);
  const buttonRef = useRef<HTMLButtonElement | null>(null);
  const column = columns[place.column];
  const label = t('decision.cellOf', { column: column?.label ?? t('decision.note'), rule: `${place.row + 1}` });
  const said = inWords(column, textAt(table, place), saying);
  const isActive = grid.active.row === place.row && grid.active.column === place.column;
  return (
    <td
      className={`rules__cell rules__cell--${column?.side ?? 'note'}`}
      aria-selected={grid.isSelected(place) || undefined}
    >
      <button
        ref={buttonRef}
        type="button"
        className="rules__button"
        aria-haspopup="dialog"
        aria-label={`${label}${t('decision.colon')} ${said === '' ? t('decision.words.empty') : said}`}
        tabIndex={isActive ? 0 : -1}
        data-row={place.row}
        data-column={place.column}
        onFocus={() => isActive || grid.enter(place, false)}
        onClick={(event) => (event.shiftKey ? grid.enter(place, true) : setOpen(true))}
      >
        {said}
      </button>
      {isOpen && <CellPopover {...props} label={label} triggerRef={buttonRef} isOpen={isOpen} onOpenChange={setOpen} />}
    </td>
  );
};

interface RowProps extends Omit<CellProps, 'place'> {
  readonly row: number;
}

interface RuleAct {
  readonly id: 'addBelow' | 'duplicate' | 'up' | 'down' | 'removeRule';
  readonly change: DecisionChange;
  /** The rule that the keys are in afterward. */
  readonly to: number;
}

const actsOn = (row: number, last: number): readonly RuleAct[] => [
  { id: 'addBelow', change: { kind: 'addRule', at: row + 1 }, to: row + 1 },
  { id: 'duplicate', change: { kind: 'addRule', at: row + 1, copyOf: row }, to: row + 1 },
  ...(row === 0 ? [] : [{ id: 'up', change: { kind: 'moveRule', rule: row, to: row - 1 }, to: row - 1 } as const]),
  ...(row === last ? [] : [{ id: 'down', change: { kind: 'moveRule', rule: row, to: row + 1 }, to: row + 1 } as const]),
  { id: 'removeRule', change: { kind: 'removeRule', rule: row }, to: Math.max(0, Math.min(row, last - 1)) },
];

const RuleMenu = ({ row, table, grid, onChange }: RowProps) => {
  const t = useTexts();
  return (
    <MenuTrigger>
      <MenuButton className="rules__menu" aria-label={t('decision.ruleMenu', { rule: `${row + 1}` })}>
        {row + 1}
        <Icon name="down" />
      </MenuButton>
      <Popover className="cell-popover cell-popover--menu" placement="bottom start">
        <Menu className="rules__acts">
          {actsOn(row, table.rules.length - 1).map(({ id, change, to }) => (
            <MenuItem
              key={id}
              className="rules__act"
              onAction={() => {
                onChange(change);
                grid.focus({ row: to, column: grid.active.column });
              }}
            >
              {t(`decision.${id}`)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
};

const RuleRow = (props: RowProps) => {
  const { row, columns, matched } = props;
  return (
    <tr data-matched={matched.has(row + 1) || undefined}>
      <th scope="row" className="rules__number">
        <RuleMenu {...props} />
      </th>
      {[...columns.keys(), columns.length].map((column) => (
        <Cell key={column} {...props} place={{ row, column }} />
      ))}
    </tr>
  );
};

/** Alt with arrows moves a rule; Delete empties what is selected. */
const useRuleKeys =
  (grid: Grid, { table, columns, onChange }: TableGridProps) =>
  (event: KeyboardEvent): void => {
    const { row, column } = grid.active;
    if (!(event.target as HTMLElement).matches('[data-row]')) return;
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      const to = row + (event.key === 'ArrowUp' ? -1 : 1);
      if (to < 0 || to >= table.rules.length) return;
      event.preventDefault();
      onChange({ kind: 'moveRule', rule: row, to });
      grid.focus({ row: to, column });
    } else if (event.key === 'Delete') {
      event.preventDefault();
      const blank = (at: number): string =>
        columns[at] === undefined ? '' : columns[at].side === 'input' ? '-' : 'null';
      const places = placesIn(grid);
      const texts = places.map((place) => [place, blank(place.column)] as const);
      onChange(writes(columns, texts));
    } else grid.onKeyDown(event);
  };

const placesIn = ({ from, to }: Grid): Place[] => {
  const places: Place[] = [];
  for (let row = from.row; row <= to.row; row += 1)
    for (let column = from.column; column <= to.column; column += 1) places.push({ row, column });
  return places;
};

const isInCell = (target: EventTarget): boolean => target instanceof HTMLElement && target.matches('[data-row]');

const useClipboard = (grid: Grid, { table, columns, onChange }: TableGridProps) => ({
  onCopy: (event: ClipboardEvent): void => {
    if (!isInCell(event.target)) return;
    const rows = new Map<number, string[]>();
    for (const place of placesIn(grid)) rows.set(place.row, [...(rows.get(place.row) ?? []), textAt(table, place)]);
    event.clipboardData.setData('text/plain', [...rows.values()].map((cells) => cells.join('\t')).join('\n'));
    event.preventDefault();
  },
  onPaste: (event: ClipboardEvent): void => {
    if (!isInCell(event.target)) return;
    event.preventDefault();
    const pasted = cellsOfClipboard(event.clipboardData.getData('text/plain'));
    const missing = Math.max(0, grid.from.row + pasted.length - table.rules.length);
    const rules = Array.from({ length: missing }, (_, more): DecisionChange => ({
      kind: 'addRule',
      at: table.rules.length + more,
    }));
    const texts = pasted.flatMap((cells, row) =>
      cells.map((cell, column) => {
        const place = { row: grid.from.row + row, column: grid.from.column + column };
        const shown = columns[place.column];
        return [place, shown === undefined ? cell.trim() : feelOfPasted(cell, shown)] as const;
      }),
    );
    onChange([...rules, ...writes(columns, texts)]);
  },
});

/** The rules of a table: one cell after the other by arrows, each opened by Enter or a click. */
export const TableGrid = (props: TableGridProps) => {
  const t = useTexts();
  const format = useFormatters();
  const { name, table, columns, names } = props;
  const [grid, setTable] = useGrid({ rows: table.rules.length, columns: columns.length + 1 });
  const keys = useRuleKeys(grid, props);
  const clipboard = useClipboard(grid, props);
  const saying: Saying = { t, format, names };
  return (
    <div className="rules__scroll">
      <table
        ref={setTable}
        // Its keys and its clipboard are those of a grid.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
        role="grid"
        className="rules"
        aria-label={name}
        aria-multiselectable="true"
        onKeyDown={keys}
        {...clipboard}
      >
        <thead>
          <tr>
            <th scope="col" className="rules__number">
              {t('decision.rule')}
            </th>
            {columns.map((column) => (
              <ColumnHead key={column.id || `${column.side} ${column.at}`} column={column} {...props} />
            ))}
            <th scope="col" className="rules__head rules__head--note">
              {t('decision.note')}
            </th>
          </tr>
        </thead>
        <tbody>
          {table.rules.map((rule, row) => (
            <RuleRow key={rule.id || row} row={row} grid={grid} saying={saying} {...props} />
          ))}
        </tbody>
      </table>
    </div>
  );
};
