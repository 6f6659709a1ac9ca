import type { ProcedureVersion } from '@irisflow/client';
import { useMemo } from 'react';
import { useStatistics } from '../api/instances.ts';
import { useVersionFiles, useVersions } from '../api/procedures.ts';
import { diffFiles, filesByPath } from '../changes/diff-files.ts';
import { affectedSteps } from '../changes/running-effect.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useDraft } from '../workspace/draft-context.ts';

interface OfVersionProps {
  readonly procedureKey: string;
  readonly version: ProcedureVersion;
}

/** The cases of one version: how many, and how many of them wait where the draft differs. */
const OfVersion = ({ procedureKey, version: { version, running } }: OfVersionProps) => {
  const t = useTexts();
  const { files } = useDraft().state;
  const published = useVersionFiles(procedureKey, version);
  const statistics = useStatistics(procedureKey, version);
  const steps = useMemo(
    () =>
      published.data === undefined || statistics.data === undefined
        ? []
        : affectedSteps(diffFiles(filesByPath(published.data), files), statistics.data.elements),
    [published.data, statistics.data, files],
  );
  return (
    <li>
      {t.plural('effect.running', running, { version })}
      {steps.length > 0 && (
        <ul>
          {steps.map(({ elementId, name, kind, cases }) => (
            <li key={elementId}>
              {t.plural(kind === 'removed' ? 'effect.atRemoved' : 'effect.atChanged', cases, { step: name })}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
};

/** What a new version means for cases that run: they finish on theirs, and where that differs. */
export const RunningEffect = ({ procedureKey }: { readonly procedureKey: string }) => {
  const t = useTexts();
  const { data: versions = [] } = useVersions(procedureKey);
  const running = versions.filter(({ running: count }) => count > 0);
  if (running.length === 0) return <p>{t('effect.none')}</p>;
  return (
    <section aria-labelledby="running-effect">
      <h3 id="running-effect">{t('effect.title')}</h3>
      <p>{t('effect.text')}</p>
      <ul>
        {running.map((version) => (
          <OfVersion key={version.version} procedureKey={procedureKey} version={version} />
        ))}
      </ul>
    </section>
  );
};
