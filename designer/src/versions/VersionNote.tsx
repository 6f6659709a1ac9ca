import type { ProcedureVersion } from '@irisflow/client';
import { useTexts } from '../texts/use-texts.ts';

type Exception = NonNullable<ProcedureVersion['exception']>;

/** Why a version was published although something spoke against it, and what that was. */
export const ExceptionText = ({ exception: { reason, findings } }: { readonly exception: Exception }) => {
  const t = useTexts();
  return (
    <details>
      <summary>{t.plural('versions.exception', findings.length)}</summary>
      <p>{reason}</p>
      <ul>
        {findings.map((finding) => (
          <li key={`${finding.file} ${finding.kind === 'path' ? `${finding.code} ${finding.elementId}` : ''}`}>
            {finding.kind === 'scenario'
              ? t('versions.redScenario', { title: finding.title })
              : t('versions.endlessWay', { element: finding.elementId })}
          </li>
        ))}
      </ul>
    </details>
  );
};

/** What its publisher says of a version. */
export const VersionNote = ({ version: { note, exception } }: { readonly version: ProcedureVersion }) => (
  <>
    {note}
    {exception !== null && <ExceptionText exception={exception} />}
  </>
);
