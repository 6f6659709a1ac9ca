import { isFreeOf, type Right, setting, type Wall } from '@irisflow/access';
import { boundBeside } from './bound-walls.ts';

const ofParty = isFreeOf('apart_parties', 'party_id');

/**
 * What an office reaches is without the cases with which who reads has a conflict of interest. Rows with a case say it by
 * `case_id`; these say it otherwise, and other tables
 * hold nothing of a case.
 */
const apartBeside: Readonly<Record<string, string>> = {
  case_file: isFreeOf('apart_cases', 'id'),
  case_link: `${isFreeOf('apart_cases', 'case_id')} and ${isFreeOf('apart_cases', 'of_case_id')}`,
  transfer: `${isFreeOf('apart_cases', 'case_id')} and ${isFreeOf('apart_cases', 'new_case_id')}`,
  contact: isFreeOf('apart_contacts', 'id'),
  application_draft: `${isFreeOf('apart_parties', 'person_id')} and ${isFreeOf('apart_cases', 'case_id')}`,
  appointment: `${isFreeOf('apart_cases', 'case_id')} and ${isFreeOf('apart_parties', 'person_id')}`,
  receivable: `${isFreeOf('apart_cases', 'case_id')} and ${isFreeOf('apart_parties', 'person_id')}`,
  payable: `${isFreeOf('apart_cases', 'case_id')} and ${isFreeOf('apart_parties', 'person_id')}`,
  mandate: isFreeOf('apart_parties', 'mandator_id'),
  // No rule of procedures bounds it, and yet it names a case.
  version_move_item: isFreeOf('apart_cases', 'case_id'),
  campaign_choice: ofParty,
  party_note: ofParty,
  party_label_use: ofParty,
  // Taken back, it would lift what one has with the other record.
  party_merge: `${ofParty} and ${isFreeOf('apart_parties', 'into_party_id')}`,
  // One's own stays to be read, though nothing of its case is.
  conflict_of_interest: `(person_id = ${setting('person')}
    or (${isFreeOf('apart_cases', 'case_id')} and ${isFreeOf('apart_parties', 'party_id')}))`,
};

/** What an office reaches of a table, and not what is somebody's as an applicant: the rows of an administration. */
const ofOffice = /(?<![.\w])administration = current_setting\('irisflow\.\w+', true\)/g;

/** What the wall of a table says besides for whoever has a conflict of interest; undefined where it holds nothing of a case or a party. */
const besideOf = (table: string): string | undefined =>
  apartBeside[table] ?? (table in boundBeside ? undefined : isFreeOf('apart_cases', 'case_id'));

/** Rows of another table, which stand behind a wall of their own: by its name and how a rule calls it. */
const ofOthers = /from casework\.(\w+) (\w+)\b/g;
const ofAnyOffice = /irisflow\.(?:administration|handles|designs|audits|administers|corrects|unseals|platform)\b/;
const ofSomebody = /irisflow\.(?:applicant|party|person)\b/;

/**
 * Whether a rule for staff leads to rows of their office in words that the condition is not put into: neither by the
 * administration of the row, nor through rows of a table from which cases under conflict are taken.
 */
export const isBesideConflicts = (table: string, rule: string): boolean => {
  if (besideOf(table) === undefined) return false;
  const left = rule.replaceAll(ofOffice, '');
  const isGuarded = left !== rule;
  if (isGuarded && !/\bor\b/.test(rule)) return false;
  const parted = [...rule.matchAll(ofOthers)].flatMap(([, other = '', alias = '']) =>
    besideOf(other) === undefined ? [] : [alias],
  );
  const unsaid = parted.reduce(
    (so, alias) => so.replaceAll(`${alias}.administration = current_setting('irisflow.handles', true)`, ''),
    left,
  );
  return ofAnyOffice.test(unsaid) || !(isGuarded || unsaid !== left || ofSomebody.test(unsaid));
};

const apart = (condition: string, right: Right): Right => {
  const without = (rule: string): string => rule.replaceAll(ofOffice, (office) => `(${office} and ${condition})`);
  const { rows, written } = right;
  return { ...right, rows: without(rows), ...(written === undefined ? {} : { written: without(written) }) };
};

/** Walls with a way for staff who have a conflict of interest, drawn from the one of all staff. */
export const withApartStaff = <Name extends string>(
  walls: Readonly<Record<Name, Wall>>,
): Readonly<Record<Name, Wall>> =>
  Object.fromEntries(
    Object.entries<Wall>(walls).map(([table, wall]) => {
      const condition = besideOf(table);
      if (wall.staff === undefined) return [table, wall];
      return [
        table,
        { ...wall, apartStaff: condition ? wall.staff.map((right) => apart(condition, right)) : wall.staff },
      ];
    }),
  ) as Record<Name, Wall>;
