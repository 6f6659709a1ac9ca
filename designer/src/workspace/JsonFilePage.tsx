import { PageHeading } from '@irisflow/ui';
import type { ReactNode } from 'react';
import { HistoryTools } from '../app/HistoryTools.tsx';
import { JsonEditor } from '../json/JsonEditor.tsx';
import { useFindings } from '../json/use-findings.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useDraftFile } from './draft-context.ts';
import { FileFailure } from './FileFailure.tsx';
import { useDraftJson } from './use-draft-json.ts';

export interface JsonFilePageProps<T> {
  path: string;
  /** What kind of file it is. */
  eyebrow: string;
  /** What people call what the file describes. */
  title: (value: T) => string;
  lead: string;
  children: (value: T, change: (value: T) => void) => ReactNode;
}

const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A file of JSON that nobody can read as what it should be is mended as text. */
const Unreadable = ({ path, failure }: { path: string; failure: string }) => {
  const t = useTexts();
  const { content, change } = useDraftFile(path);
  const findings = useFindings(path);
  return (
    <div className="editor-page editor-page--tall">
      <FileFailure path={path} failure={failure} />
      <JsonEditor label={t('json.source', { path })} value={content ?? ''} findings={findings} onChange={change} />
    </div>
  );
};

/** A file of JSON that people edit in words: its heading with undo and redo, and what its editor shows. */
export const JsonFilePage = <T,>({ path, eyebrow, title, lead, children }: JsonFilePageProps<T>) => {
  const { reading, change, history } = useDraftJson<T>(path);
  if (!reading.ok) return <Unreadable path={path} failure={reading.failure} />;
  if (!isRecord(reading.value)) return <Unreadable path={path} failure="not an object" />;
  return (
    <div className="editor-page">
      <PageHeading
        title={title(reading.value)}
        eyebrow={eyebrow}
        lead={lead}
        actions={<HistoryTools history={history} />}
      />
      {children(reading.value, change)}
    </div>
  );
};
