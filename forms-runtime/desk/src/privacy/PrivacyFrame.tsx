import type { PageProps } from '@irisflow/frame';
import { SectionsFrame, type DeskSection } from '../app/SectionsFrame.tsx';

const sections: readonly DeskSection[] = [
  { path: '/privacy/traces', label: 'traces' },
  { path: '/privacy/retention', label: 'retention' },
  { path: '/privacy/holds', label: 'holds' },
];

/** A page for whoever guards the data of people, below the way to the others. */
export const PrivacyFrame = (page: PageProps) => (
  <SectionsFrame name="privacy.sections" sections={sections} {...page} />
);
