import type { LocalizedText, SourceAuthorizationView, SourcesOfProcedure } from '@irisflow/client';
import { Answered, useLocalized } from '@irisflow/frame';
import { Button, EmptyState, LinkButton } from '@irisflow/ui';
import { useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { AdministrationFrame } from './AdministrationFrame.tsx';
import { authorizationState } from './authorization-state.ts';
import { AuthorizationTable } from './AuthorizationTable.tsx';
import { GrantDialog } from './GrantDialog.tsx';
import { PaperSources } from './PaperSources.tsx';
import { RevokeDialog } from './RevokeDialog.tsx';
import { SourceAccess } from './SourceAccess.tsx';
import { useAuthorizations, useDeclaredSources } from './use-authorizations.ts';
import { useToday } from './use-today.ts';

interface ListProps {
  readonly authorizations: readonly SourceAuthorizationView[];
}

const Ended = ({ authorizations }: ListProps) => {
  const t = useDeskText();
  if (authorizations.length === 0) return null;
  return (
    <details className="desk-fold">
      <summary>{t('authorizations.endedOnes', { count: authorizations.length })}</summary>
      <AuthorizationTable caption={t('authorizations.endedOnes.caption')} authorizations={authorizations} />
    </details>
  );
};

const AuthorizationLists = ({ authorizations }: ListProps) => {
  const t = useDeskText();
  const [revoked, setRevoked] = useState<SourceAuthorizationView>();
  const today = useToday();
  const holds = (one: SourceAuthorizationView): boolean => authorizationState(one, today) === 'inForce';
  const standing = authorizations.filter(holds);
  return (
    <div className="iris-stack iris-stack--loose">
      {standing.length === 0 ? (
        <EmptyState title={t('authorizations.empty')}>{t('authorizations.empty.text')}</EmptyState>
      ) : (
        <AuthorizationTable caption={t('authorizations.standing')} authorizations={standing} onRevoke={setRevoked} />
      )}
      <Ended authorizations={authorizations.filter((one) => !holds(one))} />
      <RevokeDialog authorization={revoked} onClose={() => setRevoked(undefined)} />
    </div>
  );
};

/** Each source once, whichever procedures declare it. */
const sourcesOf = (declared: readonly SourcesOfProcedure[]): ReadonlyMap<string, LocalizedText> =>
  new Map(declared.flatMap(({ sources }) => sources.map(({ key, name }) => [key, name] as const)));

/** Rights of the platform's administrations are asked here, not at an address. */
const isElsewhere = (key: string): boolean => !key.startsWith('right-');

/** Which procedures of my administration may ask which source. */
export const AuthorizationsPage = () => {
  const t = useDeskText();
  const authorizations = useAuthorizations();
  const declared = useDeclaredSources();
  const [isGranting, setGranting] = useState(false);
  const read = useLocalized();
  const asking = declared.data?.filter(({ sources }) => sources.length > 0) ?? [];
  const sources = [...sourcesOf(asking)].map(([key, name]) => ({ key, name: read(name) }));
  return (
    <AdministrationFrame
      title={t('authorizations')}
      lead={t('authorizations.lead')}
      actions={
        <>
          {asking.length > 0 && <Button onClick={() => setGranting(true)}>{t('authorizations.grant')}</Button>}
          <LinkButton href="/rights/sources" tone="secondary">
            {t('rights.sources')}
          </LinkButton>
        </>
      }
    >
      {declared.data !== undefined && asking.length === 0 && (
        <p className="iris-muted">{t('authorizations.undeclared')}</p>
      )}
      <Answered query={authorizations}>{(all) => <AuthorizationLists authorizations={all} />}</Answered>
      {asking.length > 0 && <PaperSources sources={sources} />}
      {asking.length > 0 && <SourceAccess sources={sources.filter(({ key }) => isElsewhere(key))} />}
      <GrantDialog
        open={isGranting}
        declared={asking}
        authorizations={authorizations.data ?? []}
        onClose={() => setGranting(false)}
      />
    </AdministrationFrame>
  );
};
