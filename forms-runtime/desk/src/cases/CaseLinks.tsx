import type { CaseLinkView } from '@irisflow/client';
import { Failure, useLocalized } from '@irisflow/frame';
import { AppLink, Button, Skeleton } from '@irisflow/ui';
import { useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { LinkDialog, type LinkStart } from './LinkDialog.tsx';
import { UnlinkDialog } from './UnlinkDialog.tsx';
import { useCaseLinks } from './use-case-links.ts';

type StoredLink = CaseLinkView & { readonly id: string };

const isStored = (link: CaseLinkView): link is StoredLink => link.id !== null;

const LinkItem = ({
  link,
  onRemove,
}: {
  readonly link: CaseLinkView;
  readonly onRemove: (link: StoredLink) => void;
}) => {
  const t = useDeskText();
  const read = useLocalized();
  const { kind, direction, other, reason, madeBy } = link;
  return (
    <li>
      <span>{t(`link.${kind}.${direction}`)}</span>
      <AppLink href={`/cases/${other.id}`}>{other.reference}</AppLink>
      <span className="iris-muted">
        {read(other.title)}, {t(`status.${other.status}`)}
      </span>
      {reason !== '' && (
        <span className="iris-muted">
          {reason}
          {madeBy !== null && ` (${madeBy})`}
        </span>
      )}
      {isStored(link) && (
        <span>
          <Button
            tone="quiet"
            size="small"
            className="iris-button--flush"
            aria-label={t('links.remove.title', { reference: other.reference })}
            onClick={() => onRemove(link)}
          >
            {t('links.remove')}
          </Button>
        </span>
      )}
    </li>
  );
};

const List = ({ caseId }: { readonly caseId: string }) => {
  const t = useDeskText();
  const links = useCaseLinks(caseId);
  const [removed, setRemoved] = useState<StoredLink>();
  if (links.isError) return <Failure error={links.error} onRetry={() => void links.refetch()} />;
  if (links.data === undefined) return <Skeleton lines={2} />;
  if (links.data.links.length === 0) return <p className="iris-muted">{t('links.none')}</p>;
  return (
    <>
      <ul className="desk-case-tasks iris-stack iris-stack--tight">
        {links.data.links.map((link) => (
          <LinkItem key={link.id ?? `${link.kind}-${link.other.id}`} link={link} onRemove={setRemoved} />
        ))}
      </ul>
      <UnlinkDialog caseId={caseId} link={removed} onClose={() => setRemoved(undefined)} />
    </>
  );
};

/** The cases that belong to this one, in both directions, and a way to say so of another one. */
export const CaseLinks = ({ caseId }: { readonly caseId: string }) => {
  const t = useDeskText();
  const [start, setStart] = useState<LinkStart>();
  return (
    <div className="iris-stack iris-stack--tight">
      <List caseId={caseId} />
      <div>
        <Button tone="secondary" size="small" onClick={() => setStart({ kind: 'followUpOf', other: undefined })}>
          {t('links.make')}
        </Button>
      </div>
      <LinkDialog caseId={caseId} start={start} onClose={() => setStart(undefined)} />
    </div>
  );
};
