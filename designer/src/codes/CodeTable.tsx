import { Button, locales } from '@irisflow/ui';
import { useMemo, useState } from 'react';
import { DayInput } from '../app/DayInput.tsx';
import { PlainField } from '../app/PlainField.tsx';
import { ToolButton } from '../app/ToolButton.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { controlId } from '../workspace/problem-places.ts';
import type { ProblemAt } from '../workspace/use-problem-places.ts';
import type { CodeListFile, CodeOfFile } from './code-list-file.ts';
import { useCodeLists } from './use-code-lists.ts';

/** So many rows are drawn at once: a list may have two thousand. */
const STEP = 50;
/** A list of fewer is read at a glance. */
const SEARCHED_FROM = 12;

interface ParentChoice {
  readonly value: string;
  readonly label: string;
}

/** The codes of the list that these belong to, by their words; null where they belong to none. */
const useParents = ({ parents }: CodeListFile): readonly ParentChoice[] | null => {
  const t = useTexts();
  const lists = useCodeLists();
  return useMemo(() => {
    if (parents === undefined) return null;
    const codes = lists.get(parents)?.codes ?? [];
    return codes.map(({ code, label }) => ({ value: code, label: label[t.locale] || code }));
  }, [lists, parents, t.locale]);
};

interface RowProps {
  readonly code: CodeOfFile;
  readonly index: number;
  readonly count: number;
  readonly parents: readonly ParentChoice[] | null;
  readonly problemAt: ProblemAt;
  readonly onChange: (code: CodeOfFile) => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}

const Parent = ({ code, index, parents, problemAt, name, onChange }: RowProps & { readonly name: string }) => {
  const t = useTexts();
  const isGone = code.parent !== undefined && parents?.every(({ value }) => value !== code.parent);
  return (
    <select
      id={controlId(`/codes/${index}/parent`)}
      className="iris-input"
      aria-label={`${name}, ${t('codes.parent')}`}
      aria-invalid={isGone || problemAt(`/codes/${index}/parent`) !== undefined || undefined}
      value={code.parent ?? ''}
      onChange={(event) => onChange({ ...code, parent: event.currentTarget.value || undefined })}
    >
      <option value="">{t('codes.noParent')}</option>
      {isGone && <option value={code.parent}>{t('name.gone', { name: code.parent ?? '' })}</option>}
      {parents?.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
};

const Days = ({ code, name, onChange }: Pick<RowProps, 'code' | 'onChange'> & { readonly name: string }) => {
  const t = useTexts();
  return (['validFrom', 'validTo'] as const).map((end) => (
    <td key={end}>
      <DayInput
        label={`${name}, ${t(`codes.${end}`)}`}
        presence="optional"
        value={code[end] ?? null}
        onChange={(day) => onChange({ ...code, [end]: day ?? undefined })}
      />
    </td>
  ));
};

const Row = (props: RowProps) => {
  const { code, index, count, parents, problemAt, onChange, onMove, onRemove } = props;
  const t = useTexts();
  const name = code.label[t.locale] || code.code || t('codes.nth', { n: index + 1 });
  const problem = problemAt(`/codes/${index}/code`) ?? problemAt(`/codes/${index}/validTo`);
  return (
    <tr>
      <td>
        <input
          id={controlId(`/codes/${index}/code`)}
          className="iris-input code-table__code"
          aria-label={`${name}, ${t('codes.code')}`}
          aria-invalid={problem !== undefined || undefined}
          spellCheck={false}
          value={code.code}
          onChange={(event) => onChange({ ...code, code: event.currentTarget.value.trim() })}
        />
        {problem !== undefined && <p className="code-table__problem">{problem}</p>}
      </td>
      {locales.map((locale) => (
        <td key={locale} data-missing={(code.label[locale] ?? '').trim() === ''}>
          <input
            id={controlId(`/codes/${index}/label/${locale}`)}
            className="iris-input"
            lang={locale}
            aria-label={`${name}, ${t(`language.${locale}`)}`}
            value={code.label[locale] ?? ''}
            onChange={(event) => onChange({ ...code, label: { ...code.label, [locale]: event.currentTarget.value } })}
          />
        </td>
      ))}
      {parents !== null && (
        <td>
          <Parent {...props} name={name} />
        </td>
      )}
      <Days {...props} name={name} />
      <td className="code-table__tools">
        <ToolButton
          icon="up"
          label={t('item.up', { name })}
          isDisabled={index === 0}
          onClick={() => onMove(index - 1)}
        />
        <ToolButton
          icon="down"
          label={t('item.down', { name })}
          isDisabled={index === count - 1}
          onClick={() => onMove(index + 1)}
        />
        <ToolButton icon="trash" label={t('item.remove', { name })} onClick={onRemove} />
      </td>
    </tr>
  );
};

const Head = ({ hasParents }: { readonly hasParents: boolean }) => {
  const t = useTexts();
  return (
    <thead>
      <tr>
        <th scope="col">{t('codes.code')}</th>
        {locales.map((locale) => (
          <th key={locale} scope="col">
            {t(`language.${locale}`)}
          </th>
        ))}
        {hasParents && <th scope="col">{t('codes.parent')}</th>}
        <th scope="col">{t('codes.validFrom')}</th>
        <th scope="col">{t('codes.validTo')}</th>
        <th scope="col">
          <span className="iris-visually-hidden">{t('parameter.actions')}</span>
        </th>
      </tr>
    </thead>
  );
};

const rowOf = (pointer: string | null): number => Number(/^\/codes\/(\d+)/.exec(pointer ?? '')?.[1] ?? 0);

const isFound = ({ code, label }: CodeOfFile, wanted: string): boolean =>
  [code, ...locales.map((locale) => label[locale] ?? '')].some((text) => text.toLowerCase().includes(wanted));

export interface CodeTableProps {
  /** The place of the problem that somebody just chose. */
  readonly focused: string | null;
  readonly list: CodeListFile;
  readonly codes: readonly CodeOfFile[];
  readonly problemAt: ProblemAt;
  readonly onChange: (codes: CodeOfFile[]) => void;
}

interface RowsProps extends CodeTableProps {
  /** The codes that are drawn, each with its place in the list. */
  readonly shown: readonly { readonly code: CodeOfFile; readonly index: number }[];
}

const Rows = ({ shown, list, codes, problemAt, onChange }: RowsProps) => {
  const t = useTexts();
  const parents = useParents(list);
  return (
    <section className="iris-table-wrap" aria-label={t('codes.table')}>
      <table>
        <Head hasParents={parents !== null} />
        <tbody>
          {shown.map(({ code, index }) => (
            <Row
              // The code changes while it is typed, so its place is its identity.
              key={index}
              code={code}
              index={index}
              count={codes.length}
              parents={parents}
              problemAt={problemAt}
              onChange={(next) => onChange(codes.toSpliced(index, 1, next))}
              onMove={(to) => onChange(codes.toSpliced(index, 1).toSpliced(to, 0, code))}
              onRemove={() => onChange(codes.toSpliced(index, 1))}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
};

/** The codes of a list, one a line, in the order in which they are offered. */
export const CodeTable = (props: CodeTableProps) => {
  const { codes, focused, problemAt, onChange } = props;
  const t = useTexts();
  const [search, setSearch] = useState('');
  const [asked, setMost] = useState(STEP);
  const most = Math.max(asked, rowOf(focused) + 1);
  const wanted = search.trim().toLowerCase();
  const found = codes.map((code, index) => ({ code, index })).filter(({ code }) => isFound(code, wanted));
  const add = (): void => {
    setSearch('');
    setMost(Math.max(most, codes.length + 1));
    onChange([...codes, { code: '', label: { fr: '', nl: '', en: '' } }]);
    setTimeout(() => document.getElementById(controlId(`/codes/${codes.length}/code`))?.focus(), 0);
  };
  return (
    <section className="code-table" aria-label={t('codes.codes')}>
      <h2>{t('codes.codes')}</h2>
      {codes.length > SEARCHED_FROM && (
        <PlainField label={t('codes.search')}>
          <input
            className="iris-input"
            type="search"
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        </PlainField>
      )}
      {problemAt('/codes') !== undefined && <p className="code-table__problem">{problemAt('/codes')}</p>}
      {found.length > 0 && <Rows {...props} shown={found.slice(0, most)} />}
      <output className="plain-field__hint">
        {found.length > most
          ? t('codes.shown', { shown: most, count: found.length })
          : t.plural('codes.count', found.length)}
      </output>
      <div className="toolbar">
        {found.length > most && (
          <Button tone="quiet" size="small" onClick={() => setMost(most + STEP)}>
            {t('codes.more')}
          </Button>
        )}
        <Button tone="secondary" size="small" icon="plus" onClick={add}>
          {t('codes.add')}
        </Button>
      </div>
    </section>
  );
};
