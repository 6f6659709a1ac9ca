import type { ProcedureVersion } from '@irisflow/client';
import { useTexts } from '../texts/use-texts.ts';

type Exception = NonNullable<ProcedureVersion['exception']>;

const FindingText = ({ finding }: { readonly finding: Exception['findings'][number] }) => {
  const t = useTexts();
  if (finding.kind === 'scenario') return t('versions.redScenario', { title: finding.title });
  if (finding.kind === 'path') return t('versions.endlessWay', { element: finding.elementId });
  return t('versions.redTest', { decision: finding.decision, line: `${finding.line}` });
};

/** Why a version was published although something spoke against it, and what that was. */
export const ExceptionText = ({ exception: { reason, findings } }: { readonly exception: Exception }) => {
  const t = useTexts();
  return (
    <details>
      <summary>{t.plural('versions.exception', findings.length)}</summary>
      <p>{reason}</p>
      <ul>
        {findings.map((finding) => (
          <li key={JSON.stringify(finding)}>
            <FindingText finding={finding} />
          </li>
        ))}
      </ul>
    </details>
  );
};

/** What its publisher says of a version. */
export const VersionNote = ({
  version: { note, exception },
}: {
  readonly version: Pick<ProcedureVersion, 'note' | 'exception'>;
}) => (
  <>
    {note}
    {exception !== null && <ExceptionText exception={exception} />}
  </>
);
