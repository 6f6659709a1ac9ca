import { Button, type Locale } from '@irisflow/ui';
import { useRef, useState } from 'react';
import { ToolButton } from '../../app/ToolButton.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import type { TableColumn } from '../letter.ts';
import { insertBlocks, removePart, setPart } from '../page/edit-page.ts';
import { formatFor } from '../page/field-formats.ts';
import { feelOf, labelOf, type PlaceNames } from '../page/page-words.ts';
import { proposedColumns } from './propose-columns.ts';
import { FormatField } from './FormatField.tsx';
import type { PartSettings } from './PartDialog.tsx';
import { PartWindow } from './PartWindow.tsx';
import { ValuePicker } from './ValuePicker.tsx';

/** As many as fit on a page, as the format of letters says it. */
const MAX_COLUMNS = 8;

interface ColumnProps {
  column: TableColumn;
  number: number;
  language: Locale;
  place: PlaceNames;
  onChange: (column: TableColumn) => void;
}

const ColumnFields = ({ column, number, language, place, onChange }: ColumnProps) => {
  const t = useTexts();
  const choose = (value: string): void => {
    const choice = place.names.find(({ name }) => name === value);
    const { format: _, ...rest } = column;
    const format = choice === undefined ? column.format : formatFor(choice.name, choice.type);
    const header = column.header === '' && choice !== undefined ? labelOf(choice) : column.header;
    onChange({ ...rest, header, value, ...(format !== undefined && { format }) });
  };
  return (
    <div className="letter-column">
      <label className="letter-value">
        <span className="feel-field__label">{t('letter.table.header')}</span>
        <input
          className="iris-input"
          lang={language}
          value={column.header}
          onChange={(event) => onChange({ ...column, header: event.currentTarget.value })}
        />
      </label>
      <ValuePicker
        label={`${t('letter.value')} ${number}`}
        value={feelOf(column.value)}
        place={place}
        isOffered={({ name }) => /^item\b/.test(name)}
        onChange={choose}
      />
      <FormatField
        value={column.format}
        onChange={(format) => {
          const { format: was, ...rest } = column;
          onChange(format === 'text' && was !== 'text' ? rest : { ...rest, format });
        }}
      />
    </div>
  );
};

const moved = <T,>(list: readonly T[], from: number, by: -1 | 1): T[] => {
  const one = list[from];
  return one === undefined ? [...list] : list.toSpliced(from, 1).toSpliced(from + by, 0, one);
};

interface ColumnsProps {
  columns: readonly TableColumn[];
  language: Locale;
  place: PlaceNames;
  onChange: (columns: TableColumn[]) => void;
}

const Columns = ({ columns, language, place, onChange }: ColumnsProps) => {
  const t = useTexts();
  const listRef = useRef<HTMLOListElement | null>(null);
  const add = (): void => {
    onChange([...columns, { header: '', value: '' }]);
    requestAnimationFrame(() => listRef.current?.querySelector<HTMLElement>(':scope > li:last-child input')?.focus());
  };
  return (
    <>
      <ol ref={listRef} className="letter-columns" aria-label={t('letter.table.columns')}>
        {columns.map((column, index) => {
          const name = column.header === '' ? `${index + 1}` : column.header;
          return (
            // Columns have no identity of their own; their place is all there is.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index}>
              <ColumnFields
                column={column}
                number={index + 1}
                language={language}
                place={place}
                onChange={(next) => onChange(columns.toSpliced(index, 1, next))}
              />
              <span className="toolbar">
                <ToolButton
                  icon="up"
                  label={t('item.up', { name })}
                  isDisabled={index === 0}
                  onClick={() => onChange(moved(columns, index, -1))}
                />
                <ToolButton
                  icon="down"
                  label={t('item.down', { name })}
                  isDisabled={index === columns.length - 1}
                  onClick={() => onChange(moved(columns, index, 1))}
                />
                <ToolButton
                  icon="trash"
                  label={t('item.remove', { name })}
                  isDisabled={columns.length === 1}
                  onClick={() => onChange(columns.toSpliced(index, 1))}
                />
              </span>
            </li>
          );
        })}
      </ol>
      {columns.length < MAX_COLUMNS && (
        <Button tone="secondary" size="small" icon="plus" onClick={add}>
          {t('letter.table.add')}
        </Button>
      )}
    </>
  );
};

/** The list that a table prints a row for each entry of, and its columns. */
export const TableDialog = ({ open, editor, words, language, attributes, onClose }: PartSettings) => {
  const t = useTexts();
  const was = attributes as { columns: TableColumn[]; rows: string } | null;
  const [rows, setRows] = useState(feelOf(was?.rows ?? ''));
  const [columns, setColumns] = useState<TableColumn[]>(was?.columns ?? [{ header: '', value: '' }]);
  const { at } = open;
  const chooseRows = (next: string): void => {
    setRows(next);
    // What nobody has written yet may be proposed.
    if (columns.every(({ header, value }) => header === '' && value === ''))
      setColumns(proposedColumns(words.at(next), language));
  };
  const save = (): void => {
    if (at === null) insertBlocks(editor, [{ type: 'table', attrs: { rows, columns } }]);
    else setPart(editor, at, { rows, columns });
    onClose();
  };
  return (
    <PartWindow
      title={t('letter.block.table')}
      isWide
      canSave={rows.trim() !== '' && columns.every(({ value }) => value.trim() !== '')}
      onSave={save}
      onClose={onClose}
      others={
        at !== null && (
          <Button
            tone="secondary"
            onClick={() => {
              removePart(editor, at);
              onClose();
            }}
          >
            {t('letter.table.remove')}
          </Button>
        )
      }
    >
      <ValuePicker
        label={t('letter.table.rows')}
        value={rows}
        place={words.at(null)}
        isOffered={({ type }) => type.kind === 'list'}
        onChange={chooseRows}
      />
      <Columns columns={columns} language={language} place={words.at(rows)} onChange={setColumns} />
    </PartWindow>
  );
};
