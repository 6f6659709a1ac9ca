import type { ProcedureView } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { AppLink } from '@irisflow/ui';
import { useAboutText } from './about-texts.ts';

export interface StatementLinkProps {
  readonly administration: ProcedureView['administration'];
}

/** The way to what an administration says of the accessibility of its pages. */
export const StatementLink = ({ administration: { key, name } }: StatementLinkProps) => {
  const t = useAboutText();
  const read = useLocalized();
  return (
    <p>
      <AppLink href={`/accessibility/${key}`}>{t('of', { administration: read(name) })}</AppLink>
    </p>
  );
};
