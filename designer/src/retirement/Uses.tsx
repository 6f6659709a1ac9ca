import { AppLink, Notice, useFormatters } from '@irisflow/ui';
import type { ProcedureUse, RetirementPage } from '../api/retirement.ts';
import { useTexts } from '../texts/use-texts.ts';

const Use = ({ use }: { readonly use: ProcedureUse }) => {
  const t = useTexts();
  const { dateTime } = useFormatters();
  switch (use.kind) {
    case 'opens':
    case 'replaces':
      return (
        <>
          {t(use.kind === 'replaces' ? 'retire.use.replaces' : use.isDraft ? 'retire.use.drawn' : 'retire.use.opens')}{' '}
          <AppLink href={`/procedures/${use.key}`}>{use.title[t.locale]}</AppLink>
        </>
      );
    case 'source':
      return t('retire.use.source', { title: use.title[t.locale] });
    case 'renewal':
      return t('retire.use.renewal');
    case 'campaign':
      return t('retire.use.campaign', { name: use.name });
    case 'schedule':
      return t('retire.use.schedule', { at: dateTime(use.goesLiveAt) });
  }
};

const keyOf = (use: ProcedureUse): string => `${use.kind} ${'key' in use ? use.key : 'name' in use ? use.name : ''}`;

/** Who would miss a procedure, and how many of its cases go on. */
export const Uses = ({ page: { uses, running } }: { readonly page: RetirementPage }) => {
  const t = useTexts();
  return (
    <Notice
      tone={uses.length === 0 ? 'info' : 'warning'}
      title={uses.length === 0 ? t('retire.unused') : t.plural('retire.used', uses.length)}
    >
      {uses.length > 0 && (
        <ul>
          {uses.map((use) => (
            <li key={keyOf(use)}>
              <Use use={use} />
            </li>
          ))}
        </ul>
      )}
      {running > 0 && <p>{t.plural('retire.running', running)}</p>}
    </Notice>
  );
};
