import { csvLine, csvMark, type Locale, type LocalizedText } from '@irisflow/foundation';
import type { RightReconciliation } from '../views/right-import.ts';

const text = (fr: string, nl: string, en: string): LocalizedText => ({ fr, nl, en });

const words = {
  what: text('Compté', 'Geteld', 'Counted'),
  file: text('Fichier', 'Bestand', 'File'),
  stands: text('Dans Irisflow', 'In Irisflow', 'In Irisflow'),
  control: text('Annoncé par l’ancien système', 'Opgegeven door het oude systeem', 'Told by the earlier system'),
  equal: text('Égal', 'Gelijk', 'Equal'),
  yes: text('oui', 'ja', 'yes'),
  no: text('non', 'nee', 'no'),
  rights: text('Droits', 'Rechten', 'Rights'),
  leftOut: text('Lignes laissées de côté', 'Weggelaten regels', 'Rows left out'),
  notAccepted: text('Différences non acceptées', 'Niet aanvaarde verschillen', 'Differences not accepted'),
  notInFile: text(
    'Droits qui ne sont pas dans le fichier',
    'Rechten die niet in het bestand staan',
    'Rights that are not in the file',
  ),
} as const;

interface Line {
  readonly file: number | string;
  readonly stands: number | string;
  readonly control: number | string | null;
  readonly isEqual: boolean;
}

/** How the file and what stands compare, as a file that can be kept with the records of the move. */
export const reconciliationReport = (
  { rights, states, amounts, leftOut, notAccepted, notInFile }: RightReconciliation,
  locale: Locale,
): string => {
  const line = (what: string, { file, stands, control, isEqual }: Line): string =>
    csvLine([what, String(file), String(stands), String(control ?? ''), words[isEqual ? 'yes' : 'no'][locale]]);
  const only = (what: string, file: number | string, stands: number | string = ''): string =>
    csvLine([what, String(file), String(stands), '', '']);
  const { what, file, stands, control, equal } = words;
  return [
    csvMark,
    csvLine([what, file, stands, control, equal].map((word) => word[locale])),
    line(words.rights[locale], rights),
    ...states.map(({ state, ...counted }) => line(state.label[locale], counted)),
    ...amounts.map(({ label, ...counted }) => line(label[locale], counted)),
    ...leftOut.map(({ label, text: why, rows }) =>
      only(`${words.leftOut[locale]}: ${label === null ? '' : `${label[locale]}: `}${why[locale]}`, rows),
    ),
    only(words.notAccepted[locale], notAccepted),
    only(words.notInFile[locale], '', notInFile),
  ].join('');
};
