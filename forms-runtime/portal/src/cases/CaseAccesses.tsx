import { Answered } from '@irisflow/frame';
import { AccessSections } from '../my-data/AccessSections.tsx';
import { useMyAccesses } from '../my-data/use-accesses.ts';

/** Which offices opened this case or repaired it. */
export const CaseAccesses = ({ caseId }: { readonly caseId: string }) => (
  <Answered query={useMyAccesses()}>
    {(all) => <AccessSections accesses={all.filter((access) => access.caseId === caseId)} here={caseId} />}
  </Answered>
);
