import { useSession, type CaseIncident } from '@irisflow/client';
import { Failure, useLocalized } from '@irisflow/frame';
import { Button, Notice, useFormatters, useToast } from '@irisflow/ui';
import { isSupervisor } from '../session/clerk.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { ResolveStep } from './ResolveStep.tsx';
import { useCaseIncidents, useHelp } from './use-incidents.ts';

const Incident = ({ incident }: { readonly incident: CaseIncident }) => {
  const t = useDeskText();
  const read = useLocalized();
  const { dateTime } = useFormatters();
  const toast = useToast();
  const help = useHelp(incident.caseId, () => toast(t('incident.goesOn')));
  const { data: session } = useSession();
  const mayResolve = session?.person != null && isSupervisor(session.person);
  const { incidentKey, step, text, since } = incident;
  return (
    <li className="iris-stack iris-stack--tight">
      <p>
        <strong>{read(step)}</strong> · {t('incident.since', { since: dateTime(since) })}
        <span className="desk-line">{read(text)}</span>
      </p>
      <div className="iris-row">
        <Button tone="secondary" size="small" busy={help.isPending} onClick={() => help.mutate({ incidentKey })}>
          {t('incident.retry')}
        </Button>
        {mayResolve && <ResolveStep incident={incident} help={help} />}
      </div>
      {help.isError && <Failure error={help.error} />}
    </li>
  );
};

/** Where a case stands still, before anything else of the file: whoever opens it can help it on. */
export const CaseIncidents = ({ caseId }: { readonly caseId: string }) => {
  const t = useDeskText();
  const { data = [] } = useCaseIncidents(caseId);
  if (data.length === 0) return null;
  return (
    <Notice tone="danger" title={t.plural('incident.title', data.length)}>
      <ul className="iris-stack">
        {data.map((incident) => (
          <Incident key={incident.incidentKey} incident={incident} />
        ))}
      </ul>
    </Notice>
  );
};
