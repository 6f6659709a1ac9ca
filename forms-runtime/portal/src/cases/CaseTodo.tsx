import type { CaseView, InformationRequest } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { LinkButton, useFormatters } from '@irisflow/ui';
import { usePersonalText } from '../texts/personal-texts.ts';

interface OpenRequestProps {
  readonly view: CaseView;
  readonly request: InformationRequest;
}

const OpenRequest = ({ view, request }: OpenRequestProps) => {
  const t = usePersonalText();
  const read = useLocalized();
  const { longDate } = useFormatters();
  const titleId = `todo-${request.id}`;
  return (
    <section className="portal-todo" aria-labelledby={titleId}>
      <h2 id={titleId}>{t('case.todo')}</h2>
      <ul>
        {request.items.map(({ key, label }) => (
          <li key={key}>{read(label)}</li>
        ))}
      </ul>
      {request.note !== null && (
        <p className="portal-todo__note" lang={view.language}>
          {request.note}
        </p>
      )}
      <p className="portal-todo__due">{t('case.todo.until', { date: longDate(request.dueOn) })}</p>
      {view.part?.access !== 'read' && (
        <div>
          <LinkButton href={`/my/cases/${view.id}/answer/${request.id}`} trailingIcon="arrowRight">
            {t('case.todo.answer')}
          </LinkButton>
        </div>
      )}
    </section>
  );
};

/** What the administration waits for. */
export const CaseTodo = ({ view }: { readonly view: CaseView }) =>
  view.informationRequests
    .filter(({ state }) => state === 'open')
    .map((request) => <OpenRequest key={request.id} view={view} request={request} />);
