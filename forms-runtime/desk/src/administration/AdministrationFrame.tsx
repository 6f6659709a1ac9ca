import { usePerson, type PageProps } from '@irisflow/frame';
import { SectionsFrame } from '../app/SectionsFrame.tsx';
import { sectionsOf } from './administration-sections.ts';

/** A page of the administration section below the way to the others. */
export const AdministrationFrame = (page: PageProps) => (
  <SectionsFrame name="admin.sections" sections={sectionsOf(usePerson())} {...page} />
);
