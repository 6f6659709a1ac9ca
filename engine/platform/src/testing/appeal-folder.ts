import { marketRight } from './right-folder.ts';
import { sampleProcedureChanging } from './sample-procedure.ts';

const same = (text: string) => ({ fr: text, nl: text, en: text });

/** The appeal of the sample on the portal, with everything that one can suspend. */
export const suspensiveRemedy = {
  what: same('Administrative appeal'),
  body: same('the delegated official'),
  address: same('Rue de l’Exemple 1, 1000 Brussels'),
  length: 30,
  kind: 'calendarDays',
  by: ['registeredPost', 'portal'],
  term: 'appeal',
  suspends: ['payments', 'payouts', 'right'],
};

/** Goes to a court, and suspends nothing. */
const { suspends: _suspends, ...withoutEffect } = suspensiveRemedy;
const courtRemedy = { ...withoutEffect, what: same('Council of State'), by: ['registeredPost'] };

const term = {
  key: 'appeal',
  label: same('Term of appeal'),
  length: 30,
  kind: 'calendarDays',
  legalRef: 'Ordinance of 9 July 2015, art. 10',
  binds: 'applicant',
  startsAfter: 'receipt',
};

/** The sample with an appeal that suspends, and a right that stands as before while it runs. */
export const appealFolder = () => [
  ...sampleProcedureChanging('procedure.json', (description: { terms: object[]; remedies: object[] }) => {
    description.terms.push(term);
    description.remedies = [suspensiveRemedy, courtRemedy];
  }),
  {
    path: 'stall.right.json',
    content: JSON.stringify({
      ...marketRight,
      states: marketRight.states.map((state) =>
        state.key === 'active' ? state : { ...state, whileAppealed: 'active' },
      ),
    }),
  },
];
