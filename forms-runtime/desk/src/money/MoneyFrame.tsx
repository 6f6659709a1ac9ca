import type { PageProps } from '@irisflow/frame';
import { type DeskSection, SectionsFrame } from '../app/SectionsFrame.tsx';

const sections: readonly DeskSection[] = [
  { path: '/money', label: 'money.receivables' },
  { path: '/money/unrecognized', label: 'money.unrecognized' },
  { path: '/money/statements', label: 'money.statements' },
  { path: '/money/write-offs', label: 'money.writeOffs' },
  { path: '/money/payouts', label: 'money.payouts' },
  { path: '/money/batches', label: 'money.batches' },
  { path: '/money/budget', label: 'money.budget' },
  { path: '/money/books', label: 'money.books' },
];

/** A page of the books below the way to the others. */
export const MoneyFrame = (page: PageProps) => <SectionsFrame name="money.sections" sections={sections} {...page} />;
