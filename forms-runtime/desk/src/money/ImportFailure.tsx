import { ProblemError } from '@irisflow/client';
import { Failure } from '@irisflow/frame';
import { Notice, useFormatters } from '@irisflow/ui';
import { type MoneyKey, useMoneyText } from './money-texts.ts';

/** What is wrong with a file, in the words of whoever brought it. */
const faults: Readonly<Record<string, MoneyKey>> = {
  KIND: 'import.fault.kind',
  SYNTAX: 'import.fault.syntax',
  FIELD: 'import.fault.field',
  BALANCE: 'import.fault.balance',
  TOTALS: 'import.fault.totals',
  TRUNCATED: 'import.fault.truncated',
  TOO_LARGE: 'import.fault.tooLarge',
};

interface Said {
  readonly title: string;
  readonly text: string;
}

/** What the platform tells of a refusal, to be said in whatever language. */
interface Told {
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const useSayings = (): Readonly<Record<string, (told: Told) => Said>> => {
  const t = useMoneyText();
  const { dateTime, number } = useFormatters();
  const lineOf = ({ line }: Told['params']): string =>
    typeof line === 'number' ? ` ${t('import.line', { line: number(line) })}` : '';
  return {
    STATEMENT_KNOWN: ({ params }) => ({
      title: t('import.known'),
      text: t('import.known.text', { at: dateTime(textOf(params['importedAt'])) }),
    }),
    STATEMENT_ACCOUNT: ({ params }) => ({
      title: t('import.account'),
      text: t('import.account.text', { account: textOf(params['found']) }),
    }),
    STATEMENT_CURRENCY: ({ params }) => ({
      title: t('import.currency'),
      text: t('import.currency.text', { currency: textOf(params['found']) }),
    }),
    STATEMENT_UNREADABLE: ({ keyword, params }) => ({
      title: t('import.unreadable'),
      text: `${t(faults[keyword] ?? 'import.fault.syntax')}${lineOf(params)} ${t('import.nothing')}`,
    }),
  };
};

const toldBy = ({ problem: { errors } }: ProblemError): Told => {
  const [first] = errors ?? [];
  return { keyword: first?.keyword ?? '', params: first?.params ?? {} };
};

/** Why a file of statements was not taken. */
export const ImportFailure = ({ error }: { readonly error: unknown }) => {
  const sayings = useSayings();
  const say = error instanceof ProblemError ? sayings[error.problem.code] : undefined;
  if (say === undefined || !(error instanceof ProblemError)) return <Failure error={error} />;
  const said = say(toldBy(error));
  return (
    <Notice tone="danger" title={said.title} live>
      {said.text}
    </Notice>
  );
};
