import type { AccessibilityReports } from '@irisflow/client';
import { Answered, Failure } from '@irisflow/frame';
import { Button, localeNames, StatusTag, SummaryList, useFormatters, useToast, type LineItem } from '@irisflow/ui';
import { useStatementText } from './statement-texts.ts';
import { useHandleReport, useReports } from './use-reports.ts';

type Report = AccessibilityReports['reports'][number];

/** What anybody typed adds no receiver and no words to the answer. */
const mailTo = (email: string): string => `mailto:${encodeURIComponent(email).replace('%40', '@')}`;

const useLines = ({ page, email }: Report): readonly LineItem[] => {
  const t = useStatementText();
  return [
    ...(page === null ? [] : [{ id: 'page', term: t('report.page'), value: page }]),
    {
      id: 'answer',
      term: t('report.answer'),
      value: email === null ? t('report.noAnswer') : <a href={mailTo(email)}>{email}</a>,
    },
  ];
};

const ReportCard = ({ report }: { readonly report: Report }) => {
  const t = useStatementText();
  const toast = useToast();
  const { date, dateTime } = useFormatters();
  const handle = useHandleReport();
  const { id, words, language, reportedAt, handledAt, erasedAt } = report;
  const isWaiting = handledAt === null;
  const at = t('report.at', { at: dateTime(reportedAt) });
  const turn = (): void =>
    handle.mutate(
      { reportId: id, isHandled: isWaiting },
      { onSuccess: () => toast(t(isWaiting ? 'report.handled.done' : 'report.reopened.done')) },
    );
  return (
    <li className="desk-message">
      <p className="iris-row">
        <strong>{at}</strong>
        <StatusTag tone={isWaiting ? 'warning' : 'success'}>
          {handledAt === null ? t('report.waiting') : t('report.handled', { day: date(handledAt) })}
        </StatusTag>
        <span className="iris-muted">{localeNames[language]}</span>
      </p>
      <p className="desk-note__text" lang={language}>
        {words}
      </p>
      <SummaryList items={useLines(report)} />
      <p className="iris-muted">{t('report.erased', { day: date(erasedAt) })}</p>
      {handle.isError && <Failure error={handle.error} />}
      <div>
        <Button
          tone="secondary"
          size="small"
          busy={handle.isPending}
          aria-label={`${t(isWaiting ? 'report.handle' : 'report.reopen')}, ${at}`}
          onClick={turn}
        >
          {t(isWaiting ? 'report.handle' : 'report.reopen')}
        </Button>
      </div>
    </li>
  );
};

/** What people who did not sign in reported of the pages of my administration. */
export const Reports = () => {
  const t = useStatementText();
  return (
    <section className="iris-stack desk-section" aria-labelledby="reports">
      <h2 className="iris-section-title" id="reports">
        {t('reports')}
      </h2>
      <p className="iris-prose">{t('reports.text')}</p>
      <Answered query={useReports()}>
        {({ reports, more }) =>
          reports.length === 0 ? (
            <p className="iris-muted">{t('reports.none')}</p>
          ) : (
            <>
              <ul className="desk-messages">
                {reports.map((report) => (
                  <ReportCard key={report.id} report={report} />
                ))}
              </ul>
              {more && <p className="iris-muted">{t('reports.more')}</p>}
            </>
          )
        }
      </Answered>
    </section>
  );
};
