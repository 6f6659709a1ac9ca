import { type Actor, appendAudit } from '@irisflow/access';
import { letterHouse } from '@irisflow/branding';
import { dayOf } from '@irisflow/calendar';
import { type CaseRow, caseLetterScope } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import type { Locale } from '@irisflow/foundation';
import { contactIn, formatValue, isCourtesy, letterheadOf, letterPdf, type PrintedBlock } from '@irisflow/letters';
import { requireClerkRight } from '../desk/read-right.ts';
import { asOf } from '../history/history.ts';
import { requireHeldRight } from '../portal/my-rights.ts';
import { kindOf } from '../change/right-kind.ts';
import type { RightRow } from '../storage/rights.ts';
import { listVersions } from '../storage/versions.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { RightSummary, RightValue } from '../views/right.ts';
import { notYetThere, viewHead, viewHolders } from '../views/view-right.ts';
import { viewValues } from '../views/view-values.ts';
import { standingWords, wordsIn } from './certificate-words.ts';
import { codeFigure } from './code.ts';

export interface Certificate {
  readonly name: string;
  readonly content: Uint8Array;
}

/** Where everybody checks the certificate with a code, which browsers send to nobody on the way. */
export const checkAddress = (publicUrl: string, code: string): string =>
  `${publicUrl.replace(/\/$/, '')}/check#${code}`;

const written = ({ format, value }: RightValue, locale: Locale): string => {
  const raw = value[locale];
  return format === 'text' ? raw : (formatValue(raw, format, locale) ?? raw);
};

interface Printed {
  readonly head: RightSummary;
  readonly holders: ReturnType<typeof viewHolders>;
  readonly values: readonly RightValue[];
  readonly address: string;
}

const paragraph = (text: string): PrintedBlock => ({
  kind: 'paragraph',
  runs: [{ text, bold: false, italic: false }],
});

const blocksOf = ({ head, holders, values, address }: Printed, locale: Locale): PrintedBlock[] => {
  const words = wordsIn(locale);
  const date = (day: string): string => formatValue(day, 'date', locale) ?? day;
  const rows = [
    [words.number, head.number],
    ...holders.map(({ role, name }) => [role[locale], name]),
    [words.standing, standingWords[head.standing][locale]],
    [words.validFrom, date(head.validFrom)],
    [words.validTo, head.validTo === null ? words.withoutEnd : date(head.validTo)],
    ...values.map((value) => [value.label[locale], written(value, locale)]),
  ];
  return [
    { kind: 'table', headers: [words.item, words.value], rows, shares: [2, 3] },
    paragraph(words.check),
    paragraph(address),
    codeFigure(address, `${words.codeAlt}${address}`),
  ];
};

interface Printing {
  readonly actor: Actor;
  readonly right: RightRow;
  readonly row: CaseRow;
}

const print = async (surroundings: Surroundings, tx: Queryable, { actor, right, row }: Printing) => {
  const { clock, library, publicUrl } = surroundings;
  const now = clock.now();
  const today = dayOf(now);
  const locale = row.language;
  const kind = await kindOf(surroundings, tx, right);
  const on = right.begins_on > today ? right.begins_on : today;
  const version = asOf(await listVersions(tx, right.id), { on });
  if (version === undefined) throw notYetThere(on);
  const procedure = await library.version(tx, right.procedure_key, right.procedure_version);
  const { administration, recipient } = await caseLetterScope(tx, {
    row,
    procedure,
    values: {},
    today,
    signatory: null,
  });
  const printed: Printed = {
    head: viewHead(kind, right, { version, day: today }),
    holders: viewHolders(right),
    values: viewValues(kind, version.data),
    address: checkAddress(publicUrl, right.check_code),
  };
  const head = letterheadOf({
    locale,
    administration,
    recipient,
    today,
    reference: row.reference,
    contact: contactIn(procedure.description.contact, locale),
    house: await letterHouse(tx, right.administration, locale),
    ...(isCourtesy(locale) ? { countsIn: row.also_in.filter((one) => !isCourtesy(one)) } : {}),
  });
  const subject = `${wordsIn(locale).title} – ${kind.name[locale]}`;
  const content = await letterPdf({ locale, subject, blocks: blocksOf(printed, locale) }, head, now);
  await appendAudit(surroundings, tx, {
    actor,
    action: 'right.printed',
    object: `case:${row.id}`,
    administration: right.administration,
    detail: { right: right.id },
  });
  return { name: `${right.number}.pdf`, content };
};

/** The certificate of a right of my administration, in the language of its case. */
export const printCertificate: UseCase<{ readonly rightId: string }, Certificate> = async (
  surroundings,
  actor,
  { rightId },
) =>
  surroundings.database.transaction(async (tx) =>
    print(surroundings, tx, { actor, ...(await requireClerkRight(tx, actor, rightId)) }),
  );

/** The certificate of a right that I hold. */
export const printMyCertificate: UseCase<{ readonly rightId: string }, Certificate> = async (
  surroundings,
  actor,
  { rightId },
) =>
  surroundings.database.transaction(async (tx) =>
    print(surroundings, tx, { actor, ...(await requireHeldRight(surroundings, tx, actor, rightId)) }),
  );
