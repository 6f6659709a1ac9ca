import { PageHeading, useLocale } from '@irisflow/ui';
import { useMemo } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import { useDraftFile } from '../workspace/draft-context.ts';
import type { EditorProps } from '../workspace/editor-props.ts';
import { useFileProblems } from '../workspace/use-problems.ts';
import { JsonEditor, type JsonFinding } from './JsonEditor.tsx';

/** The findings of a file in the reader's language, as the JSON editor underlines them. */
export const useFindings = (path: string): JsonFinding[] => {
  const locale = useLocale();
  const problems = useFileProblems(path);
  return useMemo(
    () =>
      problems.map(({ severity, message, pointer, line }) => ({ severity, message: message[locale], pointer, line })),
    [problems, locale],
  );
};

/** A JSON file that has no editor of its own. */
export const JsonFileEditor = ({ path }: EditorProps) => {
  const t = useTexts();
  const { content, change } = useDraftFile(path);
  const findings = useFindings(path);
  return (
    <div className="editor-page editor-page--tall">
      <PageHeading title={path} />
      <JsonEditor label={t('json.source', { path })} value={content ?? ''} findings={findings} onChange={change} />
    </div>
  );
};
