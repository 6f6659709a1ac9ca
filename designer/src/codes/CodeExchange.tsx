import { Button, Notice } from '@irisflow/ui';
import { useState } from 'react';
import { FileButton } from '../app/FileButton.tsx';
import { saveAs } from '../app/save-as.ts';
import { useTexts } from '../texts/use-texts.ts';
import { compareCodes, readCodes, writeCodes, type CodeCsvError } from './code-csv.ts';
import type { CodeListFile, CodeOfFile } from './code-list-file.ts';
import { useCodeLists } from './use-code-lists.ts';

/** More mistakes than these say that the file is another one. */
const SHOWN = 10;

type Report =
  | { readonly kind: 'taken'; readonly added: number; readonly changed: number; readonly removed: number }
  | { readonly kind: 'wrong'; readonly errors: readonly CodeCsvError[] };

const Errors = ({ errors }: { readonly errors: readonly CodeCsvError[] }) => {
  const t = useTexts();
  return (
    <Notice tone="danger" title={t('codes.csv.wrong')}>
      <ul>
        {errors.slice(0, SHOWN).map(({ line, problem, found }) => (
          <li key={`${line} ${problem} ${found}`}>{t(`codes.csv.${problem}`, { line, found })}</li>
        ))}
      </ul>
      {errors.length > SHOWN && <p>{t('codes.csv.others', { count: errors.length - SHOWN })}</p>}
    </Notice>
  );
};

export interface CodeExchangeProps {
  readonly list: CodeListFile;
  readonly codes: readonly CodeOfFile[];
  readonly onChange: (codes: CodeOfFile[]) => void;
}

/** Takes the codes of a file in place of those that are there, or writes them to one. */
export const CodeExchange = ({ list, codes, onChange }: CodeExchangeProps) => {
  const t = useTexts();
  const lists = useCodeLists();
  const [report, setReport] = useState<Report | null>(null);
  const take = async (file: File): Promise<void> => {
    const parents = list.parents === undefined ? null : new Set(lists.get(list.parents)?.codes.map(({ code }) => code));
    const read = readCodes(await file.text(), parents);
    if (!read.ok) return setReport({ kind: 'wrong', errors: read.errors });
    setReport({ kind: 'taken', ...compareCodes(codes, read.codes) });
    return onChange(read.codes);
  };
  return (
    <section className="code-exchange" aria-label={t('codes.csv')}>
      <h2>{t('codes.csv')}</h2>
      <p className="plain-field__hint">{t('codes.csv.hint')}</p>
      <div className="toolbar">
        <FileButton
          label={t('codes.csv.import')}
          accept=".csv,text/csv"
          size="small"
          onFile={(file) => void take(file)}
        />
        <Button
          tone="secondary"
          size="small"
          onClick={() => saveAs(`${list.key}.csv`, new Blob([writeCodes(codes)], { type: 'text/csv' }))}
        >
          {t('codes.csv.export')}
        </Button>
      </div>
      <output className="code-exchange__report">
        {report?.kind === 'wrong' && <Errors errors={report.errors} />}
        {report?.kind === 'taken' && (
          <Notice
            tone="success"
            title={t('codes.csv.taken', { added: report.added, changed: report.changed, removed: report.removed })}
          />
        )}
      </output>
    </section>
  );
};
