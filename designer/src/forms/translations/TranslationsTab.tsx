import type { TextLocale } from '@irisflow/forms';
import { Button, ProgressBar, useToast } from '@irisflow/ui';
import { useMemo, useState } from 'react';
import { ChoiceBar } from '../../app/ChoiceBar.tsx';
import { FileButton } from '../../app/FileButton.tsx';
import { saveAs } from '../../app/save-as.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { setText } from '../edit/texts.ts';
import {
  applyTexts,
  completeness,
  gridRows,
  isMissing,
  readCsv,
  writeCsv,
  type GridRow,
} from '../edit/translation-grid.ts';
import { findPlace } from '../edit/tree.ts';
import { useFormEditing } from '../editing.ts';
import { useElementWords } from '../use-element-words.ts';

const parts = ['label', 'description', 'text', 'item', 'add'] as const;

/** What a text is for: the label, the hint, an error, a choice. */
const usePartName = () => {
  const t = useTexts();
  return (key: string): string => {
    if (/\.error\.\w+$/.test(key)) return t('forms.text.error');
    const part = parts.find((one) => key.endsWith(`.${one}`));
    return t(part === undefined ? 'forms.text.choice' : `forms.text.${part}`);
  };
};

interface CellProps {
  readonly row: GridRow;
  readonly locale: TextLocale;
  readonly name: string;
}

const Cell = ({ row, locale, name }: CellProps) => {
  const t = useTexts();
  const { form, edit } = useFormEditing();
  const text = row.texts[locale] ?? '';
  const isStale = row.stale.includes(locale);
  return (
    <td data-missing={text.trim() === ''} data-stale={isStale}>
      <textarea
        className="iris-input"
        rows={Math.min(6, Math.max(1, Math.ceil(text.length / 34)))}
        lang={locale}
        aria-label={`${name}, ${locale}`}
        value={text}
        onChange={(event) =>
          edit(setText(form, { locale, key: row.key, text: event.currentTarget.value }), `${row.key} ${locale}`)
        }
      />
      {isStale && <span className="grid-stale">{t('forms.translations.stale')}</span>}
    </td>
  );
};

const filters = ['all', 'missing', 'stale'] as const;
type Filter = (typeof filters)[number];

const isIn = (row: GridRow, filter: Filter, locales: readonly TextLocale[]): boolean => {
  if (filter === 'all') return true;
  return filter === 'missing' ? isMissing(row, locales) : row.stale.length > 0;
};

/** Writes the grid to a file and reads one that somebody translated. */
const Exchange = ({ rows }: { readonly rows: readonly GridRow[] }) => {
  const t = useTexts();
  const toast = useToast();
  const { form, edit } = useFormEditing();
  const take = async (file: File): Promise<void> => {
    const imported = readCsv(form, await file.text());
    if (imported === null) {
      toast(t('forms.translations.unreadable'));
      return;
    }
    edit(applyTexts(form, imported));
    const said = t.plural('forms.translations.imported', imported.changes.length);
    const unknown =
      imported.unknown.length === 0
        ? ''
        : ` ${t('forms.translations.unknown', { keys: imported.unknown.slice(0, 5).join(', ') })}`;
    toast(`${said}${unknown}`);
  };
  return (
    <span className="toolbar">
      <Button
        tone="secondary"
        size="small"
        onClick={() => saveAs(`${form.key}.csv`, new Blob([writeCsv(form, rows)], { type: 'text/csv' }))}
      >
        {t('forms.translations.export')}
      </Button>
      <FileButton
        label={t('forms.translations.import')}
        accept=".csv,text/csv"
        size="small"
        onFile={(file) => void take(file)}
      />
    </span>
  );
};

const Progress = ({ rows }: { readonly rows: readonly GridRow[] }) => {
  const t = useTexts();
  const { form } = useFormEditing();
  return (
    <ul className="translations__progress">
      {form.locales.map((locale) => {
        const share = completeness(rows, locale);
        return (
          <li key={locale}>
            <span>
              {locale.toUpperCase()} {Math.floor(share * 100)} %
            </span>
            <ProgressBar label={t('forms.translations.done', { locale: locale.toUpperCase() })} value={share} />
          </li>
        );
      })}
    </ul>
  );
};

interface TabProps {
  readonly onGo: (elementId: string) => void;
}

const Row = ({ row, onGo }: TabProps & { readonly row: GridRow }) => {
  const { form } = useFormEditing();
  const words = useElementWords(form);
  const partName = usePartName();
  const { elementId, key } = row;
  const element = elementId === null ? undefined : findPlace(form, elementId)?.element;
  const name = element === undefined ? key : words.name(element);
  return (
    <tr>
      <th scope="row">
        {elementId === null ? (
          <code>{key}</code>
        ) : (
          <button type="button" className="translations__go" onClick={() => onGo(elementId)}>
            {name}
          </button>
        )}
        <span className="plain-field__hint">{partName(key)}</span>
      </th>
      {form.locales.map((locale) => (
        <Cell key={locale} row={row} locale={locale} name={`${name}, ${partName(key)}`} />
      ))}
    </tr>
  );
};

/** Every text of the form in all its languages, beside each other. */
export const TranslationsTab = ({ onGo }: TabProps) => {
  const t = useTexts();
  const { form, published } = useFormEditing();
  const rows = useMemo(() => gridRows(form, published), [form, published]);
  const [filter, setFilter] = useState<Filter>('all');
  const countOf = (value: Filter): number => rows.filter((row) => isIn(row, value, form.locales)).length;
  return (
    <section className="translations" aria-label={t('forms.tab.translations')}>
      <div className="translations__bar">
        <Progress rows={rows} />
        <ChoiceBar
          label={t('forms.translations.filter')}
          value={filter}
          onChange={setFilter}
          options={filters.map((value) => ({ value, text: `${t(`forms.translations.${value}`)} (${countOf(value)})` }))}
        />
        <Exchange rows={rows} />
      </div>
      <div className="translations__scroll">
        <table className="translations__grid">
          <thead>
            <tr>
              <th scope="col">{t('forms.translations.what')}</th>
              {form.locales.map((locale) => (
                <th key={locale} scope="col">
                  {locale.toUpperCase()}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows
              .filter((row) => isIn(row, filter, form.locales))
              .map((row) => (
                <Row key={row.key} row={row} onGo={onGo} />
              ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};
